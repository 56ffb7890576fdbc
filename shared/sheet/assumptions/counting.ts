/** Assumptions about counting: what an operation is, which convention counts them, what N is, which weights count. */
import { DIFFERENCES } from "../../compute/differences.ts";
import type { TransformerShape } from "../../models/shape.ts";
import type { SheetContext } from "../context.ts";
import { transformersOf } from "../model-identity.ts";
import type { RichText } from "../sheet.ts";
import { N_WORDS } from "../text/training-words.ts";
import { capital, listed } from "../text/words.ts";

export function countingAssumptions(context: SheetContext): RichText[] {
  return [convention(context), ...whichN(context), ...weights(context), ...publishedCounts(context)];
}

function convention({ plan, references }: SheetContext): RichText {
  const { name } = plan.convention;
  const { counts, source } = DIFFERENCES[name];
  return [
    `1 multiply-accumulate is 2 FLOP. Convention ${name}: ${counts.charAt(0).toLowerCase()}${counts.slice(1)}`,
    references.cite({ text: source }),
  ];
}

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
  const counted: string[] = [];
  const not: string[] = [];
  const mixed: string[] = [];
  const tell = (what: string, has: (shape: TransformerShape) => boolean) => {
    const answers = new Set(shapes.map(has));
    (answers.size > 1 ? mixed : answers.has(true) ? counted : not).push(what);
  };
  tell("norms", (shape) => shape.norm !== "none");
  tell("positions", (shape) => shape.positions === "learned");
  tell("biases", (shape) => shape.biases !== "none");
  const tied = new Set(shapes.map((shape) => shape.tiedEmbeddings));
  const parts = [
    ...(counted.length === 0 ? [] : [`${listed(counted)} are counted`]),
    ...(not.length === 0 ? [] : [`${listed(not)} are not counted`]),
    ...(mixed.length === 0 ? [] : [`${listed(mixed)} are counted where a model has them`]),
    tied.size > 1
      ? "embeddings are tied in some models"
      : `embeddings are ${tied.has(true) ? "tied to the logits" : "not tied"}`,
  ];
  return [[`${capital(parts.join("; "))}.`]];
}

/** Models whose counts were typed in, with who published them. */
function publishedCounts({ plan, references }: SheetContext): RichText[] {
  return plan.models.flatMap(({ label, shape }) => {
    if (shape.kind !== "stated") return [];
    const which = plan.models.length === 1 ? "" : ` of the model “${label}”`;
    return [[`Parameters and forward FLOP${which} are as published.`, references.cite({ text: shape.source })]];
  });
}
