/** What a value of Hydra's override grammar sweeps over. */
import { err, ok, type Result } from "../../../lib/result.ts";
import { type Argument, type Expression, numberArgument, plain, plainValue, readExpressions } from "../expression.ts";
import type { SweepValue } from "../sweep-file.ts";

export type Swept =
  | { readonly kind: "constant"; readonly value: SweepValue }
  | { readonly kind: "choice"; readonly values: readonly SweepValue[] }
  | {
      readonly kind: "steps";
      readonly start: number;
      readonly stop: number;
      readonly step: number;
      readonly whole: boolean;
    }
  | {
      readonly kind: "interval";
      readonly low: number;
      readonly high: number;
      readonly log: boolean;
      readonly whole: boolean;
      /** Written as int(interval(…)): samplers differ in what they make of an interval of whole numbers without it. */
      readonly isCast: boolean;
    }
  | { readonly kind: "glob"; readonly pattern: string };

/** What is wrong with a value, and what is allowed in its place. */
export interface OverrideFault {
  readonly message: string;
  readonly allowed: string;
}

/**
 * Reads the part of an override after the `=`.
 *
 * @example readOverride("1,2,3")                       // a choice of 1, 2 and 3
 * @example readOverride("int(tag(log, interval(1, 32)))") // whole numbers from 1 to 32 on a logarithmic scale
 */
export function readOverride(text: string): Result<Swept, OverrideFault> {
  if (text.trim() === "") return ok({ kind: "constant", value: "" });
  const read = readExpressions(text);
  if (!read.ok) return err({ message: "This value cannot be read as Hydra's", allowed: read.error });
  const [only, second] = read.value;
  if (only === undefined) return ok({ kind: "constant", value: "" });
  return second === undefined ? sweptBy(only, text) : choiceOf(read.value);
}

const CASTS: ReadonlySet<string> = new Set(["int", "float", "str", "bool"]);

function sweptBy(expression: Expression, text: string): Result<Swept, OverrideFault> {
  if (expression.kind !== "call") return ok({ kind: "constant", value: plainValue(expression) });
  const { name, args } = expression;
  switch (name) {
    case "choice":
      return choiceOf(args.map(({ value }) => value));
    case "range":
      return steps(args, text);
    case "interval":
      return interval(args, text);
    case "glob":
      return ok({ kind: "glob", pattern: args[0] === undefined ? "*" : String(plainValue(args[0].value)) });
    case "tag":
      return tagged(args, text);
    case "shuffle":
    case "sort":
      return arranged(args, text);
    case "json_str":
    case "extend_list":
      return ok({ kind: "constant", value: expression.text });
    default:
      return CASTS.has(name)
        ? cast(name, args, text)
        : err({
            message: `Hydra has no function ${name}`,
            allowed: "choice, range, interval, glob, shuffle, sort, tag, a cast",
          });
  }
}

function choiceOf(items: readonly Expression[]): Result<Swept, OverrideFault> {
  const swept = items.find(
    (item) => item.kind === "call" && ["choice", "range", "interval", "glob"].includes(item.name),
  );
  if (swept !== undefined) {
    return err({ message: "A sweep stands inside another one", allowed: "values in a choice" });
  }
  if (items.length === 0) return err({ message: "This choice has no values", allowed: "one value at least" });
  return ok({ kind: "choice", values: items.map(plainValue) });
}

function steps(args: readonly Argument[], text: string): Result<Swept, OverrideFault> {
  const [first, second, third] = args.flatMap(({ name, value }) => (name === null ? [plainValue(value)] : []));
  const named = (name: string) => args.find((arg) => arg.name === name)?.value;
  const given = (name: string, otherwise: SweepValue | undefined) => {
    const value = named(name);
    return value === undefined ? otherwise : plainValue(value);
  };
  // range(stop) starts at 0; a second number, or a stop by name, makes the first one the start.
  const startsFirst = second !== undefined || named("stop") !== undefined;
  const start = given("start", startsFirst ? (first ?? 0) : 0);
  const stop = given("stop", second ?? first);
  const step = given("step", third ?? 1);
  if (typeof start !== "number" || typeof stop !== "number" || typeof step !== "number" || step === 0) {
    const allowed = "range(stop), range(start, stop) or range(start, stop, step), of numbers";
    return err({ message: "This range is not one", allowed });
  }
  return ok({ kind: "steps", start, stop, step, whole: areWhole(text, [start, stop, step]) });
}

function interval(args: readonly Argument[], text: string): Result<Swept, OverrideFault> {
  const low = numberArgument(args, "start", 0);
  const high = numberArgument(args, "end", 1);
  if (low === undefined || high === undefined || low > high) {
    return err({ message: "This interval is not one", allowed: "interval(low, high), of two numbers" });
  }
  return ok({ kind: "interval", low, high, log: false, whole: areWhole(text, [low, high]), isCast: false });
}

/** Hydra tells `1` from `1.0`: an interval or a range of whole numbers has no others in it. */
const areWhole = (text: string, numbers: readonly number[]): boolean =>
  numbers.every(Number.isInteger) && !/\d\.|\.\d|\d[eE]/.test(text);

function tagged(args: readonly Argument[], text: string): Result<Swept, OverrideFault> {
  const inner = args.at(-1)?.value;
  if (inner === undefined) return err({ message: "This tag holds no sweep", allowed: "tag(log, interval(1, 32))" });
  const read = sweptBy(inner, text);
  const tags = args.slice(0, -1).map(({ value }) => plainValue(value));
  if (!read.ok || read.value.kind !== "interval" || !tags.includes("log")) return read;
  if (read.value.low <= 0) return err({ message: "A logarithmic interval starts above 0", allowed: "numbers above 0" });
  return ok({ ...read.value, log: true });
}

/** The order of the runs makes no difference here; several arguments are a choice of them. */
function arranged(args: readonly Argument[], text: string): Result<Swept, OverrideFault> {
  const items = args.filter(({ name }) => name === null).map(({ value }) => value);
  const [only, second] = items;
  if (only === undefined || second !== undefined) return choiceOf(items);
  return only.kind === "list" ? choiceOf(only.items) : sweptBy(only, text);
}

function cast(name: string, args: readonly Argument[], text: string): Result<Swept, OverrideFault> {
  const values = args.map(({ value }) => value);
  const [only, second] = values;
  if (only === undefined) return err({ message: `${name}() has nothing to cast`, allowed: `${name}(value)` });
  const read = second === undefined ? sweptBy(only, text) : choiceOf(values);
  if (!read.ok) return read;
  const swept = read.value;
  if (swept.kind === "constant") return ok({ kind: "constant", value: castValue(name, swept.value) });
  if (swept.kind === "choice")
    return ok({ kind: "choice", values: swept.values.map((value) => castValue(name, value)) });
  if (swept.kind === "interval" && name === "int") {
    return ok({ ...swept, low: Math.trunc(swept.low), high: Math.trunc(swept.high), whole: true, isCast: true });
  }
  if ((swept.kind === "interval" || swept.kind === "steps") && name === "float") return ok({ ...swept, whole: false });
  return ok(swept);
}

function castValue(name: string, value: SweepValue): SweepValue {
  if (name === "str") return String(value);
  const number = typeof value === "string" ? plain(value) : value;
  if (name === "bool") return typeof number === "number" ? number !== 0 : number;
  if (typeof number === "boolean") return Number(number);
  return name === "int" && typeof number === "number" ? Math.trunc(number) : number;
}
