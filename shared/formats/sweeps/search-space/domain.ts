/** One parameter of a search space, in the spellings of Optuna, Ray Tune, NNI and their kin. */
import type { SourceNode } from "../../../plan/text/source.ts";
import { type Expression, plainValue, readExpressions } from "../expression.ts";
import { memberOf, sweepValue } from "../nodes.ts";
import type { Notes } from "../notes.ts";
import type { SweepAxis, SweepValue } from "../sweep-file.ts";
import { type Distribution, distributionNamed } from "./distribution.ts";

export type Domain =
  /** `isRay`: written in words that only Ray Tune has. */
  | { readonly kind: "axis"; readonly axis: SweepAxis; readonly isRay: boolean }
  | { readonly kind: "constant"; readonly value: SweepValue }
  /** A mapping of further parameters. */
  | { readonly kind: "group" };

/** The domain that `node` describes for the parameter `name`; null, with a fault, where it describes one wrongly. */
export function domainOf(name: string, node: SourceNode, notes: Notes): Domain | null {
  if (typeof node.value === "string") return calledDomain(name, node.value, node, notes);
  if (node.members === null) return { kind: "constant", value: sweepValue(node.value) };
  const described = mappedDomain(name, node);
  if (described === "wrong") {
    notes.fault(node, {
      message: `The parameter ${name} has a distribution and lacks its numbers`,
      value: node.value,
      allowed: "low and high with low at most high (above 0 on a log scale), or choices",
    });
    return null;
  }
  return described ?? { kind: "group" };
}

/** Numbers or choices as they stand in the file, before their distribution says what they mean. */
interface Given {
  readonly distribution: Distribution;
  readonly values: readonly SweepValue[] | null;
  readonly numbers: readonly (number | null)[];
  readonly step: number | null;
  readonly log: boolean;
  readonly isRay: boolean;
}

const LOWS = ["low", "lower", "min", "minimum"];
const HIGHS = ["high", "upper", "max", "maximum"];
const STEPS = ["step", "q"];
const CHOICES = ["choices", "values", "categories", "options", "sequence", "_value"];
const BOUNDS = ["bounds", "range", "_value"];
/** Keys that a range without a type may have: with any other it is a setting, whose name happens to be `low`. */
const BESIDE_BOUNDS = new Set([...LOWS, ...HIGHS, ...STEPS, "log", "log_scale", "scale", "init", "default"]);
const TYPES = ["type", "distribution", "_type", "_target_", "sampler"];

function mappedDomain(name: string, node: SourceNode): Domain | "wrong" | null {
  const grid = memberOf(node, "grid_search")?.items;
  if (grid != null) return valuesDomain(name, listed(grid), false, true);
  const single = onlyMember(node);
  const called = single === null ? undefined : distributionNamed(single.key);
  if (called !== undefined && single?.node.items != null) {
    return domain(name, givenArguments(called, listed(single.node.items), false));
  }
  const typed = firstOf(node, TYPES, (value) => (typeof value === "string" ? distributionNamed(value) : undefined));
  const choices = firstOf(node, CHOICES, (_, member) => member.items ?? undefined);
  const bounds = firstOf(node, BOUNDS, (_, member) => member.items ?? undefined);
  const low = firstOf(node, LOWS, asNumber) ?? asNumber(bounds?.[0]?.value) ?? null;
  const high = firstOf(node, HIGHS, asNumber) ?? asNumber(bounds?.[1]?.value) ?? null;
  const values = choices === undefined ? null : listed(choices);
  const isRay = /\btune\b/.test(String(memberOf(node, "_target_")?.value ?? ""));
  if (typed !== undefined) {
    const normal = [firstOf(node, ["mean", "mu"], asNumber), firstOf(node, ["sd", "sigma", "std"], asNumber)];
    const numbers = typed.kind === "normal" ? normal.map((value) => value ?? null) : [low, high];
    if (typed.kind === "constant") return { kind: "constant", value: sweepValue(memberOf(node, "value")?.value) };
    const step = firstOf(node, STEPS, asNumber) ?? asNumber(bounds?.[2]?.value) ?? null;
    return domain(name, { distribution: typed, values, numbers, step, log: isLog(node), isRay });
  }
  const keys = [...(node.members?.keys() ?? [])];
  if (low !== null && high !== null && keys.every((key) => BESIDE_BOUNDS.has(key))) {
    const whole = Number.isInteger(low) && Number.isInteger(high);
    const distribution: Distribution = { kind: "uniform", whole, log: false, isExclusive: false };
    const step = firstOf(node, STEPS, asNumber) ?? null;
    return domain(name, { distribution, values: null, numbers: [low, high], step, log: isLog(node), isRay });
  }
  if (values !== null && keys.length === 1) return valuesDomain(name, values, true, isRay);
  return keys.length === 1 && keys[0] === "value"
    ? { kind: "constant", value: sweepValue(memberOf(node, "value")?.value) }
    : null;
}

/** `tune.choice([1, 2])`, `loguniform(1e-4, 1e-1)`; any other text is a constant. */
function calledDomain(name: string, text: string, node: SourceNode, notes: Notes): Domain | null {
  const call = /^(?:ray\.)?(tune\.)?([A-Za-z_]\w*)\s*\(/.exec(text.trim());
  const distribution = call === null ? undefined : distributionNamed(call[2] ?? "");
  if (call === null || (distribution === undefined && call[1] === undefined)) return { kind: "constant", value: text };
  const read = readExpressions(text.trim());
  const expression = read.ok && read.value.length === 1 ? read.value[0] : undefined;
  const found =
    expression?.kind === "call" && distribution !== undefined ? callOf(name, distribution, expression) : "wrong";
  if (found !== "wrong") return found;
  notes.fault(node, {
    message: `The distribution of ${name} cannot be read`,
    value: text,
    allowed:
      "choice([…]), grid_search([…]), uniform(low, high), loguniform, randint, quniform and their like, of plain values",
  });
  return null;
}

function callOf(
  name: string,
  distribution: Distribution,
  call: Extract<Expression, { kind: "call" }>,
): Domain | "wrong" {
  const [first] = call.args;
  if (distribution.kind === "choice" || distribution.kind === "grid") {
    return first?.value.kind === "list"
      ? valuesDomain(name, first.value.items.map(plainValue), distribution.kind === "choice", true)
      : "wrong";
  }
  return domain(
    name,
    givenArguments(
      distribution,
      call.args.map(({ value }) => plainValue(value)),
      true,
    ),
  );
}

/** Arguments by their place: low, high, then a step where the distribution has one. */
function givenArguments(distribution: Distribution, args: readonly SweepValue[], isRay: boolean): Given {
  const [low, high, step] = args.map((value) => (typeof value === "number" ? value : null));
  const hasStep = distribution.kind === "uniform" && distribution.isQuantised === true;
  return {
    distribution,
    values: args,
    numbers: [low ?? null, high ?? null],
    step: hasStep ? (step ?? null) : null,
    log: false,
    isRay,
  };
}

function domain(name: string, given: Given): Domain | "wrong" {
  const { distribution, values, numbers, isRay } = given;
  if (distribution.kind === "choice" || distribution.kind === "grid") {
    return values === null ? "wrong" : valuesDomain(name, values, distribution.kind === "choice", isRay);
  }
  if (distribution.kind === "constant") return { kind: "constant", value: values?.[0] ?? null };
  const [first, second] = numbers;
  const log = distribution.log || given.log;
  const scale = log ? "log" : "linear";
  const base = { name, drawn: true, kind: "range", scale } as const;
  if (distribution.kind === "normal") {
    const normal = { mean: first ?? 0, deviation: second ?? 1 };
    return { kind: "axis", axis: { ...base, low: null, high: null, step: given.step, whole: false, normal }, isRay };
  }
  if (first == null || second == null || first > second || (log && first <= 0)) return "wrong";
  const whole = distribution.whole;
  const high = distribution.isExclusive ? Math.max(first, second - 1) : second;
  const step = given.step ?? (whole ? 1 : null);
  return { kind: "axis", axis: { ...base, low: first, high, step, whole, normal: null }, isRay };
}

function valuesDomain(name: string, values: readonly SweepValue[], drawn: boolean, isRay: boolean): Domain | "wrong" {
  if (values.length === 0) return "wrong";
  return { kind: "axis", axis: { name, drawn, kind: "values", values }, isRay };
}

const listed = (items: readonly SourceNode[]): SweepValue[] => items.map(({ value }) => sweepValue(value));

const asNumber = (value: unknown): number | undefined => (typeof value === "number" ? value : undefined);

const isLog = (node: SourceNode): boolean =>
  memberOf(node, "log")?.value === true ||
  memberOf(node, "log_scale")?.value === true ||
  memberOf(node, "scale")?.value === "log";

/** What `read` makes of the first of `keys` that it can make something of. */
function firstOf<T>(
  node: SourceNode,
  keys: readonly string[],
  read: (value: unknown, member: SourceNode) => T | undefined,
): T | undefined {
  for (const key of keys) {
    const member = memberOf(node, key);
    const found = member === undefined ? undefined : read(member.value, member);
    if (found !== undefined) return found;
  }
  return undefined;
}

function onlyMember(node: SourceNode): { readonly key: string; readonly node: SourceNode } | null {
  const [first, second] = node.members ?? [];
  return first === undefined || second !== undefined ? null : { key: first[0], node: first[1] };
}
