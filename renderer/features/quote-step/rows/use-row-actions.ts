import { useState } from "react";
import { slugOf } from "../../../../shared/lib/slug.ts";
import type { LibraryQuote } from "../../../../shared/money/library-quote.ts";
import { libraryQuoteSchema } from "../../../../shared/money/library-quote.ts";
import { RATES_CURRENCY } from "../../../../shared/plan/defaults.ts";
import type { PlainValue } from "../../../../shared/plan/edit/plan-edit.ts";
import type { PopMenuItem } from "../../../components/pop-menu.tsx";
import { usePlan } from "../../../editing/plan-context.ts";
import { treeEntries } from "../../../fields/tree-value.ts";
import { quoteKind } from "../../../library/kinds.ts";
import { today } from "../../../library/today.ts";
import { useLibrary } from "../../../library/use-library.ts";
import { deleteEdits, markedEdits } from "./quote-edits.ts";
import type { QuoteRow } from "./quote-rows.ts";

export type RowAction = "copy" | "save" | "up" | "down" | "delete";

interface RowActionsInput {
  readonly rows: readonly QuoteRow[];
  readonly currency: string;
  readonly opened: number | null;
  readonly onOpen: (index: number | null) => void;
}

/** What can be done with a whole quote, and what was said of the last. */
export function useRowActions({ rows, currency, opened, onOpen }: RowActionsInput) {
  const [{ tree }, editor] = usePlan();
  const library = useLibrary(quoteKind);
  const [said, setSaid] = useState("");

  const actions = (row: QuoteRow, isFixed: boolean): readonly PopMenuItem[] => {
    const isLinked = row.from !== null && library.entries?.some(({ id }) => id === row.from?.id) === true;
    return [
      ...(isFixed ? [] : [{ id: "copy", content: "Copy" }]),
      ...(isLinked ? [] : [{ id: "save", content: "Save to my library" }]),
      ...(isFixed || row.index === 0 ? [] : [{ id: "up", content: "Move up" }]),
      ...(isFixed || row.index === rows.length - 1 ? [] : [{ id: "down", content: "Move down" }]),
      ...(isFixed || rows.length === 1 ? [] : [{ id: "delete", content: "Delete" }]),
    ];
  };

  const move = (row: QuoteRow, to: number) => {
    if (to < 0 || to >= rows.length) return;
    editor.edit({ op: "move", path: ["quotes"], from: row.index, to });
    if (opened === row.index) onOpen(to);
    else if (opened === to) onOpen(row.index);
    setSaid(`“${row.title}” is number ${to + 1} of ${rows.length}.`);
    requestAnimationFrame(() => document.getElementById(`quote-row-${to}`)?.focus());
  };

  const save = async (row: QuoteRow) => {
    const quote = libraryQuoteOf(row, tree, row.rate === null ? currency : RATES_CURRENCY);
    if (quote === null) {
      setSaid(`“${row.title}” was not saved: it has no price and title that the library can take.`);
      return;
    }
    const reply = await library.save(crypto.randomUUID(), null, quote);
    if (!reply.ok) {
      setSaid(`“${row.title}” was not saved to the library: ${reply.error.message}`);
      return;
    }
    const { id, revision } = reply.value;
    editor.edit({ op: "set", path: ["quotes", row.index, "from"], value: { id, revision, date: today() } });
    setSaid(`“${quote.title}” is in your library.`);
  };

  const run = (action: RowAction, row: QuoteRow) => {
    setSaid("");
    switch (action) {
      case "copy": {
        const { headline: _, ...rest } = itemOf(tree, row.index);
        const id = slugOf(
          row.title,
          rows.map((other) => other.id),
          "quote",
        );
        editor.edit([
          ...markedEdits(rows),
          { op: "insert", path: ["quotes"], at: row.index + 1, value: { ...rest, id, title: `${row.title}, copy` } },
        ]);
        onOpen(row.index + 1);
        return;
      }
      case "save":
        void save(row);
        return;
      case "up":
        move(row, row.index - 1);
        return;
      case "down":
        move(row, row.index + 1);
        return;
      case "delete":
        editor.edit(deleteEdits(rows, row.index));
        onOpen(null);
        setSaid(`“${row.title}” is out of the plan. Undo brings it back.`);
        requestAnimationFrame(() => document.getElementById(`quote-row-${Math.max(0, row.index - 1)}`)?.focus());
    }
  };
  return { actions, run, said };
}

/** The quote as the document has it. What is read of a text is plain data. */
const itemOf = (tree: unknown, index: number): Readonly<Record<string, PlainValue>> =>
  Object.fromEntries(treeEntries(tree, ["quotes", index])) as Record<string, PlainValue>;

/** What only a quote of a plan has. */
const OF_THE_PLAN: ReadonlySet<string> = new Set(["id", "rate", "term", "headline", "from", "title", "price"]);

/** A plan's quote as the library keeps it; null where it is not one yet. A rate becomes a price of its own. */
function libraryQuoteOf(row: QuoteRow, tree: unknown, currency: string): LibraryQuote | null {
  const stated = itemOf(tree, row.index);
  const offer = Object.fromEntries(Object.entries(stated).filter(([key]) => !OF_THE_PLAN.has(key)));
  const title = row.beside === null ? row.title : `${row.title}, ${row.beside}`;
  const ofRate = row.rate === null ? {} : offerOfRate(row);
  const price = row.rate === null ? ownPrice(row, stated.price) : row.rate.prices[row.term];
  const parsed = libraryQuoteSchema.safeParse({
    ...ofRate,
    currency,
    ...offer,
    title,
    ...(price == null || row.isPurchase ? {} : { price }),
  });
  return parsed.success ? parsed.data : null;
}

/** The price as the plan states it; a variable by the numbers that it stands for. */
function ownPrice({ price, range, native }: QuoteRow, stated: PlainValue | undefined): PlainValue | undefined {
  const isVariable = typeof stated === "object" && stated !== null && "use" in stated;
  if (!isVariable || native !== null) return stated;
  return range === null ? (price ?? undefined) : { low: range.low, likely: price, high: range.high };
}

function offerOfRate({ rate, term, card, date, source }: QuoteRow): Readonly<Record<string, unknown>> {
  if (rate === null) return {};
  // A reservation of so and so many cards is not what a rate says.
  const basis = term === "spot" ? { basis: "spot" } : {};
  return {
    ...basis,
    ...(card === null ? {} : { accelerator: card }),
    ...(date !== null && /^\d{4}-\d\d-\d\d$/.test(date) ? { date } : {}),
    ...(source === null ? {} : { source }),
    ...(rate.region === null ? {} : { region: rate.region }),
    quotedBy: rate.provider,
  };
}
