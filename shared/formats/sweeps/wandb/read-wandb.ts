/** W&B sweep configurations. */
import type { SourceNode } from "../../../plan/text/source.ts";
import { countOf, memberOf, textOf } from "../nodes.ts";
import type { Notes } from "../notes.ts";
import type { Constant, SweepAxis, SweepFile, SweepMethod } from "../sweep-file.ts";
import { wandbParameter } from "./parameter.ts";

type Reading = Pick<SweepFile, "format" | "method" | "axes" | "constants" | "trials" | "cap" | "maxParallel">;

/** Keys that only W&B has beside the parameters. */
const ITS_KEYS = ["method", "program", "metric", "early_terminate", "run_cap", "command", "entity"];

/** Keys of a parameter that W&B does not know: the file is a search space of another kind. */
const FOREIGN_KEYS = ["type", "low", "high", "lower", "upper", "choices", "grid_search", "_type", "bounds"];

export function isWandb(root: SourceNode): boolean {
  const parameters = memberOf(root, "parameters");
  if (parameters === undefined || parameters.items !== null) return false;
  if (!ITS_KEYS.some((key) => memberOf(root, key) !== undefined)) return false;
  const members = [...(parameters.members?.values() ?? [])];
  return !members.some((node) => FOREIGN_KEYS.some((key) => memberOf(node, key) !== undefined));
}

const METHODS: ReadonlySet<string> = new Set(["grid", "random", "bayes"]);

export function readWandb(root: SourceNode, notes: Notes): Reading | null {
  const method = methodOf(root, notes);
  if (method === null) return null;
  mentionIgnored(root, notes);
  const axes: SweepAxis[] = [];
  const constants: Constant[] = [];
  const parameters = memberOf(root, "parameters");
  if (parameters?.members == null) {
    notes.fault(parameters ?? root, {
      message: "The sweep has no parameters",
      value: parameters?.value,
      allowed: "parameters: a mapping of names",
    });
    return null;
  }
  gather(parameters, "", method, { axes, constants }, notes);
  const cap = capOf(root, notes);
  const isGrid = method === "grid";
  if (!isGrid && cap === null) {
    const why = `A ${method === "bayes" ? "Bayesian" : "random"} sweep of W&B goes on until somebody stops it, and the file has no run_cap`;
    notes.need("cap", why, memberOf(root, "method") ?? null);
  }
  return {
    format: "wandb",
    method,
    axes,
    constants,
    trials: isGrid ? 1 : cap,
    cap: isGrid ? cap : null,
    maxParallel: null,
  };
}

function methodOf(root: SourceNode, notes: Notes): "grid" | "random" | "bayes" | null {
  const stated = memberOf(root, "method");
  const method = stated?.value;
  if (typeof method === "string" && METHODS.has(method))
    return method === "grid" || method === "random" ? method : "bayes";
  const message = stated === undefined ? "The sweep does not say its method" : "This method is not one of W&B's";
  notes.fault(stated ?? root, { message, value: method, allowed: "method: grid, random or bayes" });
  return null;
}

function gather(
  parameters: SourceNode,
  prefix: string,
  method: SweepMethod,
  into: { readonly axes: SweepAxis[]; readonly constants: Constant[] },
  notes: Notes,
): void {
  for (const [key, node] of parameters.members ?? []) {
    const name = `${prefix}${key}`;
    const inner = memberOf(node, "parameters");
    if (inner?.members != null) {
      gather(inner, `${name}.`, method, into, notes);
      continue;
    }
    if (node.members === null) {
      const message = `The parameter ${name} is not a mapping`;
      notes.fault(node, { message, value: node.value, allowed: "value, values, or min and max" });
      continue;
    }
    const read = wandbParameter(name, node, method, notes);
    if (read?.kind === "axis") into.axes.push(read.axis);
    else if (read?.kind === "constant") into.constants.push({ name, value: read.value });
  }
}

function capOf(root: SourceNode, notes: Notes): number | null {
  const stated = memberOf(root, "run_cap");
  const cap = countOf(root, "run_cap");
  if (stated === undefined || cap !== null) return cap;
  notes.fault(stated, {
    message: "run_cap is no number of runs",
    value: stated.value,
    allowed: "a whole number above 0",
  });
  return null;
}

function mentionIgnored(root: SourceNode, notes: Notes): void {
  const has = (key: string) => memberOf(root, key) !== undefined;
  const started = ["program", "command"].filter(has);
  if (started.length > 0) {
    notes.warn(
      `What is started (${started.join(", ")}) was not read: settings that it gives itself are not among the parameters.`,
    );
  }
  if (has("early_terminate")) {
    const type = textOf(memberOf(root, "early_terminate"), "type");
    const kind = type === null ? "" : ` (${type})`;
    notes.warn(
      `Early termination${kind} is not counted: every run counts to its end. The sweep can be told how many end early.`,
    );
  }
}
