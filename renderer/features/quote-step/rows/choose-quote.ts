/** Choosing the quote that a plan is costed by, whichever card it is for. Pure. */
import type { Accelerator } from "../../../../shared/hardware/accelerator.ts";
import type { PlainValue, PlanEdit } from "../../../../shared/plan/edit/plan-edit.ts";
import { pathText } from "../../../../shared/plan/text/document-path.ts";
import { read } from "../../../../shared/sheet/text/amounts.ts";
import { shortCardName } from "../../../../shared/sheet/text/card-name.ts";
import { chooseCard } from "../../../card-choice/choose-card.ts";
import { ACCELERATOR, cardOf, chosenCard } from "../../../card-choice/chosen-card.ts";
import type { OpenedPlan } from "../../../estimating/opened-plan.ts";
import { treeValue } from "../../../fields/tree-value.ts";
import { headlineEdits } from "./quote-edits.ts";
import type { QuoteRow } from "./quote-rows.ts";

/** What a choice does to the document. */
export interface QuoteChoice {
  readonly edits: readonly PlanEdit[];
  /** Short names of the card of the plan before and after; null where it stays. */
  readonly card: { readonly before: string; readonly after: string } | null;
}

interface ChoosableQuotes {
  readonly tree: unknown;
  readonly live: OpenedPlan | null;
  readonly rows: readonly QuoteRow[];
  readonly accelerators: readonly Accelerator[];
}

/**
 * Makes the quote at `index` the headline. A quote for a card that no run is on makes its card that of the plan's defaults, in the same step:
 * what is stated of the old card's speed carries over, unless the quote says what this one reaches.
 *
 * Null where that does not price a run: the card is not in the catalogue, or every run states hardware of its own.
 */
export function chooseQuote(of: ChoosableQuotes, index: number): QuoteChoice | null {
  const { tree, live, rows, accelerators } = of;
  const row = rows[index];
  if (row === undefined) return null;
  const cards = live?.resolved.cards ?? [];
  if (row.applies) {
    const ids = cards.map(({ accelerator }) => accelerator.id);
    return { edits: headlineEdits(rows, index, ids), card: null };
  }
  const before = cardOf(chosenCard(tree, accelerators));
  const next = accelerators.find(({ id }) => id === row.card);
  const isDefault = ({ places }: (typeof cards)[number]) => places.accelerator === pathText(ACCELERATOR);
  if (before === null || next === undefined || !cards.some(isDefault)) return null;
  // An experiment that names the old card itself stays on it, though the plan's cards list it once.
  const isNamed = JSON.stringify(treeValue(tree, ["experiments"]) ?? null).includes(JSON.stringify(before.id));
  const after = cards.flatMap((card) => (isDefault(card) ? [next.id] : [card.accelerator.id]));
  const reached = treeValue(tree, ["quotes", index, "utilisation"]) as PlainValue | undefined;
  return {
    edits: [
      ...chooseCard(tree, before, next, next.id, reached ?? null),
      ...headlineEdits(rows, index, isNamed ? [...after, before.id] : after),
    ],
    card: { before: shortCardName(before.name, before.vendor), after: shortCardName(next.name, next.vendor) },
  };
}

/** What a choice did, for the person who made it. `cost` is null where the plan has no figures with it. */
export function choiceWords(
  title: string,
  card: QuoteChoice["card"],
  cost: { readonly before: number; readonly after: number } | null,
  currency: string,
): string {
  const moved = card === null ? "" : `, and its work is on ${card.after}, no longer on ${card.before}`;
  const figures =
    cost === null
      ? "The plan has faults with it, and the figures are still those of before"
      : `${read(cost.after)} ${currency} for the work, ${read(cost.before)} before`;
  return `The plan is costed by “${title}” now${moved}. ${figures}. Undo takes it back${card === null ? "" : ", the card too"}.`;
}
