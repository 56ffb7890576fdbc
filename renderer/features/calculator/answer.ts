/** One answer of the calculator: a number, how it came about, and who says so. */
import type { Formula } from "../../../shared/estimate/trace.ts";

export interface Answer {
  readonly title: string;
  readonly value: number;
  /** Unit, empty for a pure number. */
  readonly unit: string;
  /** Beside the number: what it means, or how far others lie from it. */
  readonly note?: string;
  readonly formula: Formula;
  /** The same with numbers put in. */
  readonly substituted: Formula;
  /** Who says that this is the formula, and where its constants are from. */
  readonly source: string;
}
