/** The parameters of a Hydra sweeper: overrides, each with its place in the file. */
import type { SourceNode, Span } from "../../../plan/text/source.ts";
import { sweepValue } from "../nodes.ts";
import type { Notes } from "../notes.ts";
import { countBelow, MOST_LISTED, spaced } from "../steps.ts";
import type { CountAxis, SweepAxis, SweepValue, ValuesAxis } from "../sweep-file.ts";
import { readOverride, type Swept } from "./override.ts";

/** What a parameter is, once read. */
export interface Parameter {
  readonly name: string;
  readonly at: Span;
  readonly swept: Swept;
}

/** Members of `node` as overrides; those that cannot be read are faults. */
export function parametersOf(node: SourceNode | undefined, notes: Notes): Parameter[] {
  return [...(node?.members ?? [])].flatMap(([key, member]) => parameterOf(key, member, notes));
}

/** A parameter under `key`; none where it deletes a setting or cannot be read. */
export function parameterOf(key: string, node: SourceNode, notes: Notes): Parameter[] {
  if (typeof node.value === "string") return overrideOf(key, node.value, node, notes);
  if (node.items !== null || node.members !== null) {
    notes.warn(`${key} is a list or a mapping: Hydra takes it as one value. Write choice(…) to sweep over values.`);
  }
  return [{ name: nameOf(key), at: node, swept: { kind: "constant", value: sweepValue(node.value) } }];
}

/** An override with the text of its value, as on a command line. */
export function overrideOf(key: string, value: string, at: Span, notes: Notes): Parameter[] {
  if (key.startsWith("~")) return [];
  const read = readOverride(value);
  if (read.ok) return [{ name: nameOf(key), at, swept: read.value }];
  notes.fault(at, { ...read.error, value });
  return [];
}

/** `+` and `++` say that a setting may be new. */
const nameOf = (key: string): string => key.replace(/^\+{1,2}/, "").trim();

/** Whether the parameter is a setting of Hydra itself: a launcher's, a folder's. */
export const isHydraSetting = ({ name }: Parameter): boolean => /^hydra[./]/.test(name);

/** The axis of a list of values; with one value it is a constant, and the answer null. */
export function choiceAxis(name: string, values: readonly SweepValue[], drawn: boolean): ValuesAxis {
  return { name, drawn, kind: "values", values };
}

/** The numbers of Hydra's `range`, listed, or counted where there are too many to list. */
export function stepsAxis(name: string, swept: Extract<Swept, { kind: "steps" }>): ValuesAxis | CountAxis {
  const { start, stop, step } = swept;
  return listedAxis(name, start, step, countBelow(start, stop, step));
}

/** `count` numbers from `start` on, `step` apart, as an axis that multiplies. */
export function listedAxis(name: string, start: number, step: number, count: number): ValuesAxis | CountAxis {
  return count > MOST_LISTED
    ? { name, drawn: false, kind: "count", count }
    : { name, drawn: false, kind: "values", values: spaced(start, step, count) };
}

/** What a sampler draws from an interval, or from the numbers between two ends that it includes. */
export function drawnRange(name: string, swept: Extract<Swept, { kind: "steps" | "interval" }>): SweepAxis {
  const { whole } = swept;
  const base = { name, drawn: true, kind: "range", whole, normal: null } as const;
  return swept.kind === "interval"
    ? { ...base, low: swept.low, high: swept.high, step: whole ? 1 : null, scale: swept.log ? "log" : "linear" }
    : { ...base, low: swept.start, high: swept.stop, step: swept.step, scale: "linear" };
}
