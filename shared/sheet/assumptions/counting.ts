/** Assumptions about counting: what an operation is, which convention counts them, what N is, which weights count. */
import { whyNotApplicable } from "../../compute/applicability.ts";
import type { Convention } from "../../compute/convention.ts";
import { DIFFERENCES } from "../../compute/differences.ts";
import { attentionBlocks, denseBlocks } from "../../models/blocks.ts";
import { itemsOf, type TransformerShape } from "../../models/shape.ts";
import { counted } from "../../units/format/counted.ts";
import { exact } from "../../units/format/exact.ts";
import type { SheetContext } from "../context.ts";
import { transformersOf } from "../model-identity.ts";
import type { RichText } from "../sheet.ts";
import { N_WORDS } from "../text/training-words.ts";
import { capital, listed, numberWord } from "../text/words.ts";
import { architectureAssumptions } from "./architecture.ts";

export function countingAssumptions(context: SheetContext): RichText[] {
  return [
    convention(context),
    ...whichN(context),
    ...conventionsThatDoNotHold(context),
    ...weights(context),
    ...blocks(context),
    ...architectureAssumptions(context),
    ...listedLayers(context),
    ...publishedCounts(context),
  ];
}

function convention({ plan: { convention: chosen }, references }: SheetContext): RichText {
  const { counts, source } = DIFFERENCES[chosen.name];
  const named = nameOf(chosen);
  return [
    `1 multiply-accumulate is 2 FLOP. Convention ${named}: ${counts.charAt(0).toLowerCase()}${counts.slice(1)}`,
    references.cite({ text: source }),
  ];
}

function nameOf(convention: Convention): string {
  switch (convention.name) {
    case "six-nd":
      return `${convention.name} with ${N_WORDS[convention.of]}`;
    case "megatron":
      return convention.recomputation ? "megatron with recomputation" : "megatron";
    default:
      return convention.name;
  }
}

/** The plan's convention gives way to matmul where it was never meant for a model; for examples that goes without saying. */
function conventionsThatDoNotHold({ plan }: SheetContext): RichText[] {
  const byReason = new Map<string, string[]>();
  for (const { label, shape } of plan.models) {
    if (itemsOf(shape) === "examples") continue;
    const why = whyNotApplicable(shape, plan.convention);
    if (why !== null) byReason.set(why, [...(byReason.get(why) ?? []), `“${label}”`]);
  }
  return [...byReason].map(([why, labels]): RichText => [`${namesOf(labels)} counted by matmul: ${why}.`]);
}

const namesOf = (labels: readonly string[]): string =>
  labels.length > MOST_NAMED
    ? `${capital(numberWord(labels.length))} models are`
    : `${listed(labels)} ${labels.length === 1 ? "is" : "are"}`;

/** What N means wherever this sheet uses one. */
function whichN({ plan }: SheetContext): RichText[] {
  if (transformersOf(plan.models).length === 0) return [];
  const used = new Set(
    plan.classes.flatMap(({ training: { length } }) => (length.kind === "tokensPerParameter" ? [length.of] : [])),
  );
  if (plan.convention.name === "six-nd") used.add(plan.convention.of);
  const others = [...used].filter((of) => of !== "total").map((of) => N_DEFINITIONS[of]);
  return [[`N counts every parameter, embeddings included${others.map((text) => `; ${text}`).join("")}.`]];
}

const N_DEFINITIONS = {
  total: "N counts every parameter",
  nonEmbedding: `${N_WORDS.nonEmbedding} leaves out embedding, positions and logits`,
  active: `${N_WORDS.active} counts the parameters that take part in a token`,
} as const;

/** Which of the small parts a count has: "Norms, positions and biases are not counted; embeddings are not tied." */
function weights({ plan }: SheetContext): RichText[] {
  const shapes = transformersOf(plan.models);
  if (shapes.length === 0) return [];
  const all: string[] = [];
  const none: string[] = [];
  const mixed: string[] = [];
  const tell = (what: string, has: (shape: TransformerShape) => boolean) => {
    const answer = same(shapes, has);
    (answer === null ? mixed : answer ? all : none).push(what);
  };
  tell("norms", (shape) => shape.norm !== "none");
  tell("positions", (shape) => shape.positions === "learned" || shape.positions === "relative");
  tell("biases", (shape) => shape.biases !== "none");
  const withLogits = shapes.filter(({ head }) => head === "logits" || head === "masked");
  const tied = same(withLogits, (shape) => shape.tiedEmbeddings);
  const parts = [
    ...(all.length === 0 ? [] : [`${listed(all)} are counted`]),
    ...(none.length === 0 ? [] : [`${listed(none)} are not counted`]),
    ...(mixed.length === 0 ? [] : [`${listed(mixed)} are counted where a model has them`]),
    ...(withLogits.length === 0 ? [] : [tiedWords(tied)]),
  ];
  return [[`${capital(parts.join("; "))}.`]];
}

const tiedWords = (tied: boolean | null): string =>
  tied === null ? "embeddings are tied in some models" : `embeddings are ${tied ? "tied to the logits" : "not tied"}`;

/** What the blocks are made of, as far as the table of models does not tell: "Feed-forward of 4 × width, not gated; …" */
function blocks({ plan }: SheetContext): RichText[] {
  const shapes = transformersOf(plan.models);
  if (shapes.length === 0) return [];
  const attending = shapes.filter((shape) => attentionBlocks(shape) > 0);
  const dense = shapes.filter((shape) => denseBlocks(shape) > 0);
  const text = [
    ...(dense.length === 0 ? [] : [feedForward(dense)]),
    ...(attending.length === 0 ? ["no attention"] : [keyValueHeads(attending), attention(attending)]),
  ].join("; ");
  return [[`${capital(text)}.`]];
}

function feedForward(shapes: readonly TransformerShape[]): string {
  const ratio = same(shapes, (shape) => Number((shape.feedForward / shape.width).toPrecision(9)));
  const width = same(shapes, (shape) => shape.feedForward);
  // A ratio that somebody stated is short; LLaMA's 11,008 of 4,096 is not one.
  const isShort = ratio !== null && String(ratio).length <= LONGEST_RATIO;
  const size = isShort ? `${exact(ratio)} × width` : width === null ? "a width of each model’s own" : exact(width);
  const gated = same(shapes, (shape) => shape.gated);
  return `feed-forward of ${size}, ${gated === null ? "gated in some models" : gated ? "gated" : "not gated"}`;
}

const LONGEST_RATIO = 5;

function keyValueHeads(shapes: readonly TransformerShape[]): string {
  if (shapes.every(({ latent }) => latent !== null)) return "latent attention";
  if (shapes.every((shape) => shape.keyValueHeads === shape.heads)) return "as many key/value heads as heads";
  const count = same(shapes, (shape) => shape.keyValueHeads);
  return count === null ? "key/value heads shared in some models" : counted(count, "key/value head");
}

function attention(shapes: readonly TransformerShape[]): string {
  const mask = same(shapes, (shape) => shape.mask);
  const window = same(shapes, (shape) => shape.window);
  if (mask === null) return "causal attention in some models";
  if (mask === "full") return "attention over the whole sequence";
  const windows = shapes.every((shape) => shape.window === null)
    ? ""
    : window === null
      ? ", in some models within a window"
      : ` within a window of ${counted(window, "token")}`;
  return `causal attention${windows}`;
}

/** What all shapes have alike; null where they differ, or have none. */
function same<T extends number | string | boolean | null>(
  shapes: readonly TransformerShape[],
  of: (shape: TransformerShape) => T,
): T | null {
  const [value, ...others] = new Set(shapes.map(of));
  return value === undefined || others.length > 0 ? null : value;
}

/** With more models of one source than these only their number is told. */
const MOST_NAMED = 4;

/** Models that are listed layer by layer; they, too, have one count of training. */
function listedLayers({ plan, references }: SheetContext): RichText[] {
  return plan.models.flatMap(({ label, shape }): RichText[] => {
    if (shape.kind !== "layers") return [];
    const which = plan.models.length === 1 ? "" : ` of “${label}”`;
    const text = `Parameters and forward FLOP${which} are counted layer by layer; training is three times the forward FLOP.`;
    return [shape.source === null ? [text] : [text, references.cite({ text: shape.source })]];
  });
}

/** Models whose counts were typed in, by who published them; they have one count of training, whatever the convention. */
function publishedCounts({ plan, references }: SheetContext): RichText[] {
  const bySource = new Map<string, string[]>();
  for (const { label, shape } of plan.models) {
    if (shape.kind === "stated") bySource.set(shape.source, [...(bySource.get(shape.source) ?? []), `“${label}”`]);
  }
  return [...bySource].map(([source, labels]): RichText => {
    const models = labels.length > MOST_NAMED ? `${numberWord(labels.length)} models` : listed(labels);
    const which = plan.models.length === 1 ? "" : ` of ${models}`;
    return [
      `Parameters and forward FLOP${which} are as published; training is three times the forward FLOP.`,
      references.cite({ text: source }),
    ];
  });
}
