/** How long one run is: its tokens or examples, by the length that the plan states. */
import type { Amount, ResolvedLength, RunClass } from "../../plan/resolved.ts";
import { amountAt } from "../amounts.ts";
import type { Formula, Trace, TraceInput } from "../trace.ts";
import type { ClassEstimate } from "../types.ts";
import { at, type Context, capital, rangeNote, STATED } from "./context.ts";
import { equal, num, sym, times } from "./formula.ts";

/** Tokens for a transformer, examples for a model with stated counts. */
export const itemWord = ({ plan }: Context, runClass: RunClass): "tokens" | "examples" =>
  at(plan.models, runClass.model, "model").shape.kind === "transformer" ? "tokens" : "examples";

export function explainItems(context: Context, runClass: RunClass, own: ClassEstimate): Omit<Trace, "title"> {
  const items = itemWord(context, runClass);
  const { formula, numbers, inputs } = lengthLaw(context, runClass, items);
  return {
    value: own.items,
    unit: items,
    formula: equal(sym("D"), formula),
    substituted: equal(sym("D"), numbers, num(own.items, items)),
    formulaSource: "training length as the plan states it",
    inputs,
    terms: [],
    notes: [],
  };
}

function lengthLaw(
  context: Context,
  runClass: RunClass,
  items: string,
): { formula: Formula; numbers: Formula; inputs: TraceInput[] } {
  const { length, batch, sequence } = runClass.training;
  const stated = (symbol: string, name: string, value: number, unit: string, amount?: Amount): TraceInput => ({
    symbol,
    name,
    value,
    unit,
    note: amount === undefined ? null : rangeNote(context, amount.input),
    source: STATED,
    date: null,
    figure: null,
    place: null,
  });
  const read = (amount: Amount): number => amountAt(amount, context.values);
  const law = (parts: readonly TraceInput[]) => ({
    formula: times(...parts.map((part) => sym(part.symbol))),
    numbers: times(...parts.map((part) => num(part.value, part.unit))),
    inputs: [...parts],
  });
  switch (length.kind) {
    case "steps": {
      const sizes =
        sequence === null
          ? [stated("B", "Examples per step", length.itemsPerStep, "examples")]
          : [
              stated("B", "Sequences per step", batch ?? length.itemsPerStep / sequence, "sequences"),
              stated("s", "Tokens per sequence", sequence, "tokens"),
            ];
      return law([stated("S", "Steps", read(length.steps), "steps", length.steps), ...sizes]);
    }
    case "tokens":
      return law([stated("T", capital(items), read(length.tokens), items, length.tokens)]);
    case "tokensPerParameter": {
      const ratio = stated("ρ", `${capital(items)} per parameter`, read(length.ratio), items, length.ratio);
      return law([ratio, parametersInput(context, runClass, length)]);
    }
    case "epochs": {
      const parts = [
        stated("E", "Epochs", read(length.epochs), "epochs", length.epochs),
        stated("X", "Examples of the data set", read(length.examples), "examples", length.examples),
      ];
      if (length.itemsPerExample !== 1) parts.push(stated("s", "Tokens per example", length.itemsPerExample, "tokens"));
      return law(parts);
    }
  }
}

const COUNT_WORDS = { total: "all", nonEmbedding: "outside the embeddings", active: "active for one token" } as const;

function parametersInput(
  context: Context,
  runClass: RunClass,
  length: Extract<ResolvedLength, { kind: "tokensPerParameter" }>,
): TraceInput {
  const own = context.estimated.classes[context.plan.classes.indexOf(runClass)];
  const ratio = amountAt(length.ratio, context.values);
  return {
    symbol: "N",
    name: `Parameters, ${COUNT_WORDS[length.of]}`,
    value: own === undefined || ratio === 0 ? 0 : own.items / ratio,
    unit: "parameters",
    note: null,
    source: "counted from the model",
    date: null,
    figure: length.of === "total" ? { of: "model", model: runClass.model, measure: "parameters" } : null,
    place: null,
  };
}
