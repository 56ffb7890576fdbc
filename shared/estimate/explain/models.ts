/** What a model is: its parameters part by part, its operations per token, and their ratio. */
import { countParameters } from "../../models/count-parameters.ts";
import type { TransformerShape } from "../../models/shape.ts";
import type { RunClass } from "../../plan/resolved.ts";
import { exact, percent } from "../../units/format/exact.ts";
import { byModel } from "../breakdown.ts";
import type { Formula, Trace, TraceInput, TraceTerm } from "../trace.ts";
import { at, type Context, measureWords, STATED, UnknownFigureError } from "./context.ts";
import { equal, group, num, over, plus, sumOver, sym, times } from "./formula.ts";
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

function shapeInputs(shape: TransformerShape): TraceInput[] {
  const input = (symbol: string, name: string, value: number): TraceInput => ({
    symbol,
    name,
    value,
    unit: "",
    note: null,
    source: STATED,
    date: null,
    figure: null,
    place: null,
  });
  return [
    input("L", "Layers", shape.layers),
    input("d", "Width", shape.width),
    input("h", "Heads", shape.heads),
    input("e", "Head size", shape.headSize),
    input("g", "Key and value heads", shape.keyValueHeads),
    input("f", "Feed-forward width", shape.feedForward),
    input("V", "Vocabulary", shape.vocabulary),
  ];
}

/** The first run class of a model: a model's operations per token belong to the sequence length it is trained with. */
function classOf(context: Context, model: number): { runClass: RunClass; index: number } {
  const index = context.plan.classes.findIndex((one) => one.model === model);
  const runClass = context.plan.classes[index];
  if (runClass === undefined) throw new UnknownFigureError(`no run of the plan trains model ${model}`);
  return { runClass, index };
}

function explainFlopPerItem(context: Context, model: number): Trace {
  const { plan } = context;
  const { shape, label } = at(plan.models, model, "model");
  const { runClass, index } = classOf(context, model);
  const value = at(context.estimated.classes, index, "run class").flopPerItem;
  if (shape.kind === "stated") {
    return {
      title: `${label}: training operations per example`,
      value,
      unit: "FLOP per example",
      formula: equal(sym("M"), times(num(3), sym("forward"))),
      substituted: equal(sym("M"), times(num(3), num(shape.forwardFlopPerExample)), num(value, "FLOP per example")),
      formulaSource: "backward pass twice the forward pass: Epoch AI; Hoffmann et al. 2022",
      inputs: [
        {
          symbol: "forward",
          name: "Operations of one forward pass",
          value: shape.forwardFlopPerExample,
          unit: "FLOP per example",
          note: null,
          source: shape.source,
          date: null,
          figure: null,
          place: null,
        },
      ],
      terms: [],
      notes: [],
    };
  }
  const attended = runClass.training.attended;
  const law = flopLaw(context, shape, attended, runClass.training.sequence ?? 0);
  return {
    title: `${label}: training operations per token`,
    value,
    unit: "FLOP per token",
    formula: equal(sym("M"), law.formula),
    substituted: equal(sym("M"), law.numbers, num(value, "FLOP per token")),
    formulaSource: law.source,
    inputs: [
      ...shapeInputs(shape),
      {
        symbol: "a",
        name: "Mean attended length",
        value: attended,
        unit: "tokens",
        note: `${shape.mask} mask${shape.window === null ? "" : `, window ${exact(shape.window)}`}, sequence ${exact(runClass.training.sequence ?? 0)}`,
        source: "counted from mask, window and sequence",
        date: null,
        figure: null,
        place: null,
      },
    ],
    terms: [],
    notes: [],
  };
}

function flopLaw(
  { plan }: Context,
  shape: TransformerShape,
  attended: number,
  sequence: number,
): { formula: Formula; numbers: Formula; source: string } {
  const { layers: L, width: d, heads: h, headSize: e, keyValueHeads: g, feedForward: f, vocabulary: V } = shape;
  const n = shape.gated ? 3 : 2;
  const convention = plan.convention;
  const count = countParameters(shape);
  switch (convention.name) {
    case "matmul":
      return {
        formula: times(
          num(3),
          group(
            plus(
              times(
                sym("L"),
                group(
                  plus(
                    times(num(4), sym("d"), sym("h"), sym("e")),
                    times(num(4), sym("d"), sym("g"), sym("e")),
                    times(num(4), sym("h"), sym("e"), sym("a")),
                    times(num(2 * n), sym("d"), sym("f")),
                  ),
                ),
              ),
              times(num(2), sym("d"), sym("V")),
            ),
          ),
        ),
        numbers: times(
          num(3),
          group(
            plus(
              times(
                num(L),
                group(plus(num(4 * d * h * e), num(4 * d * g * e), num(4 * h * e * attended), num(2 * n * d * f))),
              ),
              num(2 * d * V),
            ),
          ),
        ),
        source: "convention matmul: every matrix product, one multiply-accumulate is 2 FLOP, training is 3 × forward",
      };
    case "six-nd":
      return {
        formula: times(num(6), sym("N")),
        numbers: times(num(6), num(count[convention.of])),
        source: `convention six-nd with N ${convention.of}: Kaplan et al. 2020; Hoffmann et al. 2022`,
      };
    case "palm": {
      const without = count.total - count.parts.positions;
      return {
        formula: plus(times(num(6), sym("N")), times(num(12), sym("L"), sym("h"), sym("e"), sym("s"))),
        numbers: plus(times(num(6), num(without)), num(12 * L * h * e * sequence)),
        source: "convention palm: Chowdhery et al. 2022, appendix B; N without learned positions, full attention",
      };
    }
  }
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
    notes: [
      {
        title: "Why it is not 100 %",
        text: `6 × N is ${percent(1 / value)} % of what is counted here: it takes the embedding table for a product and leaves out the attention scores.`,
      },
    ],
  };
}

function explainModelSum(context: Context, model: number, measure: "runs" | "cost"): Trace {
  const { plan, estimated } = context;
  const { name, unit, symbol } = measureWords(plan, measure);
  const label = labelOf(context, model);
  const terms = plan.classes.flatMap((runClass, index): TraceTerm[] => {
    const value = estimated.classes[index]?.[measure] ?? 0;
    if (runClass.model !== model || value === 0) return [];
    const experiment = at(plan.experiments, runClass.experiment, "experiment");
    const sweep = experiment.sweeps[runClass.sweep]?.title;
    const name = sweep == null ? experiment.title : `${experiment.title}: ${sweep}`;
    return [{ name, value, figure: { of: "class", runClass: index, measure } }];
  });
  const total = at(byModel(plan, estimated), model, "model").totals[measure];
  return {
    title: `${label}: ${name}`,
    value: total,
    unit,
    formula: equal(sym(symbol), sumOver("run classes of this model", sym(symbol, "i"))),
    substituted: equal(sym(symbol), plus(...terms.map((term) => num(term.value))), num(total, unit)),
    formulaSource: "sum over the run classes that train this model",
    inputs: [],
    terms,
    notes: [],
  };
}

const keysOf = <Key extends string>(record: Readonly<Record<Key, unknown>>): Key[] => Object.keys(record) as Key[];
