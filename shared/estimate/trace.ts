/** How a figure was computed: its formula, the same with numbers put in, and where each number comes from. */
import type { AnyFigure } from "./figure.ts";

/** A formula as data: the screen sets it as MathML, the terminal as a line of text. */
export type Formula =
  | { readonly kind: "symbol"; readonly name: string; readonly sub?: string }
  | { readonly kind: "number"; readonly value: number; readonly unit?: string }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "product"; readonly factors: readonly Formula[] }
  | { readonly kind: "plus"; readonly terms: readonly Formula[] }
  | { readonly kind: "minus"; readonly from: Formula; readonly take: Formula }
  | { readonly kind: "fraction"; readonly over: Formula; readonly under: Formula }
  | { readonly kind: "power"; readonly base: Formula; readonly exponent: Formula }
  | { readonly kind: "sum"; readonly index: string; readonly of: Formula }
  | { readonly kind: "group"; readonly inner: Formula }
  | { readonly kind: "equals"; readonly sides: readonly Formula[] };

/** One number that went in. */
export interface TraceInput {
  /** Its symbol in the formula; empty for a number inside one of the others. */
  readonly symbol: string;
  readonly name: string;
  readonly value: number;
  /** Unit, empty for a pure number: "FLOP", "card-hours", "USD". */
  readonly unit: string;
  /** What a reader should know beside it: "35.4 % of the dense bf16 peak", "10 to 15". */
  readonly note: string | null;
  /** Who says so: "stated in the plan", a paper, a catalogue row. */
  readonly source: string;
  readonly date: string | null;
  /** The figure's own trace, one level down. */
  readonly figure: AnyFigure | null;
  /** Where in the plan document it can be changed; null when it follows from others. */
  readonly place: string | null;
}

/** A term of a sum, for "open the sum". */
export interface TraceTerm {
  readonly name: string;
  readonly value: number;
  readonly figure: AnyFigure | null;
}

export interface Trace {
  readonly title: string;
  readonly value: number;
  readonly unit: string;
  readonly formula: Formula;
  readonly substituted: Formula;
  /** Source of the formula itself. */
  readonly formulaSource: string;
  readonly inputs: readonly TraceInput[];
  readonly terms: readonly TraceTerm[];
  readonly notes: readonly { readonly title: string; readonly text: string }[];
}
