/** Training operations of one token or example, by the plan's convention, and what the others would say. */
import { whyNotApplicable } from "../../compute/applicability.ts";
import { ALL_CONVENTIONS, type Convention } from "../../compute/convention.ts";
import { DIFFERENCES } from "../../compute/differences.ts";
import { type ForwardFlop, forwardFlopPerToken, predictionHeadFlopPerToken } from "../../compute/forward-flop.ts";
import { forwardFlopPerExample, palmAttention, trainingFlopPerToken } from "../../compute/training-flop.ts";
import { denseBlocks } from "../../models/blocks.ts";
import { activeOf, positionParameters } from "../../models/count-parameters.ts";
import { itemsOf, type ModelShape, type TransformerShape } from "../../models/shape.ts";
import type { RunClass } from "../../plan/resolved.ts";
import { exact, percent } from "../../units/format/exact.ts";
import { trainingFlopOf } from "../class-estimate.ts";
import type { Formula, Trace, TraceInput, TraceTerm } from "../trace.ts";
import { at, type Context, STATED, UnknownFigureError } from "./context.ts";
import { equal, group, num, over, plus, sumOver, sym, times } from "./formula.ts";

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
  const { latent, mixture, stateSpace, encoder, image } = shape;
  return [
    input("L", "Layers", shape.layers),
    ...(encoder === null ? [] : [input("", "Layers of the encoder", encoder.layers)]),
    input("d", "Width", shape.width),
    ...(shape.heads === 0 ? [] : [input("h", "Heads", shape.heads)]),
    ...(latent === null
      ? shape.heads === 0
        ? []
        : [input("e", "Head size", shape.headSize), input("g", "Key and value heads", shape.keyValueHeads)]
      : [
          ...(latent.queryRank === null ? [] : [input("", "Rank of the queries", latent.queryRank)]),
          input("e", "Head size of queries and keys", shape.headSize),
          input("", "Rank of keys and values", latent.keyValueRank),
          input("", "Head size without positions", latent.nopeHeadSize),
          input("", "Head size with positions", latent.ropeHeadSize),
          input("v", "Head size of values", latent.valueHeadSize),
        ]),
    ...(denseBlocks(shape) === 0 ? [] : [input("f", "Feed-forward width", shape.feedForward)]),
    ...(mixture === null
      ? []
      : [
          input("", "Blocks with experts", mixture.layers),
          input("", "Experts", mixture.experts),
          input("", "Experts that a token passes", mixture.expertsPerToken),
          input("", "Width of an expert", mixture.expertFeedForward),
          ...(mixture.sharedExperts === 0
            ? []
            : [
                input("", "Shared experts", mixture.sharedExperts),
                input("", "Width of a shared expert", mixture.sharedExpertFeedForward),
              ]),
        ]),
    ...(stateSpace === null
      ? []
      : [
          input("", "State-space layers", stateSpace.layers),
          input("", "Inner width", stateSpace.inner),
          input("", "Numbers of a state", stateSpace.stateSize),
        ]),
    ...(image === null
      ? [input("V", "Vocabulary", shape.vocabulary)]
      : [input("", "Pixels along an image", image.imageSize), input("", "Pixels along a patch", image.patchSize)]),
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
  const { runClass } = classOf(context, model);
  const value = trainingFlopOf(plan, runClass, plan.convention);
  if (shape.kind !== "transformer" || itemsOf(shape) === "examples") {
    const forward = forwardFlopPerExample(shape);
    return {
      title: `${label}: training operations per example`,
      value,
      unit: "FLOP per example",
      formula: equal(sym("M"), times(num(3), sym("forward"))),
      substituted: equal(sym("M"), times(num(3), num(forward)), num(value, "FLOP per example")),
      formulaSource: "backward pass twice the forward pass: Epoch AI; Hoffmann et al. 2022",
      inputs: [
        {
          symbol: "forward",
          name: "Operations of one forward pass",
          value: forward,
          unit: "FLOP per example",
          note: null,
          source: sourceOfForward(shape),
          date: null,
          figure: null,
          place: null,
        },
      ],
      terms: [],
      notes: otherConventions(context, shape, runClass, value),
    };
  }
  const attended = runClass.training.attended;
  const sequence = runClass.training.sequence ?? 0;
  const tokens = { sequence, attended };
  // A plan's convention that does not hold for the model gives way to matmul, in the estimate as here.
  const whyNot = whyNotApplicable(shape, context.plan.convention);
  const convention: Convention = whyNot === null ? context.plan.convention : { name: "matmul" };
  const byPart = convention.name === "matmul" && !hasOneFormula(shape);
  const terms = byPart ? partTerms(forwardFlopPerToken(shape, tokens)) : [];
  const law = byPart ? partLaw(terms) : flopLaw(convention, shape, attended, sequence);
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
        note: `${shape.mask} mask${windowWords(shape)}, sequence ${exact(sequence)}`,
        source: "counted from mask, window, sequence and packing",
        date: null,
        figure: null,
        place: null,
      },
    ],
    terms,
    notes: [
      ...(whyNot === null ? [] : [{ title: "Counted by matmul", text: `${capital(whyNot)}.` }]),
      ...predictionNote(shape, tokens),
      ...otherConventions(context, shape, runClass, value),
    ],
  };
}

const sourceOfForward = (shape: ModelShape): string => {
  switch (shape.kind) {
    case "stated":
      return shape.source;
    case "layers":
      return `counted layer by layer${shape.source === null ? "" : `; the layers: ${shape.source}`}`;
    case "transformer":
      return "counted from the model: every token of an image, and what is computed once for it";
  }
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function windowWords({ window, globalLayers }: TransformerShape): string {
  if (window === null) return "";
  const without = globalLayers === 0 ? "" : `, none in ${exact(globalLayers)} layers`;
  return `, window ${exact(window)}${without}`;
}

/** What further predicted tokens cost, which no total has. */
function predictionNote(
  shape: TransformerShape,
  tokens: { readonly sequence: number; readonly attended: number },
): Trace["notes"] {
  if (shape.predictionHeads === 0) return [];
  const flop = 3 * predictionHeadFlopPerToken(shape, tokens);
  return [
    {
      title: "Further predicted tokens",
      text: `The blocks that predict further tokens would add ${exact(flop)} FLOP a token; they are in no total.`,
    },
  ];
}

/** Whether the one formula of blocks with attention and a feed-forward says all of the model. */
export const hasOneFormula = (shape: TransformerShape): boolean =>
  shape.latent === null &&
  shape.mixture === null &&
  shape.stateSpace === null &&
  shape.encoder === null &&
  shape.head === "logits" &&
  !shape.pooler &&
  shape.embeddingWidth === shape.width;

const PART_NAMES = {
  queriesAndOutput: "Queries and attention output",
  keysAndValues: "Keys and values",
  scores: "Scores and weighted sum",
  crossAttention: "Attention to the encoder",
  encoder: "Encoder, for a token of the target",
  stateSpace: "State-space layers",
  feedForward: "Feed-forward of dense blocks",
  experts: "Experts that a token passes",
  router: "Router",
  projections: "Maps of the embedding’s width",
  logits: "Logits",
  ends: "Heads, spread over the sequence",
} as const satisfies Record<Exclude<keyof ForwardFlop, "total">, string>;

const PARTS = [
  "queriesAndOutput",
  "keysAndValues",
  "scores",
  "crossAttention",
  "encoder",
  "stateSpace",
  "feedForward",
  "experts",
  "router",
  "projections",
  "logits",
  "ends",
] as const satisfies readonly (keyof typeof PART_NAMES)[];

const partTerms = (parts: ForwardFlop): TraceTerm[] =>
  PARTS.flatMap((part) =>
    parts[part] === 0 ? [] : [{ name: PART_NAMES[part], value: 3 * parts[part], figure: null }],
  );

const partLaw = (terms: readonly TraceTerm[]) => ({
  formula: times(num(3), sumOver("part", sym("forward"))),
  numbers: plus(...terms.map(({ value }) => num(value))),
  source: "convention matmul: every matrix product, one multiply-accumulate is 2 FLOP, training is 3 × forward",
});

function flopLaw(
  convention: Convention,
  shape: TransformerShape,
  attended: number,
  sequence: number,
): { formula: Formula; numbers: Formula; source: string } {
  const { layers: L, width: d, heads: h, headSize: e, keyValueHeads: g, feedForward: f, vocabulary: V } = shape;
  const n = shape.gated ? 3 : 2;
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
        numbers: times(num(6), num(activeOf(shape, convention.of))),
        source: `convention six-nd with N ${convention.of}: Kaplan et al. 2020; Hoffmann et al. 2022`,
      };
    case "palm": {
      const without = activeOf(shape, "total") - positionParameters(shape);
      const heads =
        shape.latent === null
          ? [num(12), sym("L"), sym("h"), sym("e")]
          : [num(6), sym("L"), sym("h"), group(plus(sym("e"), sym("v")))];
      return {
        formula: plus(times(num(6), sym("N")), times(...heads, sym("s"))),
        numbers: plus(times(num(6), num(without)), num(palmAttention(shape, sequence))),
        source: "convention palm: Chowdhery et al. 2022, appendix B; N without learned positions, full attention",
      };
    }
    case "megatron": {
      const [matrices, attention, logits] = convention.recomputation ? [96, 6, 16] : [72, 6, 12];
      const bracket = (s: Formula, width: Formula, vocabulary: Formula, layers: Formula) =>
        group(plus(num(1), over(s, times(num(attention), width)), over(vocabulary, times(num(logits), width, layers))));
      return {
        formula: times(num(matrices), sym("L"), sym("d"), sym("d"), bracket(sym("s"), sym("d"), sym("V"), sym("L"))),
        numbers: times(num(matrices), num(L), num(d), num(d), bracket(num(sequence), num(d), num(V), num(L))),
        source: "convention megatron: Narayanan et al. 2021, divided by batch and sequence",
      };
    }
    case "chinchilla":
      return {
        formula: times(
          num(3),
          group(plus(sym("forward"), times(num(2), sym("V"), sym("d")), times(num(3), sym("h"), sym("s"), sym("L")))),
        ),
        numbers: times(
          num(3),
          group(
            plus(
              num(forwardFlopPerToken(shape, { sequence, attended: sequence }).total),
              num(2 * V * d),
              num(3 * h * sequence * L),
            ),
          ),
        ),
        source: "convention chinchilla: Hoffmann et al. 2022, appendix F, full attention",
      };
    case "coppock":
      return {
        formula: times(
          num(3),
          sym("L"),
          group(
            plus(
              times(num(24), sym("d"), sym("d")),
              times(num(4), sym("s"), sym("d")),
              times(num(3), sym("h"), sym("s")),
            ),
          ),
        ),
        numbers: times(num(3), num(L), group(plus(num(24 * d * d), num(4 * sequence * d), num(3 * h * sequence)))),
        source: `convention coppock: ${DIFFERENCES.coppock.source}`,
      };
  }
}

function conventionTitle(convention: Convention): string {
  switch (convention.name) {
    case "six-nd":
      return `six-nd, N ${COUNT_WORDS[convention.of]}`;
    case "megatron":
      return convention.recomputation ? "megatron with recomputation" : "megatron";
    default:
      return convention.name;
  }
}

const COUNT_WORDS = { total: "all parameters", nonEmbedding: "those outside the embeddings", active: "active ones" };

/** What the conventions that the plan does not use would say of the same model, and what each holds for. */
function otherConventions({ plan }: Context, shape: ModelShape, runClass: RunClass, value: number): Trace["notes"] {
  const { sequence, attended } = runClass.training;
  const own = JSON.stringify(plan.convention);
  return ALL_CONVENTIONS.flatMap((convention) => {
    // 6·N takes of every model what is active of it.
    const isRepetition = convention.name === "six-nd" && convention.of === "active" && shape.kind === "transformer";
    if (JSON.stringify(convention) === own || isRepetition) return [];
    const title = conventionTitle(convention);
    const why = whyNotApplicable(shape, convention);
    const flop = trainingFlopPerToken(shape, { sequence: sequence ?? 0, attended }, convention);
    if (flop === null) return why === null ? [] : [{ title, text: `Does not apply: ${why}.` }];
    const text = `${exact(flop)} FLOP, ${percent(flop / value)} % of this. ${DIFFERENCES[convention.name].holdsFor}`;
    return [{ title, text }];
  });
}
