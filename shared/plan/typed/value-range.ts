/** Ranges of values as people write them, `128…16384 ×2`, and recognising one in a list of values. */
import { err, ok } from "../../lib/result.ts";
import { plus, times } from "./exact-decimal.ts";
import { readNumber, type Typed } from "./read-number.ts";

/** The most values that one range or one pasted column may have: as many as an axis takes. */
export const MOST_VALUES = 10_000;

const HOW = "Write a range as 128…16384 ×2, 0…1 +0.1 or 10…50 by 10.";

const NUMBER = String.raw`[+−-]?(?:\d+(?:[,_']\d{3})*(?:\.\d*)?|\.\d+)(?:[eE][+−-]?\d+)?[kKMBGT]?`;
const RANGE = new RegExp(
  String.raw`^(${NUMBER})\s*(?:…|\.{2,3}|[-–—]|\bto\b)\s*(${NUMBER})\s*(?:,?\s*(×|x|\*|÷|/|\+|[−-]|by|step)\s*(${NUMBER}))?$`,
);

interface Step {
  readonly kind: "times" | "divide" | "plus";
  readonly by: number;
}

/** Whether `text` looks like a range, right or wrong, and not like a list of values. */
export const looksLikeRange = (text: string): boolean => /…|\.\.|\d\s*(?:to|[-–—])\s*[\d.]/.test(text.trim());

/**
 * The values of a range, each the decimal that one expects: 0…1 +0.1 has 0.3, not 0.30000000000000004. It ends with the last value that
 * does not go beyond its end. Without a step it counts by 1. `..`, `-` and `to` stand for `…`, `x` and `*` for `×`, `by` for `+`.
 *
 * @example readRange("128…1024 ×2") // {ok: true, value: [128, 256, 512, 1024]}
 * @example readRange("1e-5..1e-3 x10") // {ok: true, value: [0.00001, 0.0001, 0.001]}
 */
export function readRange(text: string): Typed<number[]> {
  const [, startText, endText, mark, stepText] = RANGE.exec(text.trim()) ?? [];
  if (startText === undefined || endText === undefined) return err(HOW);
  const start = readNumber(startText);
  if (!start.ok) return start;
  const end = readNumber(endText);
  if (!end.ok) return end;
  const by = stepText === undefined ? ok(1) : readNumber(stepText);
  if (!by.ok) return by;
  if (mark === undefined && !(Number.isInteger(start.value) && Number.isInteger(end.value))) {
    return err("Write the step, as in 1e-5…1e-1 ×10 or 0…1 +0.1.");
  }
  return expanded(start.value, end.value, stepOf(mark, by.value, start.value <= end.value));
}

function stepOf(mark: string | undefined, by: number, isUpwards: boolean): Step {
  if (mark === "×" || mark === "x" || mark === "*") return { kind: "times", by };
  if (mark === "÷" || mark === "/") return { kind: "divide", by };
  if (mark === "-" || mark === "−") return { kind: "plus", by: -by };
  // 50…10 by 10 counts down.
  return { kind: "plus", by: mark === "+" || isUpwards ? by : -by };
}

function expanded(start: number, end: number, step: Step): Typed<number[]> {
  const wrong = whyEndless(start, end, step);
  if (wrong !== null) return err(wrong);
  const isUpwards = start <= end;
  const values: number[] = [];
  for (let value = start; isUpwards ? value <= end : value >= end; ) {
    if (values.length === MOST_VALUES) return err("This range has more than 10,000 values. Write a larger step.");
    values.push(value);
    const next = stepped(value, step);
    if (next === value) break;
    value = next;
  }
  return ok(values);
}

function stepped(value: number, { kind, by }: Step): number {
  if (kind === "plus") return plus(value, by);
  return kind === "times" ? times(value, by) : divided(value, by);
}

/** The quotient where it is a short decimal, else the nearest double. */
function divided(value: number, by: number): number {
  const short = Number((value / by).toPrecision(SHORT));
  return Number.isFinite(short) && times(short, by) === value ? short : value / by;
}

const SHORT = 15;

function whyEndless(start: number, end: number, { kind, by }: Step): string | null {
  if (start === end) return null;
  if (kind === "plus") {
    return (end - start) * by > 0 ? null : "The step leads away from the end of the range.";
  }
  if (by <= 0 || by === 1) return "The factor of a range is above 0 and not 1, as 2 in 128…16384 ×2.";
  if (start === 0 || end === 0 || start > 0 !== end > 0) return "A range with a factor does not reach or cross 0.";
  const grows = kind === "times" ? by > 1 : by < 1;
  return grows === Math.abs(end) > Math.abs(start) ? null : "The factor leads away from the end of the range.";
}

/**
 * Three or more values as a range, `128…16384 ×2`, that `readRange` reads as exactly them; null where they are none.
 *
 * @example describeRange([0, 0.1, 0.2]) // "0…0.2 +0.1"
 * @example describeRange([1, 2, 3])     // "1…3"
 */
export function describeRange(values: readonly unknown[]): string | null {
  const numbers = values.filter((value): value is number => typeof value === "number" && Number.isFinite(value));
  const [first, second, third] = numbers;
  const last = numbers.at(-1);
  if (numbers.length !== values.length || last === undefined) return null;
  if (first === undefined || second === undefined || third === undefined || first === second) return null;
  return candidates(first, second, last).find((text) => isRangeOf(text, numbers)) ?? null;
}

function candidates(first: number, second: number, last: number): string[] {
  const ends = `${shown(first)}…${shown(last)}`;
  const difference = plus(second, -first);
  const [ratio, inverse] = [short(second / first), short(first / second)];
  return [
    ...(difference === 1 ? [ends] : []),
    ...(difference > 0 ? [`${ends} +${shown(difference)}`] : [`${ends} −${shown(-difference)}`]),
    ...(ratio > 1 && Number.isFinite(ratio) ? [`${ends} ×${shown(ratio)}`] : []),
    ...(inverse > 1 && Number.isFinite(inverse) ? [`${ends} ÷${shown(inverse)}`] : []),
  ];
}

const short = (value: number): number => Number(value.toPrecision(SHORT));

/** As JavaScript writes it, small powers of ten as people do. */
function shown(value: number): string {
  const plain = String(value).replace("e+", "e");
  const exponential = value.toExponential().replace("e+", "e");
  return exponential.length < plain.length && value !== 0 && Math.abs(value) < LEAST_PLAIN ? exponential : plain;
}

const LEAST_PLAIN = 1e-3;

function isRangeOf(text: string, values: readonly number[]): boolean {
  const read = readRange(text);
  return read.ok && read.value.length === values.length && read.value.every((value, index) => value === values[index]);
}
