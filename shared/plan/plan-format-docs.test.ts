import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { CLUSTER_DEFAULTS, PRESETS } from "../cluster/cluster.ts";
import { DEFAULT_CONVENTION } from "../compute/convention.ts";
import { DIFFERENCES } from "../compute/differences.ts";
import { DEFAULT_LOAD, DEFAULT_PUE } from "../energy/assumptions.ts";
import { gridSchema } from "../energy/grid.ts";
import { acceleratorSchema } from "../hardware/accelerator.ts";
import { utilisationPriorsSchema } from "../hardware/utilisation.ts";
import { LAYOUT_DEFAULTS } from "../memory/layout.ts";
import { RECIPE_DEFAULTS } from "../memory/recipe.ts";
import { LAYER_KINDS } from "../models/layer.ts";
import { MODEL_DEFAULTS } from "../models/model-fields.ts";
import { funderLayoutSchema } from "../money/budget/funder-layout.ts";
import { DEFAULT_BASIS } from "../money/quote-basis.ts";
import { rateSchema } from "../money/rate.ts";
import { DEFAULT_TERM } from "../money/term.ts";
import { RUN_KINDS } from "../training/run-kind.ts";
import { exact } from "../units/format/exact.ts";
import type { Catalogue } from "./catalogue.ts";
import { MAX_CLASSES } from "./checks/class-count.ts";
import { MAX_RUNS } from "./checks/run-count.ts";
import { DEFAULT_CARDS_PER_NODE, DEFAULT_CURRENCY } from "./defaults.ts";
import { planSchema } from "./document.ts";
import { describeFault } from "./faults/describe-fault.ts";
import { axisPaths } from "./fields.ts";
import { readPlan } from "./read.ts";

const root = new URL("../../", import.meta.url);
const rows = (name: string): unknown => JSON.parse(readFileSync(new URL(`assets/catalog/${name}.json`, root), "utf8"));
const page = readFileSync(new URL("docs/plan-format.md", root), "utf8");

const catalogue: Catalogue = {
  accelerators: z.array(acceleratorSchema).parse(rows("accelerators")),
  rates: z.array(rateSchema).parse(rows("rates")),
  grids: z.array(gridSchema).parse(rows("grids")),
  utilisation: utilisationPriorsSchema.parse(rows("utilisation")),
  funders: z.array(funderLayoutSchema).parse(rows("funders")),
};

/** Every fenced block: its language, its mark and its text. The mark says what part of a plan the block is. */
const blocks = [...page.matchAll(/^```(\w+)(?: (\w+))?\n([\s\S]*?)^```$/gm)].map(
  ([, language = "", mark = "", text = ""], index) => ({ name: `${index + 1}, ${mark}`, language, mark, text }),
);

const hardware = { accelerator: "h100-sxm", format: "bf16" };
const model = { layers: 8, width: 1024, heads: 8, vocabulary: 32_101 };
const training = { steps: 50_000, batch: 256, sequence: 512 };

/** A plan that has everything which a fragment of the page may speak of. */
const around = {
  flopsheet: 1,
  title: "Around a fragment",
  variables: { pointsPerLine: { low: 10, likely: 15, high: 15 } },
  defaults: { model, training, hardware },
  experiments: [{ id: "search", title: "Search", model, training, sweeps: [{}] }],
  quotes: [{ id: "offer", price: 3 }],
};

type Fragment = Readonly<Record<string, unknown>> & { readonly model?: { readonly kind?: string } };

function withExperiment(experiment: Fragment) {
  // A model of another kind takes no fields of a transformer, not even from the defaults.
  const defaults = experiment.model?.kind !== undefined ? { hardware } : around.defaults;
  return { ...around, defaults, experiments: [...around.experiments, experiment] };
}

const embed: Readonly<Record<string, (fragment: Fragment) => object>> = {
  plan: (fragment) => fragment,
  top: (fragment) => ({ ...around, ...fragment }),
  experiment: withExperiment,
  sweep: (fragment) => withExperiment({ id: "demo", title: "Demo", sweeps: [fragment] }),
};

const faultsOf = (text: string): string[] => {
  const read = readPlan(text, catalogue);
  return read.ok ? [] : read.error.map(describeFault);
};

describe("the examples of docs/plan-format.md", () => {
  const examples = blocks.filter(({ language }) => language === "yaml" || language === "json");

  it("each say what part of a plan they are", () => {
    expect(examples.length).toBeGreaterThan(15);
    const known = [...Object.keys(embed), "faulty"];
    expect(examples.filter(({ mark }) => !known.includes(mark)).map(({ name }) => name)).toEqual([]);
    expect(page.match(/^```/gm)).toHaveLength(2 * blocks.length);
  });

  it.each(examples.filter(({ mark }) => mark !== "faulty"))("$name is a plan without a fault", ({ mark, text }) => {
    if (mark === "plan") expect(faultsOf(text)).toEqual([]);
    else expect(faultsOf(JSON.stringify(embed[mark]?.(parse(text))))).toEqual([]);
  });

  it("show what a faulty plan gets, as it is printed", () => {
    const faulty = blocks.filter(({ mark }) => mark === "faulty").map(({ text }) => faultsOf(text));
    const [faults = []] = faulty;
    expect(faulty).toHaveLength(1);
    expect(faults).toHaveLength(5);
    const printed = blocks.find(({ mark }) => mark === "faults");
    expect(printed?.text).toBe(`plan.yaml: 5 faults\n\n${faults.join("\n\n")}\n`);
  });
});

/** The text of each section by its heading. */
const sections = new Map(
  page
    .split(/^## /m)
    .slice(1)
    .map((section) => [section.slice(0, section.indexOf("\n")), section] as const),
);

const ROOT = "Keys of the plan";
const NUMBERS = "Numbers in doubt";

/** Where the members of an object are written down, by the key that it stands under; else with the object itself. */
const SECTION_OF: Readonly<Record<string, string>> = {
  experiments: "Experiments",
  sweeps: "Sweeps",
  model: "The model",
  list: "A list of layers",
  training: "The training",
  hardware: "The hardware",
  axes: "Axes",
  variables: NUMBERS,
  convention: "Convention",
  quotes: "Quotes",
  exchangeRates: "Exchange rates",
  storage: "Storage",
  overhead: "Overhead",
  clusters: "Clusters",
  schedule: "Schedule",
  energy: "Energy",
  budget: "Budget",
  lines: "Budget lines",
  disputes: "Disputes",
  from: "Copies of the library",
};

interface JsonSchema {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
  readonly maxItems?: number;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: JsonSchema | boolean;
  readonly items?: JsonSchema;
  readonly oneOf?: readonly JsonSchema[];
  readonly anyOf?: readonly JsonSchema[];
}

interface Key {
  readonly name: string;
  /** The section that owes it, and the objects that it stands in from there on. */
  readonly section: string;
  readonly within: string;
  readonly schema: JsonSchema;
  readonly required: boolean;
}

/** Every key of the schema, each once in a section and an object. */
function keysOf(schema: JsonSchema, section: string, within = "", found = new Map<string, Key>()): Map<string, Key> {
  const { properties = {}, required = [], additionalProperties, items, anyOf = [], oneOf = [] } = schema;
  const inDoubt = "low" in properties || "use" in properties;
  const own = inDoubt ? { section: NUMBERS, within: "" } : { section, within };
  for (const [name, member] of Object.entries(properties)) {
    // A range has the bounds of the place where it stands, which its own row tells.
    const key = { ...own, name, schema: inDoubt ? {} : member, required: required.includes(name) };
    found.set(`${own.section}${own.within}.${name}`, key);
    const next = SECTION_OF[name];
    keysOf(member, next ?? own.section, next === undefined ? `${own.within}.${name}` : "", found);
  }
  for (const part of [...anyOf, ...oneOf]) keysOf(part, section, within, found);
  if (items !== undefined) keysOf(items, section, within, found);
  if (typeof additionalProperties === "object") keysOf(additionalProperties, section, within, found);
  return found;
}

const keys = [...keysOf(z.toJSONSchema(planSchema) as JsonSchema, ROOT)].map(([title, key]) => ({ ...key, title }));

/** What the table of a section, or of a card, says of a key; undefined for a key that is told in a sentence. */
function rowOf(section: string, name: string, within = ""): { allowed: string; otherwise: string } | undefined {
  const [fields = "", card = ""] = sections.get(section)?.split("| field of a card |") ?? [];
  const table = within === "" ? fields : within === ".accelerator" ? card : "";
  for (const line of table.split("\n")) {
    const [, key, what, allowed, otherwise] = line.split(/ ?\| ?/);
    if (key?.includes(`\`${name}\``) && otherwise) return { allowed: `${what} ${allowed}`, otherwise };
  }
  return undefined;
}

/** What the page must say of the values that a schema allows. */
function boundsOf({ anyOf = [], enum: options = [], items, ...schema }: JsonSchema): string[] {
  const bounds = [schema.minimum, schema.maximum, schema.maxItems];
  return [
    ...options.map((option) => `\`${option}\``),
    ...bounds.flatMap((bound) => (bound === undefined || Math.abs(bound) === FARTHEST ? [] : spelt(bound))),
    ...(schema.exclusiveMinimum === undefined ? [] : [`above ${exact(schema.exclusiveMinimum)}`]),
    ...anyOf.filter(({ properties }) => properties === undefined).flatMap(boundsOf),
    ...(items?.enum === undefined ? [] : boundsOf(items)),
  ];
}

/** Whether `text` has `words`, and not merely as a part of a longer word or number. */
function says(text: string | undefined, words: string): boolean {
  const escaped = words.replace(/[.$]/g, "\\$&");
  return new RegExp(`(?<![\\w.,])${escaped}(?![\\w]|[.,]\\d)`).test(text ?? "");
}

/** What the library writes where a whole number has no bound. */
const FARTHEST = Number.MAX_SAFE_INTEGER;

/** A bound as the page writes it; years have no comma. */
const spelt = (bound: number): string => (bound >= 1_900 && bound <= 2_100 ? String(bound) : exact(bound));

describe("the tables of docs/plan-format.md", () => {
  it("have every key of the schema, in the section of its object", () => {
    expect(keys.length).toBeGreaterThan(100);
    const missing = keys.filter(({ name, section }) => !sections.get(section)?.includes(`\`${name}\``));
    expect(missing.map(({ name, section }) => `${section}: ${name}`)).toEqual([]);
  });

  it("have no key that the schema does not have", () => {
    const known = new Set(keys.map(({ name }) => name));
    const written = [...page.matchAll(/^\| ((?:`[$\w]+`(?:, )?)+) \|/gm)].flatMap(([, cell = ""]) => [
      ...cell.matchAll(/`([$\w]+)`/g),
    ]);
    const names = written.map(([, name = ""]) => name);
    expect(names.length).toBeGreaterThan(80);
    const values = new Set<string>([...Object.keys(DIFFERENCES), ...RUN_KINDS, ...LAYER_KINDS]);
    expect(names.filter((name) => !known.has(name) && !values.has(name))).toEqual([]);
  });

  it("say the bounds of every key, and which keys may not be left out", () => {
    const missing = keys.flatMap(({ title, name, section, within, schema, required }) => {
      const row = rowOf(section, name, within);
      const said = row?.allowed ?? sections.get(section);
      const unsaid = boundsOf(schema).filter((bound) => !says(said, bound));
      const left = row !== undefined && required && row.otherwise !== "refused" ? ["refused"] : [];
      return [...unsaid, ...left].map((what) => `${title}: ${what}`);
    });
    expect(keys.flatMap(({ schema }) => boundsOf(schema)).length).toBeGreaterThan(150);
    expect(missing).toEqual([]);
  });

  it("say what is meant when a key is left out", () => {
    const clusters = PRESETS.map(({ cards }) => exact(cards));
    const meant: [section: string, name: string, value: string][] = [
      ["The hardware", "cardsPerNode", String(DEFAULT_CARDS_PER_NODE)],
      ["The hardware", "utilisation", catalogue.utilisation.languageModel.utilisation.toFixed(2)],
      ["The hardware", "utilisation", catalogue.utilisation.other.utilisation.toFixed(2)],
      ["Quotes", "term", DEFAULT_TERM],
      ["Quotes", "basis", DEFAULT_BASIS],
      ["Energy", "load", String(DEFAULT_LOAD)],
      ["Energy", "pue", String(DEFAULT_PUE)],
      ["Clusters", "hoursPerWeek", String(CLUSTER_DEFAULTS.hoursPerWeek)],
      ["Clusters", "share", String(CLUSTER_DEFAULTS.share)],
      ["Clusters", "queueWaitHours", String(CLUSTER_DEFAULTS.queueWaitHours)],
      ["Clusters", "cardMtbfHours", exact(Math.round(CLUSTER_DEFAULTS.cardMtbfHours))],
      ["Clusters", "checkpointWriteMinutes", String(CLUSTER_DEFAULTS.checkpointWriteMinutes)],
      ["Clusters", "restartMinutes", String(CLUSTER_DEFAULTS.restartMinutes)],
      [ROOT, "currency", DEFAULT_CURRENCY],
      [ROOT, "convention", DEFAULT_CONVENTION.name],
      [ROOT, "clusters", `${clusters.slice(0, -1).join(", ")} and ${clusters.at(-1)}`],
    ];
    for (const [name, { value }] of Object.entries(RECIPE_DEFAULTS)) meant.push(["The training", name, String(value)]);
    for (const [name, { value }] of Object.entries(LAYOUT_DEFAULTS))
      if (name !== "gatheredLayers") meant.push(["The hardware", name, String(value)]);
    for (const [name, { value }] of Object.entries(MODEL_DEFAULTS)) meant.push(["The model", name, String(value)]);
    expect(meant.filter(([section, name, value]) => !says(rowOf(section, name)?.otherwise, value))).toEqual([]);
  });

  it("name the greatest number of run classes, and path axes that exist", () => {
    const axes = sections.get("Axes") ?? "";
    expect(axes).toContain(`${exact(MAX_CLASSES)} kinds of runs`);
    expect(axes).toContain(`every count at its high end, it may have ${exact(MAX_RUNS)}.`);
    const named = [...axes.matchAll(/`((?:model|training|hardware)\.[\w.]+)`/g)].map(([, path = ""]) => path);
    expect(named.length).toBeGreaterThan(3);
    expect(named.filter((path) => !axisPaths.includes(path))).toEqual([]);
  });
});
