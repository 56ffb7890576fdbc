/** Assumptions about training: how long a run is, and where. */
import { exact } from "../../units/format/exact.ts";
import type { SheetContext } from "../context.ts";
import type { RichText } from "../sheet.ts";
import { read, stated } from "../text/amounts.ts";
import { asStated } from "../text/rich-text.ts";
import { lengthWords, type Recipe, recipesOf } from "../text/training-words.ts";
import { counted, listed, numberWord } from "../text/words.ts";

/** With more recipes than these only their extent is told; the plan has them all. */
const MOST_RECIPES = 4;
const MOST_NAMES = 3;

/** Every recipe, the one most experiments use first: "50,000 steps × 256 sequences × 512 tokens = 6.5536 × 10⁹ tokens". */
export function trainingAssumptions({ plan, estimate }: SheetContext): RichText[] {
  const all = recipesOf(
    plan.classes,
    plan.cards.map((card) => card.accelerator.name),
  );
  if (all.length > MOST_RECIPES) {
    const items = estimate.classes.map((one) => one.items);
    const from = read(items.reduce((least, one) => Math.min(least, one), Number.POSITIVE_INFINITY));
    const to = read(items.reduce((most, one) => Math.max(most, one), 0));
    const extent = from === to ? from : `${from} to ${to}`;
    return [
      [`Runs train in ${numberWord(all.length)} ways, on ${extent} ${itemsOf(plan.classes[0]?.training.sequence)}.`],
    ];
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
        ? "every run"
        : index === 0
          ? "unless said otherwise"
          : names.length > MOST_NAMES
            ? `in ${counted(names.length, "experiment")}`
            : `in ${listed(names)}`;
    return [...sumOf(recipe), `, ${where}.`];
  });
}

function sumOf({ title, training }: Recipe): RichText {
  const { length, batch, sequence } = training;
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
      const perExample = length.itemsPerExample === 1 ? "" : ` × ${exact(length.itemsPerExample)}`;
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
      return [title, context(sequence)];
  }
}

const context = (sequence: number | null): string => (sequence === null ? "" : ` in sequences of ${exact(sequence)}`);

/** What a run trains on: tokens where it has sequences, examples where it has none. */
const itemsOf = (sequence: number | null | undefined): string => (sequence === null ? "examples" : "tokens");
