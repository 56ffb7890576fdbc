/** The compute-optimal run of a budget as answers: size, tokens, loss, each with its formula and the spread of the fits. Pure. */

import { equal, group, num, over, plus, power, sym, times } from "../../../../shared/estimate/explain/formula.ts";
import type { Formula } from "../../../../shared/estimate/trace.ts";
import { assertNever } from "../../../../shared/lib/assert-never.ts";
import type { ScalingFit } from "../../../../shared/scaling/fit.ts";
import type { BestOnData } from "../../../../shared/scaling/limited-data.ts";
import { balance } from "../../../../shared/scaling/optimum.ts";
import type { Between, OptimumSpread } from "../../../../shared/scaling/spread.ts";
import { rangeText } from "../../../../shared/sheet/text/amounts.ts";
import type { Flop } from "../../../../shared/units/brands.ts";
import { PETAFLOP_DAY } from "../../../../shared/units/constants.ts";
import { fixed } from "../../../../shared/units/format/exact.ts";
import type { Answer } from "../answer.ts";

interface Question {
  readonly fit: ScalingFit;
  readonly budget: Flop;
  /** The best run of the budget; on a data set, where one is stated. */
  readonly found: Pick<BestOnData, "best" | "suffices">;
  readonly spread: OptimumSpread;
}

/** Size, tokens, and the loss where the fit predicts one. */
export function optimumAnswers({ fit, budget, found, spread }: Question): readonly Answer[] {
  const { best, suffices } = found;
  const size = suffices ? sizeFormula(fit, budget) : sizeOnData(budget, best.tokens);
  const answers: Answer[] = [
    {
      title: suffices ? "Compute-optimal size" : "Best size on this data",
      value: best.parameters,
      unit: "parameters",
      ...(suffices ? { note: spreadNote(spread.parameters) } : {}),
      formula: equal(sym("N"), size.formula),
      substituted: equal(sym("N"), size.numbers, num(best.parameters)),
      source: suffices ? fit.source : "All of the data is used; the rest of the budget goes into size",
    },
    {
      title: "Tokens",
      value: best.tokens,
      unit: "tokens",
      note: `${fixed(best.tokens / best.parameters, 1)} for each parameter${suffices ? `; ${spreadNote(spread.tokens)}` : ""}`,
      formula: suffices ? equal(sym("D"), over(sym("C"), times(num(6), sym("N")))) : equal(sym("D"), sym("D", "data")),
      substituted: suffices
        ? equal(sym("D"), over(num(budget, "FLOP"), times(num(6), num(best.parameters))), num(best.tokens))
        : equal(sym("D"), num(best.tokens)),
      source: "C = 6·N·D: Kaplan et al. 2020; Hoffmann et al. 2022",
    },
  ];
  if (best.loss === null) return answers;
  const loss = lossFormula(fit, best, budget, suffices);
  return [
    ...answers,
    {
      title: "Predicted loss",
      value: best.loss,
      unit: "nats a token",
      ...(suffices && spread.loss !== null ? { note: lossNote(spread.loss) } : {}),
      formula: equal(sym("L"), loss.formula),
      substituted: equal(sym("L"), loss.numbers, num(best.loss)),
      source: fit.source,
    },
  ];
}

const spreadNote = ({ low, high }: Between): string => `${rangeText(low, high)} over the fits`;
const lossNote = ({ low, high }: Between): string => `${fixed(low, 3)}–${fixed(high, 3)} over the fits`;

interface Both {
  readonly formula: Formula;
  readonly numbers: Formula;
}

function sizeFormula({ law }: ScalingFit, budget: Flop): Both {
  switch (law.kind) {
    case "sum": {
      const { alpha, beta } = law;
      return {
        formula: times(sym("G"), power(group(over(sym("C"), num(6))), over(sym("β"), plus(sym("α"), sym("β"))))),
        numbers: times(num(balance(law)), power(group(over(num(budget), num(6))), num(beta / (alpha + beta)))),
      };
    }
    case "allocation": {
      const exponent = over(num(1), plus(num(1), sym("m")));
      return {
        formula: power(group(over(sym("C"), times(num(6), power(num(10), sym("c"))))), exponent),
        numbers: power(
          group(over(num(budget), times(num(6), power(num(10), num(law.intercept))))),
          num(1 / (1 + law.slope)),
        ),
      };
    }
    case "kaplan": {
      const { anchor, sizeExponent } = law;
      return {
        formula: times(sym("N", "0"), power(group(over(sym("C"), sym("C", "0"))), sym("a"))),
        numbers: times(num(anchor.parameters), power(group(over(num(budget), num(anchor.flop))), num(sizeExponent))),
      };
    }
    default:
      return assertNever(law);
  }
}

const sizeOnData = (budget: Flop, tokens: number): Both => ({
  formula: over(sym("C"), times(num(6), sym("D", "data"))),
  numbers: over(num(budget, "FLOP"), times(num(6), num(tokens))),
});

function lossFormula({ law }: ScalingFit, run: BestOnData["best"], budget: Flop, suffices: boolean): Both {
  const [N, D] = [sym("N"), sym("D")];
  const { parameters, tokens } = run;
  switch (law.kind) {
    case "sum":
      return {
        formula: plus(sym("E"), over(sym("A"), power(N, sym("α"))), over(sym("B"), power(D, sym("β")))),
        numbers: plus(
          num(law.E),
          over(num(law.A), power(num(parameters), num(law.alpha))),
          over(num(law.B), power(num(tokens), num(law.beta))),
        ),
      };
    case "kaplan":
      return suffices
        ? {
            formula: power(group(over(sym("C", "c"), sym("C"))), sym("α", "C")),
            numbers: power(
              group(over(num(law.criticalPetaflopDays, "PF-days"), num(budget / PETAFLOP_DAY, "PF-days"))),
              num(law.computeExponent),
            ),
          }
        : {
            formula: power(
              group(
                plus(power(group(over(sym("N", "c"), N)), over(sym("α", "N"), sym("α", "D"))), over(sym("D", "c"), D)),
              ),
              sym("α", "D"),
            ),
            numbers: power(
              group(
                plus(
                  power(group(over(num(law.Nc), num(parameters))), num(law.alphaN / law.alphaD)),
                  over(num(law.Dc), num(tokens)),
                ),
              ),
              num(law.alphaD),
            ),
          };
    case "allocation":
      throw new RangeError("a law that divides compute predicts no loss");
    default:
      return assertNever(law);
  }
}
