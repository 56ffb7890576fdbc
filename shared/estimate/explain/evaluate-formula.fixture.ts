/** Works out a formula that has numbers put in, so that a test can see that it says what its trace says. */
import type { Formula } from "../trace.ts";

/** The formula's value; null where it contains a symbol or words. */
export function evaluateFormula(formula: Formula): number | null {
  switch (formula.kind) {
    case "number":
      return formula.value;
    case "symbol":
    case "text":
    case "sum":
    case "equals":
      return null;
    case "group":
      return evaluateFormula(formula.inner);
    case "product":
      return all(formula.factors, (values) => values.reduce((product, value) => product * value, 1));
    case "plus":
      return all(formula.terms, (values) => values.reduce((sum, value) => sum + value, 0));
    case "minus":
      return all([formula.from, formula.take], ([from = 0, take = 0]) => from - take);
    case "power":
      return all([formula.base, formula.exponent], ([base = 0, exponent = 0]) => base ** exponent);
    case "fraction":
      return all([formula.over, formula.under], ([over = 0, under = 1]) => over / under);
  }
}

function all(formulas: readonly Formula[], combine: (values: number[]) => number): number | null {
  const values = formulas.map(evaluateFormula);
  return values.every((value) => value !== null) ? combine(values) : null;
}
