/** Training recipes in words. */
import type { ResolvedLength, ResolvedTraining, RunClass } from "../../plan/resolved.ts";
import { RUN_KIND_WORDS } from "../../training/run-kind.ts";
import { plural } from "../../units/format/counted.ts";
import { exact } from "../../units/format/exact.ts";
import { read, stated } from "./amounts.ts";

/** N as a sheet calls the count of parameters that a recipe or a convention multiplies. */
export const N_WORDS = { total: "N", nonEmbedding: "non-embedding N", active: "active N" } as const;

/** "50,000 steps", "2.00 T tokens", "20 tokens per N", "90 epochs", "1,000 requests", "40 h on 8 cards". */
export function lengthWords(length: ResolvedLength): string {
  switch (length.kind) {
    case "steps":
      return `${stated(length.steps.likely)} ${plural(length.steps.likely, "step")}`;
    case "tokens":
      return `${read(length.tokens.likely)} tokens`;
    case "tokensPerParameter":
      return `${stated(length.ratio.likely)} tokens per ${N_WORDS[length.of]}`;
    case "epochs":
      return `${stated(length.epochs.likely)} ${plural(length.epochs.likely, "epoch")}`;
    case "requests":
      return `${stated(length.requests.likely)} ${plural(length.requests.likely, "request")}`;
    case "hours":
      return `${stated(length.hours.likely)} h on ${stated(length.cards)} ${plural(length.cards, "card")}`;
  }
}

/** "LoRA, 3 epochs": the kind of work, where it is not pre-training, and its length. */
const recipeWords = ({ length, work }: ResolvedTraining): string =>
  work === undefined ? lengthWords(length) : `${RUN_KIND_WORDS[work.recipe.kind]}, ${lengthWords(length)}`;

/** A way of training that the plan uses, told apart from its others in as few words as will do. */
export interface Recipe {
  readonly title: string;
  readonly training: ResolvedTraining;
  /** Does a class follow it? */
  readonly has: (runClass: RunClass) => boolean;
}

/**
 * The distinct recipes of `classes`, each with a title of its own: the length, and then batch, sequence and card where
 * the length alone does not tell it from another. Without `cardNames` the same training on another card is the same recipe.
 */
export function recipesOf(classes: readonly RunClass[], cardNames: readonly string[] | null = null): Recipe[] {
  const keyOf = ({ training, card }: RunClass): string =>
    cardNames === null ? trainingKey(training) : `${trainingKey(training)} ${card}`;
  const byKey = new Map<string, RunClass>();
  const byLength = new Map<string, Differences>();
  for (const runClass of classes) {
    const key = keyOf(runClass);
    if (byKey.has(key)) continue;
    byKey.set(key, runClass);
    const words = recipeWords(runClass.training);
    const differences = byLength.get(words) ?? noDifferences();
    byLength.set(words, differences);
    differences.examples.add(examplesOf(runClass));
    differences.batch.add(runClass.training.batch);
    differences.sequence.add(runClass.training.sequence);
    differences.card.add(runClass.card);
  }
  return [...byKey].map(([key, runClass]) => {
    const { training, card } = runClass;
    const words = recipeWords(training);
    const { examples, batch, sequence, card: cards } = byLength.get(words) ?? noDifferences();
    const details = [
      ...(examples.size > 1 ? [`${stated(examplesOf(runClass) ?? 0)} examples`] : []),
      ...(batch.size > 1 && training.batch !== null ? [`batch ${exact(training.batch)}`] : []),
      ...(sequence.size > 1 && training.sequence !== null ? [`context ${exact(training.sequence)}`] : []),
      ...(cardNames !== null && cards.size > 1 ? [cardNames[card] ?? ""] : []),
    ];
    return {
      title: [words, ...details].join(", "),
      training,
      has: (other) => keyOf(other) === key,
    };
  });
}

/** The values that recipes of one length have: more than one of a kind tells them apart. */
const noDifferences = () => ({
  examples: new Set<number | null>(),
  batch: new Set<number | null>(),
  sequence: new Set<number | null>(),
  card: new Set<number>(),
});
type Differences = ReturnType<typeof noDifferences>;

const examplesOf = ({ training }: Pick<RunClass, "training">): number | null =>
  training.length.kind === "epochs" ? training.length.examples.likely : null;

/** Joined by hand: it is asked for every class of the plan. A batch counts where it makes the length, in steps only. */
function trainingKey({ length, sequence, work }: ResolvedTraining): string {
  const key = lengthKey(length, sequence);
  return work === undefined ? key : `${key} ${JSON.stringify(work)}`;
}

function lengthKey(length: ResolvedLength, sequence: number | null): string {
  switch (length.kind) {
    case "steps":
      return `${length.kind} ${length.steps.likely} ${length.itemsPerStep} ${sequence}`;
    case "tokens":
      return `${length.kind} ${length.tokens.likely} ${sequence}`;
    case "tokensPerParameter":
      return `${length.kind} ${length.ratio.likely} ${length.of} ${sequence}`;
    case "epochs":
      return `${length.kind} ${length.epochs.likely} ${length.examples.likely} ${length.itemsPerExample} ${sequence}`;
    case "requests":
      return `${length.kind} ${length.requests.likely} ${length.itemsPerRequest}`;
    case "hours":
      return `${length.kind} ${length.hours.likely} ${length.cards} ${sequence}`;
  }
}
