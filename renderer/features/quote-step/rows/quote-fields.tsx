import Button from "@mui/material/Button";
import { useEffect, useMemo, useRef, useState } from "react";
import { TERMS, type Term } from "../../../../shared/money/term.ts";
import type { PlanFault } from "../../../../shared/plan/fault.ts";
import { priceText } from "../../../../shared/sheet/text/amounts.ts";
import { dateWords } from "../../../../shared/sheet/text/words.ts";
import { usePlan } from "../../../editing/plan-context.ts";
import { catalogue } from "../../../estimating/catalogue.ts";
import { faultAt, faultWords } from "../../../fields/fault-at.ts";
import { PlanQuantity } from "../../../fields/plan-quantity.tsx";
import { PlanSelect, type SelectOption } from "../../../fields/plan-select.tsx";
import { PlanText } from "../../../fields/plan-text.tsx";
import { withoutKey } from "../../../fields/without-key.ts";
import { FromLibrary } from "./from-library.tsx";
import { QuoteDetails } from "./quote-details.tsx";
import { type QuoteRow, TERM_WORDS } from "./quote-rows.ts";

interface QuoteFieldsProps {
  readonly row: QuoteRow;
  readonly currency: string;
  readonly isFixed: boolean;
  readonly onChooseRate: () => void;
  readonly onClose: () => void;
}

/** Everything that can be changed of one quote, below its row. */
export function QuoteFields({ row, currency, isFixed, onChooseRate, onClose }: QuoteFieldsProps) {
  const [{ live, faults }] = usePlan();
  const path = ["quotes", row.index];
  const area = useRef<HTMLFieldSetElement>(null);
  // Not as a layout effect: the menu that opened them gives the focus back to its button first.
  useEffect(() => area.current?.querySelector<HTMLElement>("input, select")?.focus(), []);
  const cards = useMemo(() => cardOptions((live?.resolved.cards ?? []).map(({ accelerator }) => accelerator)), [live]);
  const whole = faultAt(faults, path);
  // What is wrong is in sight; what was mended there does not shut them again.
  const isNeeded = hasDetails(faults, row.index) || row.isPurchase;
  const [isOpen, setOpen] = useState(isNeeded);
  useEffect(() => {
    if (isNeeded) setOpen(true);
  }, [isNeeded]);
  const isOwnPrice = row.rate === null && row.unknownRate === null;
  return (
    <fieldset
      ref={area}
      className="quote-fields"
      aria-label={`Quote ${row.title}`}
      data-place={`quotes[${row.index}]`}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.defaultPrevented) return;
        event.preventDefault();
        onClose();
      }}
    >
      <div className="quote-fields-grid">
        <PlanText
          path={[...path, "title"]}
          label="Title"
          optional
          placeholder={row.rate === null ? row.id : row.title}
        />
        {isOwnPrice ? (
          !row.isPurchase && (
            <PlanQuantity
              path={[...path, "price"]}
              label="Price of a card-hour"
              unit={row.native?.currency ?? currency}
            />
          )
        ) : (
          <RateFields row={row} isFixed={isFixed} onChooseRate={onChooseRate} />
        )}
        <PlanSelect
          path={[...path, "accelerator"]}
          label="Prices only"
          options={cards}
          none={row.rate?.acceleratorId == null ? "every card" : "the card of the rate"}
        />
        <PlanText
          path={[...path, "date"]}
          type="date"
          label="Quoted on"
          optional
          {...(row.rate?.date == null ? {} : { help: `Left empty: the rate’s, ${dateWords(row.rate.date)}.` })}
        />
        <PlanText
          path={[...path, "source"]}
          label="Source"
          optional
          multiline
          placeholder="Who says so: e-mail, address, price list"
          {...(row.rate === null ? {} : { help: `Left empty: ${row.rate.source}.` })}
        />
      </div>
      <details className="quote-more" open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>Terms, availability and what else is charged</summary>
        <QuoteDetails index={row.index} isRate={!isOwnPrice} planCurrency={currency} />
      </details>
      {whole !== null && <p className="field-fault">{faultWords(whole)}</p>}
      <FromLibrary row={row} currency={currency} isFixed={isFixed} />
      <div className="quote-fields-foot">
        <Button onClick={onClose}>Close</Button>
      </div>
    </fieldset>
  );
}

/** Whether something is wrong where only the details show it. */
const hasDetails = (faults: readonly PlanFault[], index: number): boolean =>
  faults.some(({ path }) => {
    const place = `quotes[${index}].`;
    return path.startsWith(place) && !SHOWN.has(path.slice(place.length).split(/[.[]/)[0] ?? "");
  });

const SHOWN: ReadonlySet<string> = new Set(["title", "price", "rate", "term", "accelerator", "date", "source"]);

interface RateFieldsProps {
  readonly row: QuoteRow;
  readonly isFixed: boolean;
  readonly onChooseRate: () => void;
}

/** A quote that is a row of the catalogue of rates: which one, for which term, and the way to a price of one's own. */
function RateFields({ row, isFixed, onChooseRate }: RateFieldsProps) {
  const [{ tree, faults }, editor] = usePlan();
  const path = ["quotes", row.index];
  const { rate } = row;
  const fault = faultAt(faults, [...path, "rate"]);
  const typeInstead = () =>
    editor.edit([
      { op: "set", path: [...path, "price"], value: row.price ?? "" },
      ...withoutKey(tree, [...path, "rate"]),
      ...withoutKey(tree, [...path, "term"]),
      ...(rate === null
        ? []
        : [
            { op: "set", path: [...path, "title"], value: `${row.title}, ${TERM_WORDS[row.term]}` } as const,
            { op: "set", path: [...path, "source"], value: row.source ?? rate.source } as const,
            ...(rate.acceleratorId === null
              ? []
              : [{ op: "set", path: [...path, "accelerator"], value: row.card } as const]),
            ...(isDay(row.date) ? [{ op: "set", path: [...path, "date"], value: row.date } as const] : []),
          ]),
    ]);
  return (
    <div className="quote-rate" data-place={`quotes[${row.index}].rate`}>
      <p className="quote-rate-name">
        {rate === null ? (
          `The rate “${row.unknownRate}”`
        ) : (
          <>
            <strong>{row.price === null ? "no price" : `${priceText(row.price)} USD a card-hour`}</strong>
            {[rate.provider, rate.accelerator, rate.instance, rate.region].filter((part) => part !== null).join(", ")}
          </>
        )}
      </p>
      {fault !== null && <p className="field-fault">{faultWords(fault)}</p>}
      {rate !== null && (
        <PlanSelect
          path={[...path, "term"]}
          label="Rented"
          none={termLabel("onDemand", rate.prices.onDemand)}
          options={TERMS.filter((term) => term !== "onDemand" && rate.prices[term] !== null).map((term) => ({
            value: term,
            label: termLabel(term, rate.prices[term]),
          }))}
        />
      )}
      <div className="quote-rate-actions">
        <Button disabled={isFixed} onClick={onChooseRate}>
          Choose another rate
        </Button>
        <Button disabled={isFixed} onClick={typeInstead}>
          Type a price instead
        </Button>
      </div>
    </div>
  );
}

const termLabel = (term: Term, price: number | null): string =>
  `${TERM_WORDS[term]}, ${price === null ? "no price stated" : `${priceText(price)} USD`}`;

const isDay = (date: string | null): date is string => date !== null && /^\d{4}-\d\d-\d\d$/.test(date);

/** The plan's own cards first, then the catalogue's by name. */
function cardOptions(own: readonly { readonly id: string; readonly name: string }[]): readonly SelectOption[] {
  const first = [...new Map(own.map(({ id, name }) => [id, name])).entries()];
  const others = catalogue.accelerators
    .filter(({ id }) => !first.some(([known]) => known === id))
    .map(({ id, name }) => [id, name] as const)
    .sort((a, b) => a[1].localeCompare(b[1], "en"));
  return [...first, ...others].map(([value, label]) => ({ value, label }));
}
