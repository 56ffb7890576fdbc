/** What tells a plan's models apart, in as few words as will do. */
import { parametersOf } from "../../models/count-parameters.ts";
import type { LayerListShape, ModelShape, StatedShape, TransformerShape } from "../../models/shape.ts";
import { exact } from "../../units/format/exact.ts";

interface Words {
  /** What is compared: equal values tell nothing. */
  readonly of: (shape: TransformerShape) => string | number | boolean | null;
  readonly say: (shape: TransformerShape) => string;
  /** Whether the model has the part at all; beside other words its absence is not worth one. */
  readonly isSaid?: (shape: TransformerShape) => boolean;
}

type PlainField = {
  [Key in keyof TransformerShape]: TransformerShape[Key] extends string | number | boolean | null ? Key : never;
}[keyof TransformerShape];

const field = (name: PlainField, say: Words["say"]): Words => ({ of: (shape) => shape[name], say });

/** A number of a part that not every model has. */
const part = (of: Words["of"], words: (value: string) => string, none: string): Words => ({
  of,
  say: (shape) => {
    const value = of(shape);
    return typeof value === "number" ? words(exact(value)) : none;
  },
  isSaid: (shape) => of(shape) !== null,
});

/** How a reader names a field's value, the telling ones first. Width comes before heads: it says more about size. */
const WORDS: readonly Words[] = [
  { of: nameOf, say: nameOf },
  field("width", ({ width }) => `width ${exact(width)}`),
  field("layers", ({ layers }) => counted(layers, "layer")),
  field("heads", ({ heads }) => counted(heads, "head")),
  field("headSize", ({ headSize }) => `head size ${exact(headSize)}`),
  field("keyValueHeads", ({ keyValueHeads }) => counted(keyValueHeads, "key/value head")),
  field("feedForward", ({ feedForward }) => `feed-forward ${exact(feedForward)}`),
  field("gated", ({ gated }) => (gated ? "gated" : "not gated")),
  part(
    ({ mixture }) => mixture?.experts ?? null,
    (count) => `${count} experts`,
    "no experts",
  ),
  part(
    ({ mixture }) => mixture?.expertsPerToken ?? null,
    (count) => `top ${count}`,
    "no experts",
  ),
  part(
    ({ mixture }) => mixture?.expertFeedForward ?? null,
    (count) => `experts of ${count}`,
    "no experts",
  ),
  part(
    ({ mixture }) => mixture?.sharedExperts ?? null,
    (count) => `${count} shared experts`,
    "no experts",
  ),
  part(
    ({ mixture }) => mixture?.layers ?? null,
    (count) => `experts in ${count} layers`,
    "no experts",
  ),
  part(
    ({ latent }) => latent?.keyValueRank ?? null,
    (rank) => `key/value rank ${rank}`,
    "no latent attention",
  ),
  part(
    ({ latent }) => latent?.queryRank ?? null,
    (rank) => `query rank ${rank}`,
    "no query rank",
  ),
  part(
    ({ stateSpace }) => stateSpace?.layers ?? null,
    (count) => `${count} state-space layers`,
    "no state-space layers",
  ),
  part(
    ({ stateSpace }) => stateSpace?.stateSize ?? null,
    (size) => `states of ${size}`,
    "no state-space layers",
  ),
  part(
    ({ encoder }) => encoder?.layers ?? null,
    (count) => `encoder of ${count} layers`,
    "no encoder",
  ),
  part(
    ({ encoder }) => encoder?.sequence ?? null,
    (count) => `source of ${count} tokens`,
    "source as target",
  ),
  part(
    ({ image }) => image?.imageSize ?? null,
    (size) => `images of ${size}`,
    "no images",
  ),
  part(
    ({ image }) => image?.patchSize ?? null,
    (size) => `patches of ${size}`,
    "no images",
  ),
  field("vocabulary", ({ vocabulary }) => `vocabulary ${exact(vocabulary)}`),
  field("classes", ({ classes }) => counted(classes, "class", "classes")),
  field("tiedEmbeddings", ({ tiedEmbeddings }) => (tiedEmbeddings ? "tied embeddings" : "untied embeddings")),
  field("window", ({ window }) => (window === null ? "no window" : `window ${exact(window)}`)),
  field("globalLayers", ({ globalLayers }) => `${counted(globalLayers, "layer")} without window`),
  field("mask", ({ mask }) => `${mask} mask`),
  field("norm", ({ norm }) => (norm === "none" ? "no norm" : `${norm} norm`)),
  field("normBias", ({ normBias }) => (normBias ? "norm bias" : "no norm bias")),
  field("positions", ({ positions }) => (positions === "none" ? "no positions" : `${positions} positions`)),
  field(
    "maxPositions",
    ({ maxPositions }) => `${maxPositions === null ? "any number of" : exact(maxPositions)} positions`,
  ),
  field("biases", ({ biases }) => (biases === "none" ? "no biases" : `biases ${biases}`)),
  field("uniqueLayers", ({ uniqueLayers }) =>
    uniqueLayers === 1 ? "1 layer again and again" : `${exact(uniqueLayers)} layers with weights of their own`,
  ),
  field("parallel", ({ parallel }) => (parallel ? "parallel blocks" : "blocks in sequence")),
  field("normsPerBlock", ({ normsPerBlock }) => `${counted(normsPerBlock, "norm")} a block`),
  field("queryKeyNorm", ({ queryKeyNorm }) =>
    queryKeyNorm === "none" ? "no query norm" : `query norm by ${queryKeyNorm}`,
  ),
  field("head", ({ head }) => (head === "none" ? "no head" : `head ${head}`)),
  field("predictionHeads", ({ predictionHeads }) => counted(predictionHeads, "prediction head")),
];

/**
 * A label for each model, no two alike: the label of the variant row that it comes from; else the one field that tells
 * all of them apart, or as many as that takes; and for the only model of a plan what a reader pictures.
 *
 * @example eight layers at widths 1024 and 2048 // ["width 1,024", "width 2,048"]
 * @example a single model                       // ["decoder, 8 layers, width 1,024"]
 */
export function labelModels(
  models: readonly { readonly shape: ModelShape; readonly variant: string | null }[],
): string[] {
  const varying = fieldsThatTell(models.flatMap(({ shape }) => (shape.kind === "transformer" ? [shape] : [])));
  const told = models.map(({ shape }) => (shape.kind === "transformer" ? say(shape, varying) : sayCounted(shape)));
  const labels = models.map(({ variant }, index) => variant ?? told[index] ?? "");
  // Rows of two axes may bear one name, and a row may be called what another model is: the fields then tell.
  const clearer = distinguish(labels, told);
  return distinguish(
    clearer,
    models.map((_, index) => `number ${index + 1}`),
  );
}

/** `labels`, with `more` after those that are not alone, unless it says the same again. */
function distinguish(labels: readonly string[], more: readonly string[]): string[] {
  const times = new Map<string, number>();
  for (const label of labels) times.set(label, (times.get(label) ?? 0) + 1);
  return labels.map((label, index) =>
    times.get(label) === 1 || more[index] === label ? label : `${label}, ${more[index]}`,
  );
}

/** One field that tells all shapes apart; else fields from the first on until they do; for a single shape none. */
function fieldsThatTell(shapes: readonly TransformerShape[]): Words[] {
  const [first] = shapes;
  const varying = WORDS.filter(({ of }) => first !== undefined && shapes.some((shape) => of(shape) !== of(first)));
  const alone = varying.find(({ of }) => new Set(shapes.map(of)).size === shapes.length);
  if (alone !== undefined) return [alone];
  const chosen: Words[] = [];
  let kindOf = shapes.map(() => 0);
  let told = 1;
  for (const words of varying) {
    const finer = refine(kindOf, shapes, words.of);
    if (finer.kinds === told) continue;
    chosen.push(words);
    kindOf = finer.kindOf;
    told = finer.kinds;
    if (told === shapes.length) break;
  }
  return chosen;
}

/** Kinds of shapes told apart by what `of` says of them, too: a number for each shape, and how many there are. */
function refine(kindOf: readonly number[], shapes: readonly TransformerShape[], of: Words["of"]) {
  const byKind = new Map<number, Map<unknown, number>>();
  let kinds = 0;
  const finer = shapes.map((shape, index) => {
    const kind = kindOf[index] ?? 0;
    const byValue = byKind.get(kind) ?? new Map<unknown, number>();
    byKind.set(kind, byValue);
    const known = byValue.get(of(shape));
    if (known !== undefined) return known;
    byValue.set(of(shape), kinds);
    return kinds++;
  });
  return { kindOf: finer, kinds };
}

function say(shape: TransformerShape, words: readonly Words[]): string {
  const worth = words.length === 1 ? words : words.filter(({ isSaid }) => isSaid === undefined || isSaid(shape));
  if (worth.length > 0) return worth.map((word) => word.say(shape)).join(", ");
  return `${nameOf(shape)}, ${counted(shape.layers, "layer")}, width ${exact(shape.width)}`;
}

function nameOf({ encoder, image, mask, mixture, stateSpace }: TransformerShape): string {
  if (encoder !== null) return "encoder-decoder";
  if (image !== null) return "vision transformer";
  if (stateSpace !== null) return "state-space model";
  if (mixture !== null) return "mixture of experts";
  return mask === "causal" ? "decoder" : "encoder";
}

const sayCounted = (shape: StatedShape | LayerListShape): string =>
  `${exact(parametersOf(shape, "total") ?? 0)} parameters`;

const counted = (count: number, what: string, many = `${what}s`): string =>
  `${exact(count)} ${count === 1 ? what : many}`;
