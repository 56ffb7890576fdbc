/** What tells a plan's models apart, in as few words as will do. */
import type { ModelShape, StatedShape, TransformerShape } from "../../models/shape.ts";
import { exact } from "../../units/format/exact.ts";

type Field = keyof TransformerShape;

interface Words {
  readonly field: Field;
  readonly say: (shape: TransformerShape) => string;
}

/** How a reader names a field's value, the telling ones first. Width comes before heads: it says more about size. */
const WORDS: readonly Words[] = [
  { field: "width", say: ({ width }) => `width ${exact(width)}` },
  { field: "layers", say: ({ layers }) => counted(layers, "layer") },
  { field: "heads", say: ({ heads }) => counted(heads, "head") },
  { field: "headSize", say: ({ headSize }) => `head size ${exact(headSize)}` },
  { field: "keyValueHeads", say: ({ keyValueHeads }) => counted(keyValueHeads, "key/value head") },
  { field: "feedForward", say: ({ feedForward }) => `feed-forward ${exact(feedForward)}` },
  { field: "gated", say: ({ gated }) => (gated ? "gated" : "not gated") },
  { field: "vocabulary", say: ({ vocabulary }) => `vocabulary ${exact(vocabulary)}` },
  { field: "tiedEmbeddings", say: ({ tiedEmbeddings }) => (tiedEmbeddings ? "tied embeddings" : "untied embeddings") },
  { field: "window", say: ({ window }) => (window === null ? "no window" : `window ${exact(window)}`) },
  { field: "mask", say: ({ mask }) => `${mask} mask` },
  { field: "norm", say: ({ norm }) => (norm === "none" ? "no norm" : `${norm} norm`) },
  { field: "normBias", say: ({ normBias }) => (normBias ? "norm bias" : "no norm bias") },
  { field: "positions", say: ({ positions }) => (positions === "none" ? "no positions" : `${positions} positions`) },
  {
    field: "maxPositions",
    say: ({ maxPositions }) => `${maxPositions === null ? "any number of" : exact(maxPositions)} positions`,
  },
  { field: "biases", say: ({ biases }) => (biases === "none" ? "no biases" : `biases ${biases}`) },
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
  const told = models.map(({ shape }) => (shape.kind === "stated" ? sayStated(shape) : say(shape, varying)));
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
  const varying = WORDS.filter(({ field }) => shapes.some((shape) => shape[field] !== first?.[field]));
  const alone = varying.find(({ field }) => new Set(shapes.map((shape) => shape[field])).size === shapes.length);
  if (alone !== undefined) return [alone];
  const chosen: Words[] = [];
  let kindOf = shapes.map(() => 0);
  let told = 1;
  for (const words of varying) {
    const finer = refine(kindOf, shapes, words.field);
    if (finer.kinds === told) continue;
    chosen.push(words);
    kindOf = finer.kindOf;
    told = finer.kinds;
    if (told === shapes.length) break;
  }
  return chosen;
}

/** Kinds of shapes told apart by `field`, too: a number for each shape, and how many there are. */
function refine(kindOf: readonly number[], shapes: readonly TransformerShape[], field: Field) {
  const byKind = new Map<number, Map<unknown, number>>();
  let kinds = 0;
  const finer = shapes.map((shape, index) => {
    const kind = kindOf[index] ?? 0;
    const byValue = byKind.get(kind) ?? new Map<unknown, number>();
    byKind.set(kind, byValue);
    const known = byValue.get(shape[field]);
    if (known !== undefined) return known;
    byValue.set(shape[field], kinds);
    return kinds++;
  });
  return { kindOf: finer, kinds };
}

function say(shape: TransformerShape, words: readonly Words[]): string {
  if (words.length > 0) return words.map((word) => word.say(shape)).join(", ");
  const name = shape.mask === "causal" ? "decoder" : "encoder";
  return `${name}, ${counted(shape.layers, "layer")}, width ${exact(shape.width)}`;
}

const sayStated = ({ parameters }: StatedShape): string => `${exact(parameters)} parameters`;

const counted = (count: number, what: string): string => `${exact(count)} ${what}${count === 1 ? "" : "s"}`;
