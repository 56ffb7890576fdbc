/** The total if a number without a range were a tenth worse. */
import { movedByATenth, TENTH, type Tenth } from "../tenth.ts";
import type { Trace, TraceInput } from "../trace.ts";
import { at, type Context, quoteInput, STATED, speedInput, UnknownFigureError } from "./context.ts";
import { equal, group, minus, num, over, plus, sym, times } from "./formula.ts";
import { givenInput, statedInput, TOTAL_COST } from "./page-context.ts";

export function explainTenth(context: Context, tenth: Tenth): Trace {
  const { plan, estimated } = context;
  const { currency } = plan;
  const key = JSON.stringify(tenth);
  const moved = movedByATenth(plan, estimated).find((one) => JSON.stringify(one.tenth) === key);
  if (moved === undefined) throw new UnknownFigureError("the number has a range, or moves nothing");
  const { part, total } = moved;
  const now = estimated.withReruns.cost;
  const isSpeed = tenth.what === "speed";
  const [from, added] = [num(now, currency), num(part, currency)];
  return {
    title: TITLES[tenth.what],
    value: total,
    unit: currency,
    formula: isSpeed
      ? equal(sym("cost", "then"), plus(minus(sym("cost"), sym("cost", "part")), over(sym("cost", "part"), slower)))
      : equal(sym("cost", "then"), plus(sym("cost"), times(num(TENTH), sym("cost", "part")))),
    substituted: isSpeed
      ? equal(sym("cost", "then"), plus(minus(from, added), over(added, slower)), num(total, currency))
      : equal(sym("cost", "then"), plus(from, times(num(TENTH), added)), num(total, currency)),
    formulaSource: "a number that is stated without a range, moved by a tenth to be compared with the others",
    inputs: [
      givenInput("cost", "Total at likely values", now, currency, TOTAL_COST),
      givenInput("cost_part", PARTS[tenth.what], part, currency),
      stated(context, tenth),
    ],
    terms: [],
    notes: [],
  };
}

const slower = group(minus(num(1), num(TENTH)));

const TITLES: Readonly<Record<Tenth["what"], string>> = {
  price: "Total at a price a tenth higher",
  speed: "Total at a speed a tenth lower",
  reruns: "Total with a tenth of the work done again on top",
};

const PARTS: Readonly<Record<Tenth["what"], string>> = {
  price: "What this price is a factor of",
  speed: "What runs on this card for as long as its speed makes it",
  reruns: "All work, each run once with its repeats",
};

function stated(context: Context, tenth: Tenth): TraceInput {
  const { plan } = context;
  switch (tenth.what) {
    case "price":
      return quoteInput(context, at(plan.quotes, tenth.quote, "quote"));
    case "speed":
      return speedInput(context, tenth.card);
    case "reruns":
      return statedInput("r", "Work done again", plan.reruns.likely * 100, "%", {
        source: plan.rerunsSource ?? STATED,
        date: null,
        place: "overhead.reruns",
      });
  }
}
