import Button from "@mui/material/Button";
import type { CopiedFrom } from "../../../../shared/lib/copied-from.ts";
import { cardHourPrice, type LibraryQuote } from "../../../../shared/money/library-quote.ts";
import type { PlainValue, PlanEdit } from "../../../../shared/plan/edit/plan-edit.ts";
import { copyOfQuote } from "../../../../shared/plan/library/copy.ts";
import { isRange, type Quantity } from "../../../../shared/ranges/quantity.ts";
import { priceText } from "../../../../shared/sheet/text/amounts.ts";
import { dateWords } from "../../../../shared/sheet/text/words.ts";
import { Warning } from "../../../components/icons.tsx";
import { usePlan } from "../../../editing/plan-context.ts";
import { treeEntries } from "../../../fields/tree-value.ts";
import { quoteKind } from "../../../library/kinds.ts";
import { today } from "../../../library/today.ts";
import { type Entry, useLibrary } from "../../../library/use-library.ts";
import type { QuoteRow } from "./quote-rows.ts";

interface FromLibraryProps {
  readonly row: QuoteRow;
  readonly currency: string;
  readonly isFixed: boolean;
}

/** Of a quote that was copied from the library: when, and whether the library has changed since. */
export function FromLibrary({ row, currency, isFixed }: FromLibraryProps) {
  const [{ tree }, editor] = usePlan();
  const { entries } = useLibrary(quoteKind);
  const { from, index } = row;
  if (from === null || entries === null) return null;
  const entry = entries.find(({ id }) => id === from.id);
  const copied = `Copied from your library on ${dateWords(from.date)}`;
  if (entry === undefined) return <p className="quote-from">{copied}; it is no longer there.</p>;
  if (entry.revision <= from.revision) return <p className="quote-from">{copied}, as it is there now.</p>;
  const take = () => editor.edit(takeEdits(treeKeys(tree, index), entry, from, currency, index));
  return (
    <p className="quote-from quote-from-newer">
      <Warning />
      <span>
        {copied}. The library has changed since: {changeWords(row, entry)}.
      </span>
      <Button disabled={isFixed} onClick={take}>
        Take the new offer
      </Button>
    </p>
  );
}

const treeKeys = (tree: unknown, index: number): readonly string[] =>
  treeEntries(tree, ["quotes", index]).map(([key]) => key);

/** What a quote of a plan keeps of its own when it takes what the library says now. */
const KEPT: ReadonlySet<string> = new Set(["id", "title", "headline"]);

/** The offer as the library has it now, in place of the one that was copied. */
function takeEdits(
  keys: readonly string[],
  { id, revision, value }: Entry<LibraryQuote>,
  from: CopiedFrom,
  currency: string,
  index: number,
): readonly PlanEdit[] {
  const copy = copyOfQuote(value, { ...from, id, revision, date: today() }, [], currency);
  const path = ["quotes", index];
  const now = Object.entries(copy as Readonly<Record<string, PlainValue>>).filter(([key]) => !KEPT.has(key));
  const gone = keys.filter((key) => !KEPT.has(key) && !now.some(([name]) => name === key));
  return [
    ...gone.map((key): PlanEdit => ({ op: "remove", path: [...path, key] })),
    ...now.map(([key, member]): PlanEdit => ({ op: "set", path: [...path, key], value: member })),
  ];
}

function changeWords(row: QuoteRow, { value, revision }: Entry<LibraryQuote>): string {
  const now = priceWords(cardHourPrice(value));
  const quoted = row.native === null ? row.price : row.native.price;
  const before = quoted === null ? "" : priceText(quoted);
  const dated = value.date === undefined ? "" : `, quoted on ${dateWords(value.date)}`;
  return before === now
    ? `revision ${revision}, the same price${dated}`
    : `${before} is ${now} ${value.currency} now${dated}`;
}

function priceWords(price: Quantity): string {
  if (typeof price === "number") return priceText(price);
  return isRange(price) ? `${priceText(price.likely)} (${priceText(price.low)}–${priceText(price.high)})` : price.use;
}
