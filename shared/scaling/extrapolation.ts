/** How far a question lies outside the runs that a fit was made on. */
import type { ScalingFit } from "./fit.ts";
import type { SizedRun } from "./loss.ts";

/** Which of a run lies outside what was fitted, and by what factor; null where both lie inside. */
export interface Extrapolation {
  readonly of: "parameters" | "tokens";
  readonly direction: "above" | "below";
  /** How many times past the end of the range, above 1. */
  readonly factor: number;
}

/**
 * By how much a run lies outside the runs that the fit was made on; of size and tokens the one that lies further out.
 *
 * Worked example: 70e9 parameters on 1.4e12 tokens, of fits made up to 16e9 and 500e9: size, 4.375 times above.
 */
export function extrapolation({ fittedOn }: ScalingFit, { parameters, tokens }: SizedRun): Extrapolation | null {
  const found = [
    outside("parameters", parameters, fittedOn.parameters),
    fittedOn.tokens === null ? null : outside("tokens", tokens, fittedOn.tokens),
  ].flatMap((one) => one ?? []);
  return found.sort((a, b) => b.factor - a.factor)[0] ?? null;
}

function outside(
  of: Extrapolation["of"],
  value: number,
  { from, to }: { readonly from: number; readonly to: number },
): Extrapolation | null {
  if (value > to) return { of, direction: "above", factor: value / to };
  return value < from ? { of, direction: "below", factor: from / value } : null;
}
