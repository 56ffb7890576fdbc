/** What a model is: its parameters part by part, its operations per token, and their ratio. */
import type { Convention } from "../../compute/convention.ts";
import { countParameters } from "../../models/count-parameters.ts";
import type { ModelShape, TransformerShape } from "../../models/shape.ts";
import { percent } from "../../units/format/exact.ts";
import { byModel } from "../breakdown.ts";
import type { Formula, Trace, TraceInput, TraceTerm } from "../trace.ts";
import { at, type Context, classTitle, measureWords, STATED } from "./context.ts";
import { equal, group, num, over, plus, sumOfTerms, sumOver, sym, times } from "./formula.ts";
import { classOf, explainFlopPerItem, shapeInputs } from "./model-flop.ts";
import { explainShare } from "./sums.ts";

export type ModelMeasure = "parameters" | "flopPerItem" | "sixNdRatio" | "runs" | "cost" | "share";

export function explainModel(context: Context, model: number, measure: ModelMeasure): Trace {
  switch (measure) {
    case "parameters":
      return explainParameters(context, model);
    case "flopPerItem":
      return explainFlopPerItem(context, model);
    case "sixNdRatio":
      return explainRatio(context, model);
    case "share": {
      const totals = at(byModel(context.plan, context.estimated), model, "model").totals;
      return explainShare(context, labelOf(context, model), totals, { of: "model", model, measure: "cost" });
    }
    default:
      return explainModelSum(context, model, measure);
  }
}

const labelOf = ({ plan }: Context, model: number): string => at(plan.models, model, "model").label;

const PART_NAMES = {
  embedding: "Embedding table",
  output: "Logits' own matrix",
  positions: "Learned positions",
  attention: "Attention",
  feedForward: "Feed-forward",
  norms: "Norms",
  biases: "Biases",
} as const;

function explainParameters(context: Context, index: number): Trace {
  const { shape, label } = at(context.plan.models, index, "model");
  const count = countParameters(shape);
  const title = `${label}: parameters`;
  if (shape.kind === "stated" || count.parts === null) {
    return {
      title,
      value: count.total,
      unit: "parameters",
      formula: sym("N"),
      substituted: equal(sym("N"), num(count.total)),
      formulaSource: shape.kind === "stated" ? shape.source : STATED,
      inputs: [],
      terms: [],
      notes: [],
    };
  }
  const parts = count.parts;
  const terms = keysOf(PART_NAMES).flatMap((part): TraceTerm[] =>
    parts[part] === 0 ? [] : [{ name: PART_NAMES[part], value: parts[part], figure: null }],
  );
  return {
    title,
    value: count.total,
    unit: "parameters",
    formula: equal(sym("N"), parameterLaw(shape)),
    substituted: equal(sym("N"), plus(...terms.map((term) => num(term.value))), num(count.total)),
    formulaSource:
      "Vaswani et al. 2017, counted matrix by matrix; grouped heads Ainslie et al. 2023, gating Shazeer 2020",
    inputs: shapeInputs(shape),
    terms,
    notes: [{ title: "What is counted", text: whatCounts(shape) }],
  };
}

function parameterLaw(shape: TransformerShape): Formula {
  const d = sym("d");
  const tables: Formula = shape.tiedEmbeddings ? times(sym("V"), d) : times(num(2), sym("V"), d);
  const block: Formula[] = [
    times(num(2), d, sym("h"), sym("e")),
    times(num(2), d, sym("g"), sym("e")),
    times(num(shape.gated ? 3 : 2), d, sym("f")),
  ];
  const extra: Formula[] = [];
  if (shape.positions === "learned") extra.push(times(sym("positions"), d));
  if (shape.norm !== "none")
    extra.push(times(group(plus(times(num(2), sym("L")), num(1))), num(shape.normBias ? 2 : 1), d));
  if (shape.biases !== "none") extra.push(sym("biases"));
  return plus(tables, times(sym("L"), group(plus(...block))), ...extra);
}

/** Which of the small parts a count has, in words. */
function whatCounts(shape: TransformerShape): string {
  const tables = shape.tiedEmbeddings
    ? "the logits use the embedding table again"
    : "the logits have a matrix of their own";
  const norms =
    shape.norm === "none" ? "norms are not counted" : `norms are counted${shape.normBias ? " with their biases" : ""}`;
  const positions = shape.positions === "learned" ? "learned positions are counted" : "positions have no parameters";
  const biases = {
    none: "there are no biases",
    queryKeyValue: "queries, keys and values have biases",
    all: "every linear map but the logits has a bias",
  }[shape.biases];
  const sentence = `${tables}, ${norms}, ${positions}, ${biases}.`;
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

function explainRatio(context: Context, model: number): Trace {
  const { plan, estimated } = context;
  const { shape, label } = at(plan.models, model, "model");
  const { index } = classOf(context, model);
  const flopPerItem = at(estimated.classes, index, "run class").flopPerItem;
  const total = countParameters(shape).total;
  const value = flopPerItem / (6 * total);
  const input = (symbol: string, name: string, amount: number, measure: ModelMeasure): TraceInput => ({
    symbol,
    name,
    value: amount,
    unit: "",
    note: null,
    source: "counted from the model",
    date: null,
    figure: { of: "model", model, measure },
    place: null,
  });
  return {
    title: `${label}: operations per token against 6 × N`,
    value: value * 100,
    unit: "%",
    formula: over(sym("M"), times(num(6), sym("N"))),
    substituted: equal(over(num(flopPerItem), times(num(6), num(total))), num(value * 100, "%")),
    formulaSource: "6 × N per token is the rule of Kaplan et al. 2020; N counts every parameter here",
    inputs: [
      input("M", "Training operations per token", flopPerItem, "flopPerItem"),
      input("N", "Parameters, all", total, "parameters"),
    ],
    terms: [],
    notes: whyNotOne(plan.convention, shape, value),
  };
}

/** What 6·N, with every parameter, counts otherwise than the plan's convention; nothing where they agree. */
function whyNotOne(convention: Convention, shape: ModelShape, value: number): Trace["notes"] {
  if (shape.kind === "stated" || value === 1) return [];
  const learned = shape.positions === "learned" ? ["it counts learned positions"] : [];
  const table = shape.tiedEmbeddings ? [] : ["it takes the embedding table for a product"];
  const differences = {
    matmul: [...table, ...learned, "it leaves out the attention scores"],
    palm: [...learned, "it leaves out the attention scores"],
    "six-nd": ["it counts parameters that the plan’s N leaves out"],
  }[convention.name];
  return [
    {
      title: "Why it is not 100 %",
      text: `6 × N is ${percent(1 / value)} % of what is counted here: ${listed(differences)}.`,
    },
  ];
}

const listed = (items: readonly string[]): string =>
  items.length < 2 ? (items[0] ?? "") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;

function explainModelSum(context: Context, model: number, measure: "runs" | "cost"): Trace {
  const { plan, estimated } = context;
  const { name, unit, symbol } = measureWords(plan, measure);
  const label = labelOf(context, model);
  const terms = plan.classes.flatMap((runClass, index): TraceTerm[] => {
    const value = estimated.classes[index]?.[measure] ?? 0;
    if (runClass.model !== model || value === 0) return [];
    return [{ name: classTitle(context, index), value, figure: { of: "class", runClass: index, measure } }];
  });
  const total = at(byModel(plan, estimated), model, "model").totals[measure];
  return {
    title: `${label}: ${name}`,
    value: total,
    unit,
    formula: equal(sym(symbol), sumOver("run classes of this model", sym(symbol, "i"))),
    substituted: equal(sym(symbol), sumOfTerms(terms, unit), num(total, unit)),
    formulaSource: "sum over the run classes that train this model",
    inputs: [],
    terms,
    notes: [],
  };
}

const keysOf = <Key extends string>(record: Readonly<Record<Key, unknown>>): Key[] => Object.keys(record) as Key[];
