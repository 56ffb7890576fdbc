/** What a model is: its parameters part by part, its operations per token, and their ratio. */
import { whyNotApplicable } from "../../compute/applicability.ts";
import type { Convention } from "../../compute/convention.ts";
import { conventionTerms } from "../../compute/convention-terms.ts";
import { termDifferences } from "../../compute/term-words.ts";
import { countParameters } from "../../models/count-parameters.ts";
import type { ParameterCount, ParameterParts } from "../../models/parameter-count.ts";
import { itemsOf, type LayerListShape, type ModelShape, type TransformerShape } from "../../models/shape.ts";
import type { RunClass } from "../../plan/resolved.ts";
import { exact, percent } from "../../units/format/exact.ts";
import { byModel, withoutModel } from "../breakdown.ts";
import { trainingFlopOf } from "../class-estimate.ts";
import type { Figure } from "../figure.ts";
import type { Formula, Trace, TraceInput, TraceTerm } from "../trace.ts";
import { at, type Context, classTitle, measureWords, STATED, UnknownFigureError } from "./context.ts";
import { equal, group, minus, num, over, plus, sumOfTerms, sumOver, sym, times } from "./formula.ts";
import { classOf, explainFlopPerItem, hasOneFormula, shapeInputs } from "./model-flop.ts";
import { explainShare } from "./sums.ts";

export type ModelMeasure = Extract<Figure, { of: "model" }>["measure"];

export function explainModel(context: Context, model: number, measure: ModelMeasure): Trace {
  switch (measure) {
    case "parameters":
      return explainParameters(context, model);
    case "activeParameters":
      return explainActive(context, model);
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

const PART_NAMES: Readonly<Record<keyof ParameterParts, string>> = {
  embedding: "Embedding table",
  output: "Logits’ own matrix",
  positions: "Positions",
  patches: "Map of patches",
  queries: "Queries",
  keys: "Keys",
  values: "Values",
  attentionOutput: "Attention output",
  crossAttention: "Attention to the encoder",
  stateSpace: "State-space layers",
  feedForward: "Feed-forward",
  experts: "Experts",
  sharedExperts: "Shared experts",
  router: "Router",
  projections: "Maps of the embedding’s width",
  head: "Head",
  layers: "Layers",
  norms: "Norms",
  biases: "Biases",
};

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
    formula: equal(sym("N"), lawOf(shape)),
    substituted: equal(sym("N"), plus(...terms.map((term) => num(term.value))), num(count.total)),
    formulaSource: sourceOf(shape),
    inputs: shape.kind === "transformer" ? shapeInputs(shape) : [],
    terms,
    notes: shape.kind === "transformer" ? notesOf(shape, count) : [],
  };
}

/** What takes part in a token: every parameter, but of the experts only those that the token passes. */
function explainActive(context: Context, index: number): Trace {
  const { shape, label } = at(context.plan.models, index, "model");
  const { total, active } = countParameters(shape);
  const mixture = shape.kind === "transformer" ? shape.mixture : null;
  const parameters: TraceInput = {
    symbol: "N",
    name: "Parameters, all",
    value: total,
    unit: "",
    note: null,
    source: "counted from the model",
    date: null,
    figure: { of: "model", model: index, measure: "parameters" },
    place: null,
  };
  const number = (symbol: string, name: string, value: number): TraceInput => ({
    ...parameters,
    symbol,
    name,
    value,
    source: STATED,
    figure: null,
  });
  const title = `${label}: active parameters`;
  const unit = "parameters";
  if (mixture === null) {
    return {
      title,
      value: active,
      unit,
      formula: sym("N", "active"),
      substituted: equal(sym("N", "active"), num(active)),
      formulaSource: shape.kind === "stated" ? shape.source : "every parameter takes part in every item",
      inputs: [parameters],
      terms: [],
      notes: [],
    };
  }
  const { layers, experts, expertsPerToken } = mixture;
  const one = (total - active) / (layers * (experts - expertsPerToken) || 1);
  return {
    title,
    value: active,
    unit,
    formula: equal(
      sym("N", "active"),
      minus(sym("N"), times(sym("M"), group(minus(sym("E"), sym("k"))), sym("expert"))),
    ),
    substituted: equal(
      sym("N", "active"),
      minus(num(total), times(num(layers), group(minus(num(experts), num(expertsPerToken))), num(one))),
      num(active),
    ),
    formulaSource: "a token passes k of E experts in each of M blocks: Shazeer et al. 2017; Jiang et al. 2024",
    inputs: [
      parameters,
      number("M", "Blocks with experts", layers),
      number("E", "Experts", experts),
      number("k", "Experts that a token passes", expertsPerToken),
      { ...number("expert", "Parameters of one expert", one), source: "counted from the model" },
    ],
    terms: [],
    notes: [],
  };
}

function lawOf(shape: TransformerShape | LayerListShape): Formula {
  return shape.kind === "transformer" && isPlain(shape) ? parameterLaw(shape) : sumOver("part", sym("parameters"));
}

const sourceOf = (shape: TransformerShape | LayerListShape): string =>
  shape.kind === "layers"
    ? `counted layer by layer${shape.source === null ? "" : `; the layers: ${shape.source}`}`
    : [
        "Vaswani et al. 2017, counted matrix by matrix",
        ...(shape.keyValueHeads < shape.heads ? ["grouped heads Ainslie et al. 2023"] : []),
        ...(shape.gated ? ["gating Shazeer 2020"] : []),
        ...(shape.mixture === null ? [] : ["experts Shazeer et al. 2017; Jiang et al. 2024"]),
        ...(shape.latent === null ? [] : ["latent attention DeepSeek-AI 2024"]),
        ...(shape.stateSpace === null ? [] : ["state-space layers Gu and Dao 2023; Dao and Gu 2024"]),
        ...(shape.image === null ? [] : ["patches Dosovitskiy et al. 2020"]),
      ].join("; ");

function notesOf(shape: TransformerShape, count: ParameterCount): Trace["notes"] {
  const { mixture } = shape;
  return [
    { title: "What is counted", text: whatCounts(shape) },
    ...(mixture === null
      ? []
      : [
          {
            title: "Active parameters",
            text: `${exact(count.active)} take part in a token, which passes ${exact(mixture.expertsPerToken)} of ${exact(mixture.experts)} experts in each of ${exact(mixture.layers)} blocks.`,
          },
        ]),
    ...(shape.predictionHeads === 0
      ? []
      : [
          {
            title: "Further predicted tokens",
            text: `The blocks that predict further tokens have ${exact(count.predictionHeads)} parameters more; they are in no total.`,
          },
        ]),
    ...(shape.uniqueLayers === shape.layers
      ? []
      : [
          {
            title: "Shared layers",
            text: `${exact(shape.layers)} layers share the weights of ${exact(shape.uniqueLayers)}: they are counted once and computed each time.`,
          },
        ]),
  ];
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

/** Whether `parameterLaw` says all of the model's parameters. */
const isPlain = (shape: TransformerShape): boolean =>
  hasOneFormula(shape) &&
  shape.uniqueLayers === shape.layers &&
  shape.queryKeyNorm === "none" &&
  shape.tokenTypes === 0 &&
  shape.positions !== "relative" &&
  !shape.outputBias &&
  !shape.embeddingNorm &&
  (shape.norm === "none" || (shape.normsPerBlock === 2 && shape.finalNorm));

/** Which of the small parts a count has, in words. */
function whatCounts(shape: TransformerShape): string {
  const norms =
    shape.norm === "none" ? "norms are not counted" : `norms are counted${shape.normBias ? " with their biases" : ""}`;
  const positions =
    shape.positions === "learned" || shape.positions === "relative"
      ? `${shape.positions} positions are counted`
      : "positions have no parameters";
  const biases = {
    none: "there are no biases",
    queryKeyValue: "queries, keys and values have biases",
    attention: "the maps of attention have biases",
    feedForward: "the maps of the feed-forward have biases",
    all: `every linear map ${shape.outputBias ? "" : "but the logits "}has a bias`,
  }[shape.biases];
  return capital(`${[...tableWords(shape), norms, positions, biases].join(", ")}.`);
}

function tableWords({ head, tiedEmbeddings }: TransformerShape): string[] {
  switch (head) {
    case "none":
      return ["there are no logits"];
    case "classes":
      return ["a linear map leads to the classes"];
    default:
      return [tiedEmbeddings ? "the logits use the embedding table again" : "the logits have a matrix of their own"];
  }
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function explainRatio(context: Context, model: number): Trace {
  const { plan } = context;
  const { shape, label } = at(plan.models, model, "model");
  const { runClass } = classOf(context, model);
  const flopPerItem = trainingFlopOf(plan, runClass, plan.convention);
  const { total, active } = countParameters(shape);
  const value = flopPerItem / (6 * active);
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
    substituted: equal(over(num(flopPerItem), times(num(6), num(active))), num(value * 100, "%")),
    formulaSource: `6 × N per token is the rule of Kaplan et al. 2020; N counts every parameter here${active === total ? "" : " that takes part in a token"}`,
    inputs: [
      input("M", "Training operations per token", flopPerItem, "flopPerItem"),
      input("N", active === total ? "Parameters, all" : "Parameters, active", active, "parameters"),
    ],
    terms: [],
    notes: whyNotOne(plan.convention, shape, runClass, value),
  };
}

/** What 6·N, with every active parameter, counts otherwise than the plan's convention; nothing where they agree. */
function whyNotOne(
  stated: Convention,
  shape: ModelShape,
  { training: { sequence, attended } }: RunClass,
  value: number,
): Trace["notes"] {
  if (shape.kind !== "transformer" || itemsOf(shape) === "examples" || sequence === null || value === 1) return [];
  const own: Convention = whyNotApplicable(shape, stated) === null ? stated : { name: "matmul" };
  const context = { sequence, attended };
  const differences = termDifferences(
    conventionTerms(shape, context, { name: "six-nd", of: "active" }),
    conventionTerms(shape, context, own),
  );
  if (differences.length === 0) return [];
  const why =
    own.name === "six-nd"
      ? ["it counts parameters that the plan’s N leaves out"]
      : differences.map(({ words }) => `it ${words}`);
  return [
    { title: "Why it is not 100 %", text: `6 × N is ${percent(1 / value)} % of what is counted here: ${listed(why)}.` },
  ];
}

const listed = (items: readonly string[]): string =>
  items.length < 2 ? (items[0] ?? "") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;

/** All work of the plan that is stated in hours and has no model. */
export function explainWithoutModel(context: Context, measure: "runs" | "cost" | "share"): Trace {
  const totals = withoutModel(context.plan, context.estimated);
  if (totals === null) throw new UnknownFigureError("every run of the plan has a model");
  const title = "Work without a model";
  if (measure === "share") return explainShare(context, title, totals, { of: "withoutModel", measure: "cost" });
  return classSum(context, null, measure, title, totals[measure]);
}

function explainModelSum(context: Context, model: number, measure: "runs" | "cost"): Trace {
  const total = at(byModel(context.plan, context.estimated), model, "model").totals[measure];
  return classSum(context, model, measure, labelOf(context, model), total);
}

/** The sum over the run classes of a model, or over those without one. */
function classSum(
  context: Context,
  model: number | null,
  measure: "runs" | "cost",
  label: string,
  total: number,
): Trace {
  const { plan, estimated } = context;
  const { name, unit, symbol } = measureWords(plan, measure);
  const terms = plan.classes.flatMap((runClass, index): TraceTerm[] => {
    const value = estimated.classes[index]?.[measure] ?? 0;
    if (runClass.model !== model || value === 0) return [];
    return [{ name: classTitle(context, index), value, figure: { of: "class", runClass: index, measure } }];
  });
  const which = model === null ? "run classes without a model" : "run classes of this model";
  return {
    title: `${label}: ${name}`,
    value: total,
    unit,
    formula: equal(sym(symbol), sumOver(which, sym(symbol, "i"))),
    substituted: equal(sym(symbol), sumOfTerms(terms, unit), num(total, unit)),
    formulaSource:
      model === null ? "sum over the run classes without a model" : "sum over the run classes that train this model",
    inputs: [],
    terms,
    notes: [],
  };
}

const keysOf = <Key extends string>(record: Readonly<Record<Key, unknown>>): Key[] => Object.keys(record) as Key[];
