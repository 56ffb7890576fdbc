/** Building formulas in the least number of words. */
import type { Formula, TraceTerm } from "../trace.ts";

export const sym = (name: string, sub?: string): Formula =>
  sub === undefined ? { kind: "symbol", name } : { kind: "symbol", name, sub };

export const num = (value: number, unit = ""): Formula =>
  unit === "" ? { kind: "number", value } : { kind: "number", value, unit };

export const words = (text: string): Formula => ({ kind: "text", text });

export const times = (...factors: Formula[]): Formula =>
  factors.length === 1 && factors[0] ? factors[0] : { kind: "product", factors };

export const plus = (...terms: Formula[]): Formula =>
  terms.length === 1 && terms[0] ? terms[0] : { kind: "plus", terms };

export const minus = (from: Formula, take: Formula): Formula => ({ kind: "minus", from, take });

export const over = (top: Formula, bottom: Formula): Formula => ({ kind: "fraction", over: top, under: bottom });

export const power = (base: Formula, exponent: Formula): Formula => ({ kind: "power", base, exponent });

export const group = (inner: Formula): Formula => ({ kind: "group", inner });

export const sumOver = (index: string, of: Formula): Formula => ({ kind: "sum", index, of });

export const equal = (...sides: Formula[]): Formula => ({ kind: "equals", sides });

/** At most a handful of terms are written out; more are a sum that opens. */
export function sumOfTerms(terms: readonly TraceTerm[], unit: string): Formula {
  const FEW = 4;
  if (terms.length === 0) return num(0, unit);
  if (terms.length <= FEW) return plus(...terms.map((term) => num(term.value)));
  const first = terms.slice(0, 2).map((term) => num(term.value));
  const last = terms.at(-1);
  return plus(...first, words("…"), num(last?.value ?? 0));
}
