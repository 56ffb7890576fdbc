/** Assumptions about training: how long a run is, and where. */
import type { ResolvedTraining } from "../../plan/resolved.ts";
import { RUN_KIND_WORDS } from "../../training/run-kind.ts";
import { counted } from "../../units/format/counted.ts";
import { exact } from "../../units/format/exact.ts";
import type { SheetContext } from "../context.ts";
import type { RichText } from "../sheet.ts";
import { read, stated } from "../text/amounts.ts";
import { asStated } from "../text/rich-text.ts";
import { lengthWords, type Recipe, recipesOf } from "../text/training-words.ts";
import { capital, listed, numberWord } from "../text/words.ts";

/** With more recipes than these only their extent is told; the plan has them all. */
const MOST_RECIPES = 4;
const MOST_NAMES = 3;

/** Every recipe, the one most experiments use first: "50,000 steps × 256 sequences × 512 tokens = 6.5536 × 10⁹ tokens". */
export function trainingAssumptions({ plan, estimate }: SheetContext): RichText[] {
  const all = recipesOf(plan.classes);
  if (all.length > MOST_RECIPES) {
    const itemsOfRuns = (areTokens: boolean) =>
      estimate.classes.flatMap(({ items }, index) =>
        plan.classes[index]?.model !== null && (plan.classes[index]?.training.sequence !== null) === areTokens
          ? [items]
          : [],
      );
    const extents = [...extentOf(itemsOfRuns(true), "tokens"), ...extentOf(itemsOfRuns(false), "examples")];
    const plainly = all.every(({ training }) => training.work === undefined);
    const on = extents.length === 0 ? "" : `, on ${listed(extents)}`;
    return [[`Runs ${plainly ? "train" : "are done"} in ${numberWord(all.length)} ways${on}.`]];
  }
  const recipes = all
    .map((recipe) => {
      const users = new Set(plan.classes.flatMap((one) => (recipe.has(one) ? [one.experiment] : [])));
      return { recipe, users: [...users] };
    })
    .sort((a, b) => b.users.length - a.users.length);
  return recipes.map(({ recipe, users }, index): RichText => {
    const names = users.map((experiment) => plan.experiments[experiment]?.title ?? "");
    const where =
      recipes.length === 1
        ? ""
        : index === 0
          ? ", unless said otherwise"
          : `, in ${names.length > MOST_NAMES ? counted(names.length, "experiment") : listed(names)}`;
    return [...sumOf(recipe), `${where}.`];
  });
}

/** "1.00 B to 5.00 B tokens"; nothing of nothing. */
function extentOf(items: readonly number[], noun: string): string[] {
  if (items.length === 0) return [];
  const from = read(items.reduce((least, one) => Math.min(least, one)));
  const to = read(items.reduce((most, one) => Math.max(most, one)));
  return [`${from === to ? from : `${from} to ${to}`} ${noun}`];
}

function sumOf({ training }: Recipe): RichText {
  const sum = lengthSum(training);
  return training.work === undefined ? sum : [`${capital(RUN_KIND_WORDS[training.work.recipe.kind])}: `, ...sum];
}

function lengthSum({ length, batch, sequence }: ResolvedTraining): RichText {
  const items = itemsOf(sequence);
  switch (length.kind) {
    case "steps": {
      const factors =
        batch === null
          ? ""
          : sequence === null
            ? ` × ${counted(batch, "example")}`
            : ` × ${counted(batch, "sequence")} × ${counted(sequence, "token")}`;
      return [
        `${lengthWords(length)}${factors} = `,
        ...asStated(length.steps.likely * length.itemsPerStep),
        ` ${items} a run`,
      ];
    }
    case "epochs": {
      const perExample = sequence === null ? "" : ` × ${counted(sequence, "token")}`;
      const total = length.epochs.likely * length.examples.likely * length.itemsPerExample;
      return [
        `${lengthWords(length)} of ${stated(length.examples.likely)} examples${perExample} = `,
        ...asStated(total),
        ` ${items} a run`,
      ];
    }
    case "tokens":
      return [...asStated(length.tokens.likely), ` ${items} a run`, context(sequence)];
    case "tokensPerParameter":
      return [lengthWords(length), context(sequence)];
    case "requests": {
      const { requests, itemsPerRequest } = length;
      if (sequence === null) return [lengthWords(length)];
      return [
        `${lengthWords(length)} of ${counted(itemsPerRequest, "token")}, read and written = `,
        ...asStated(requests.likely * itemsPerRequest),
        ` ${items} a run`,
      ];
    }
    case "hours":
      return [`${lengthWords(length)} = ${exact(length.hours.likely * length.cards)} card-hours a run`];
  }
}

const context = (sequence: number | null): string => (sequence === null ? "" : ` in sequences of ${exact(sequence)}`);

/** What a run trains on: tokens where it has sequences, examples where it has none. */
const itemsOf = (sequence: number | null): string => (sequence === null ? "examples" : "tokens");
