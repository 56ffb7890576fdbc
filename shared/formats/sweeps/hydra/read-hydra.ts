/** Hydra's multirun files: which sweeper a configuration takes, and its parameters. */
import type { SourceNode } from "../../../plan/text/source.ts";
import { memberOf, textOf } from "../nodes.ts";
import type { Notes } from "../notes.ts";
import { readAx } from "./ax.ts";
import { gridOf, readBasic } from "./basic.ts";
import { readNevergrad } from "./nevergrad.ts";
import { readOptuna } from "./optuna.ts";
import { overrideOf } from "./parameters.ts";
import type { SweeperReading } from "./sweeper.ts";

type Sweeper = "basic" | "optuna" | "ax" | "nevergrad";

/** Whether the document is a configuration for Hydra that says something of a sweep. */
export function isHydra(root: SourceNode): boolean {
  const hydra = memberOf(root, "hydra");
  const inside = ["sweeper", "sweeper.params", "mode", "sweep", "overrides", "launcher"].some(
    (key) => memberOf(hydra, key) !== undefined,
  );
  const dotted = [...(root.members?.keys() ?? [])].some((key) => /^hydra[./]/.test(key));
  return inside || dotted || isBareSweeper(root) || sweeperInDefaults(root) !== null;
}

/** A file of the group hydra/sweeper: the sweeper itself, not a configuration around it. */
const isBareSweeper = (root: SourceNode): boolean =>
  /hydra_plugins|hydra\._internal/.test(textOf(root, "_target_") ?? "");

/** Reads the sweep; null, with a fault, where the file sweeps over nothing. */
export function readHydra(root: SourceNode, notes: Notes): SweeperReading | null {
  const sweeper = isBareSweeper(root) ? root : sweeperNode(root);
  mentionIgnored(root, notes);
  const reading = sweeper === null ? null : readSweeper(sweeper, root, notes);
  const hasParameters = reading !== null && reading.axes.length + reading.constants.length > 0;
  const fromOverrides = hasParameters ? null : overridesOf(root, notes);
  const result = fromOverrides ?? reading;
  if (result === null || result.axes.length === 0) {
    if (notes.faults.length > 0) return result;
    notes.fault(sweeper ?? memberOf(root, "hydra") ?? root, {
      message: "This configuration sweeps over nothing",
      value: undefined,
      allowed: "parameters under hydra.sweeper.params, as lr: 0.1,0.01 or width: choice(256, 512)",
    });
    return null;
  }
  for (const { name } of result.axes) {
    if (/^hydra[./]/.test(name)) notes.warn(`${name} is a setting of Hydra, and multiplies the runs all the same.`);
  }
  return result;
}

function readSweeper(sweeper: SourceNode, root: SourceNode, notes: Notes): SweeperReading {
  switch (whichSweeper(sweeper, root)) {
    case "optuna":
      return readOptuna(sweeper, chosen(root, "sweeper/sampler"), notes);
    case "ax":
      return readAx(sweeper, notes);
    case "nevergrad":
      return readNevergrad(sweeper, notes);
    case "basic":
      return readBasic(sweeper, notes);
  }
}

function whichSweeper(sweeper: SourceNode, root: SourceNode): Sweeper {
  const named = textOf(sweeper, "_target_") ?? sweeperInDefaults(root) ?? "";
  for (const name of ["optuna", "nevergrad"] as const) if (named.toLowerCase().includes(name)) return name;
  if (/\bax\b|ax_sweeper|AxSweeper/.test(named) || memberOf(sweeper, "ax_config") !== undefined) return "ax";
  if (memberOf(sweeper, "n_trials") !== undefined || memberOf(sweeper, "search_space") !== undefined) return "optuna";
  return memberOf(sweeper, "optim") === undefined ? "basic" : "nevergrad";
}

const sweeperInDefaults = (root: SourceNode): string | null => chosen(root, "sweeper");

/** What the list of defaults chooses for hydra/`group`, as in `override hydra/sweeper: optuna`; the last one counts. */
function chosen(root: SourceNode, group: string): string | null {
  let choice: string | null = null;
  for (const item of memberOf(root, "defaults")?.items ?? []) {
    for (const [key, { value }] of item.members ?? []) {
      if (key.replace(/^override\s+/, "").replace(/^\//, "") === `hydra/${group}` && typeof value === "string")
        choice = value;
    }
  }
  return choice;
}

/** The node of hydra.sweeper, with `params` put in where the file writes `hydra.sweeper.params` as one key. */
function sweeperNode(root: SourceNode): SourceNode | null {
  const hydra = memberOf(root, "hydra");
  const node = memberOf(hydra, "sweeper") ?? memberOf(root, "hydra.sweeper") ?? null;
  const params = memberOf(root, "hydra.sweeper.params") ?? memberOf(hydra, "sweeper.params");
  if (params === undefined) return node;
  return { ...(node ?? params), members: new Map([...(node?.members ?? []), ["params", params]]) };
}

/** What a finished multirun keeps of its command line: `hydra.overrides.task: [lr=0.1,0.01]`. */
function overridesOf(root: SourceNode, notes: Notes): SweeperReading | null {
  const items = memberOf(memberOf(memberOf(root, "hydra"), "overrides"), "task")?.items ?? [];
  const parameters = items.flatMap((item) => {
    const [, key = "", value = ""] =
      typeof item.value === "string" ? (/^([^=]+)=([\s\S]*)$/.exec(item.value) ?? []) : [];
    return key === "" ? [] : overrideOf(key, value, item, notes);
  });
  return parameters.length === 0 ? null : gridOf(parameters, notes);
}

function mentionIgnored(root: SourceNode, notes: Notes): void {
  const launcher = chosen(root, "launcher");
  const params = memberOf(memberOf(memberOf(root, "hydra"), "sweeper"), "params")?.members;
  const overridden = [...(params?.keys() ?? [])].some((key) => /^\+*hydra[./]launcher/.test(key));
  if (launcher !== null || overridden || memberOf(memberOf(root, "hydra"), "launcher") !== undefined) {
    notes.warn("The launcher's settings were not read: they say where the runs go, not how many there are.");
  }
}
