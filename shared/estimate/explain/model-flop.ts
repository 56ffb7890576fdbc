/** Training operations of one token or example, by the plan's convention, and what the others would say. */
import type { Convention } from "../../compute/convention.ts";
import { DIFFERENCES } from "../../compute/differences.ts";
import { trainingFlopPerToken, whyNotApplicable } from "../../compute/training-flop.ts";
import { countParameters } from "../../models/count-parameters.ts";
import { PARAMETERS_OF } from "../../models/parameter-count.ts";
import type { TransformerShape } from "../../models/shape.ts";
import type { RunClass } from "../../plan/resolved.ts";
import { exact, percent } from "../../units/format/exact.ts";
import type { Formula, Trace, TraceInput } from "../trace.ts";
import { at, type Context, STATED, UnknownFigureError } from "./context.ts";
import { equal, group, num, plus, sym, times } from "./formula.ts";

export function shapeInputs(shape: TransformerShape): TraceInput[] {
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
export function classOf(context: Context, model: number): { runClass: RunClass; index: number } {
  const index = context.plan.classes.findIndex((one) => one.model === model);
  const runClass = context.plan.classes[index];
  if (runClass === undefined) throw new UnknownFigureError(`no run of the plan trains model ${model}`);
  return { runClass, index };
}

export function explainFlopPerItem(context: Context, model: number): Trace {
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
      notes: otherConventions(context, runClass, value),
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
        source: "counted from mask, window, sequence and packing",
        date: null,
        figure: null,
        place: null,
      },
    ],
    terms: [],
    notes: otherConventions(context, runClass, value),
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

const CONVENTIONS: readonly Convention[] = [
  { name: "matmul" },
  ...PARAMETERS_OF.map((of) => ({ name: "six-nd", of }) as const),
  { name: "palm" },
];

const COUNT_WORDS = { total: "all parameters", nonEmbedding: "those outside the embeddings", active: "active ones" };

/** What the conventions that the plan does not use would say of the same model, and what each holds for. */
function otherConventions({ plan }: Context, runClass: RunClass, value: number): Trace["notes"] {
  const { shape } = at(plan.models, runClass.model, "model");
  const { sequence, attended } = runClass.training;
  const own = JSON.stringify(plan.convention);
  return CONVENTIONS.flatMap((convention) => {
    // A dense model's active parameters are all of them.
    const isRepetition = convention.name === "six-nd" && convention.of === "active" && shape.kind === "transformer";
    if (JSON.stringify(convention) === own || isRepetition) return [];
    const title = convention.name === "six-nd" ? `six-nd, N ${COUNT_WORDS[convention.of]}` : convention.name;
    const why = whyNotApplicable(shape, convention);
    const flop = trainingFlopPerToken(shape, { sequence: sequence ?? 0, attended }, convention);
    if (flop === null) return why === null ? [] : [{ title, text: `Does not apply: ${why}.` }];
    const text = `${exact(flop)} FLOP, ${percent(flop / value)} % of this. ${DIFFERENCES[convention.name].holdsFor}`;
    return [{ title, text }];
  });
}
