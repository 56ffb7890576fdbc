import Button from "@mui/material/Button";
import { cardHourPrice, type LibraryQuote } from "../../../../shared/money/library-quote.ts";
import type { PlainValue, PlanEdit } from "../../../../shared/plan/edit/plan-edit.ts";
import { isRange, type Quantity } from "../../../../shared/ranges/quantity.ts";
import { priceText } from "../../../../shared/sheet/text/amounts.ts";
import { dateWords } from "../../../../shared/sheet/text/words.ts";
import { Warning } from "../../../components/icons.tsx";
import { usePlan } from "../../../editing/plan-context.ts";
import { withoutKey } from "../../../fields/without-key.ts";
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
  if (entry.value.currency !== currency) {
    return (
      <p className="quote-from quote-from-newer">
        <Warning /> {copied}. It was changed there since and is in {entry.value.currency} now; this plan counts in{" "}
        {currency}, so it cannot be taken.
      </p>
    );
  }
  const take = () => {
    const path = ["quotes", index];
    const { date, source, accelerator } = entry.value;
    const price = cardHourPrice(entry.value);
    const text = (key: string, value: string | undefined): readonly PlanEdit[] =>
      value === undefined ? withoutKey(tree, [...path, key]) : [{ op: "set", path: [...path, key], value }];
    editor.edit([
      { op: "set", path: [...path, "price"], value: plainPrice(price) },
      ...text("date", date),
      ...text("source", source),
      ...text("accelerator", accelerator),
      { op: "set", path: [...path, "from"], value: { id: entry.id, revision: entry.revision, date: today() } },
    ]);
  };
  return (
    <p className="quote-from quote-from-newer">
      <Warning />
      <span>
        {copied}. The library has changed since: {changeWords(row, entry)}.
      </span>
      <Button disabled={isFixed} onClick={take}>
        Take the new price
      </Button>
    </p>
  );
}

/** As a document holds it: without what is not stated. */
function plainPrice(price: Quantity): PlainValue {
  if (!isRange(price)) return price;
  const { low, likely, high, source, date } = price;
  return { low, likely, high, ...(source === undefined ? {} : { source }), ...(date === undefined ? {} : { date }) };
}

function changeWords(row: QuoteRow, { value, revision }: Entry<LibraryQuote>): string {
  const now = priceWords(cardHourPrice(value));
  const before = row.price === null ? "" : priceText(row.price);
  const dated = value.date === undefined ? "" : `, quoted on ${dateWords(value.date)}`;
  return before === now
    ? `revision ${revision}, the same price${dated}`
    : `${before} is ${now} ${value.currency} now${dated}`;
}

function priceWords(price: Quantity): string {
  if (typeof price === "number") return priceText(price);
  return isRange(price) ? `${priceText(price.likely)} (${priceText(price.low)}–${priceText(price.high)})` : price.use;
}
