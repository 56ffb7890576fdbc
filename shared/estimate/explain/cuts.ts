/** What a cut saves, and what a plan comes to with cuts made. */
import { amountAt } from "../amounts.ts";
import { computingCost } from "../budget/computing.ts";
import { type Cut, cutKey, type RankedCut } from "../fit-to-sum/cut.ts";
import { cutWords } from "../fit-to-sum/cut-words.ts";
import { savingsOf } from "../fit-to-sum/cuts-in-full.ts";
import { CHANCE_DRAWS, chanceUnder, type ReducedPlan, reducedPlan } from "../fit-to-sum/reduced-plan.ts";
import type { Trace, TraceTerm } from "../trace.ts";
import { type Context, STATED, UnknownFigureError, uncertainInput } from "./context.ts";
import { equal, group, minus, num, plus, sumOfTerms, sumOver, sym, times, words } from "./formula.ts";
import { type Beside, givenInput, statedInput, TOTAL_COST } from "./page-context.ts";

export function explainCut(context: Context, { document, catalogue }: Beside, cut: Cut): Trace {
  const { plan, estimated } = context;
  const key = cutKey(cut);
  const { of, cuts } = savingsOf({ document, resolved: plan }, catalogue, estimated);
  const found = cuts.find((one) => cutKey(one.cut) === key);
  if (found === undefined) throw new UnknownFigureError("the plan has nothing to cut there");
  const title = `Saved by itself: ${cutWords(plan, cut)}`;
  if (of === "computing") return ofComputing(context, found, title);
  return cut.kind === "variable" ? ofVariable(context, found, title) : ofRuns(context, found, title);
}

/** Where a quote charges beyond use: the plan priced as it is, less the plan priced with the cut made. */
function ofComputing({ plan, estimated }: Context, { saves }: RankedCut, title: string): Trace {
  const { currency } = plan;
  const total = computingCost(plan, estimated);
  return {
    title,
    value: saves,
    unit: currency,
    formula: equal(words("saved"), minus(sym("cost"), sym("cost", "then"))),
    substituted: equal(words("saved"), minus(num(total, currency), num(total - saves, currency)), num(saves, currency)),
    formulaSource: "the plan with the cut made, estimated and scheduled again, with what its quotes charge beyond use",
    inputs: [
      givenInput("cost", "Computing as it is", total, currency),
      givenInput("cost_then", "Computing with the cut", total - saves, currency),
    ],
    terms: [],
    notes: [{ title: "By itself", text: "Two cuts together may save less than both, or more." }],
  };
}

/** A number of settings at its low end: the total as it is less the total then. */
function ofVariable({ plan, estimated }: Context, { cut, saves }: RankedCut, title: string): Trace {
  const { currency } = plan;
  const input = plan.inputs.findIndex(({ name }) => cut.kind === "variable" && name === cut.variable);
  const total = estimated.withReruns.cost;
  const range = plan.inputs[input];
  return {
    title,
    value: saves,
    unit: currency,
    formula: equal(words("saved"), minus(sym("cost"), sym("cost", "low"))),
    substituted: equal(words("saved"), minus(num(total, currency), num(total - saves, currency)), num(saves, currency)),
    formulaSource: "the same estimate with this number at the low end of its range",
    inputs: [
      givenInput("cost", "Total at likely values", total, currency, TOTAL_COST),
      givenInput("cost_low", "Total at the low end", total - saves, currency, { of: "swing", input, end: "low" }),
      ...(range === undefined ? [] : [uncertainInput(range)]),
    ],
    terms: [],
    notes: [],
  };
}

/** Runs that are not done: what they cost in each experiment, with what of them is done again. */
function ofRuns({ plan, estimated, values }: Context, { saves, runs, byExperiment }: RankedCut, title: string): Trace {
  const { currency } = plan;
  const again = amountAt(plan.reruns, values);
  const terms = byExperiment.flatMap(({ experiment, saves: own }): TraceTerm[] => {
    const index = plan.experiments.findIndex(({ id }) => id === experiment);
    const name = plan.experiments[index]?.title ?? experiment;
    return [{ name, value: own, figure: { of: "experiment", experiment: index, measure: "cost" } }];
  });
  const sum = saves / (1 + again);
  return {
    title,
    value: saves,
    unit: currency,
    formula:
      again === 0
        ? equal(words("saved"), sumOver("experiments", sym("cost", "cut")))
        : equal(words("saved"), times(sumOver("experiments", sym("cost", "cut")), group(plus(num(1), sym("r"))))),
    substituted:
      again === 0
        ? equal(words("saved"), sumOfTerms(terms, currency), num(saves, currency))
        : equal(words("saved"), times(num(sum, currency), group(plus(num(1), num(again)))), num(saves, currency)),
    formulaSource: "the cost of the runs that are not done, each by the estimate of its class",
    inputs: [
      givenInput("n", "Runs that are not done", runs, "runs"),
      ...(again === 0
        ? []
        : [
            statedInput("r", "Work done again", again * 100, "%", {
              source: plan.rerunsSource ?? STATED,
              date: null,
              place: "overhead.reruns",
            }),
          ]),
      givenInput("cost", "Total at likely values", estimated.withReruns.cost, currency, TOTAL_COST),
    ],
    terms,
    notes: [{ title: "By itself", text: "Two cuts of the same runs save less than both." }],
  };
}

export function explainAfterCuts(
  context: Context,
  { document, catalogue }: Beside,
  cuts: readonly Cut[],
  ceiling: number,
  measure: "cost" | "chance",
): Trace {
  const { plan } = context;
  const reduced = reducedPlan({ document, resolved: plan }, catalogue, cuts);
  if (reduced === null) throw new UnknownFigureError("the cuts leave no plan");
  return measure === "cost" ? costAfter(context, reduced) : chanceAfter(context, reduced, ceiling);
}

function costAfter({ plan, estimated }: Context, { cuts, estimate: after, plan: left, computing }: ReducedPlan): Trace {
  const { currency } = plan;
  const value = computing;
  const again = after.withReruns.cost - after.withRepeats.cost;
  const charged = computing - after.withReruns.cost;
  const terms = left.resolved.experiments.map(
    ({ title }, index): TraceTerm => ({
      name: title,
      value: after.experiments[index]?.cost ?? 0,
      figure: null,
    }),
  );
  if (again > 0) terms.push({ name: "Reruns and failures", value: again, figure: null });
  if (charged > 0) terms.push({ name: "Charged beyond used card-hours", value: charged, figure: null });
  const total = computingCost(plan, estimated);
  return {
    title: cuts.length === 0 ? "Computing of the plan as it is" : "The plan with these cuts",
    value,
    unit: currency,
    formula: equal(sym("cost", "then"), sumOver("experiments", sym("cost", "e"))),
    substituted: equal(sym("cost", "then"), sumOfTerms(terms, currency), num(value, currency)),
    formulaSource:
      cuts.length === 0 ? "the plan's estimate and its schedule" : "the plan with the cuts made, estimated again",
    inputs: [
      givenInput("cost", "The plan as it is", total, currency, total === estimated.withReruns.cost ? TOTAL_COST : null),
      givenInput("cost_saved", "Saved by the cuts together", total - value, currency),
    ],
    terms,
    notes:
      cuts.length === 0 ? [] : [{ title: "The cuts", text: `${cuts.map((cut) => cutWords(plan, cut)).join("; ")}.` }],
  };
}

function chanceAfter({ plan }: Context, reduced: ReducedPlan, ceiling: number): Trace {
  const chance = chanceUnder(reduced, ceiling);
  return {
    title: "Chance of staying under the ceiling with these cuts",
    value: chance * 100,
    unit: "%",
    formula: words("share of the draws whose total is at most the ceiling"),
    substituted: equal(words("share"), num(chance * 100, "%")),
    formulaSource: `${CHANCE_DRAWS.toLocaleString("en-US")} draws of the plan with the cuts made`,
    inputs: [
      {
        ...givenInput("", "Ceiling", ceiling, plan.currency),
        source: ceiling === plan.ceiling ? STATED : "typed on this page",
        place: ceiling === plan.ceiling ? "ceiling" : null,
      },
      givenInput("cost_then", "Total with the cuts, at likely values", reduced.computing, plan.currency),
      ...reduced.plan.resolved.inputs.map((input) => uncertainInput(input)),
    ],
    terms: [],
    notes: [],
  };
}
