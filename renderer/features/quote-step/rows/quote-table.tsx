import IconButton from "@mui/material/IconButton";
import { Fragment, type KeyboardEvent, useState } from "react";
import type { OfferPart } from "../../../../shared/estimate/figure.ts";
import { moneyExact, priceText } from "../../../../shared/sheet/text/amounts.ts";
import { shortCardName } from "../../../../shared/sheet/text/card-name.ts";
import { dateWords } from "../../../../shared/sheet/text/words.ts";
import { counted } from "../../../../shared/units/format/counted.ts";
import { exact, fixed } from "../../../../shared/units/format/exact.ts";
import { withPlus } from "../../../../shared/units/format/sign.ts";
import { axisUnit } from "../../../charts/scale.ts";
import "../../../components/data-table.css";
import { ArrowUp, Fault, More } from "../../../components/icons.tsx";
import { LazyMenu } from "../../../components/lazy-menu.tsx";
import { usePlan } from "../../../editing/plan-context.ts";
import { catalogue } from "../../../estimating/catalogue.ts";
import { faultsUnder } from "../../../fields/fault-at.ts";
import { FigureButton } from "../../../sheet/figure-button.tsx";
import { isOffer, type Offer, type OfferState } from "../comparison/offers.ts";
import type { QuoteChoice } from "./choose-quote.ts";
import { QuoteFields } from "./quote-fields.tsx";
import type { QuoteRow } from "./quote-rows.ts";
import { type SortKey, sortedRows } from "./sort-rows.ts";
import { type RowAction, useRowActions } from "./use-row-actions.ts";

interface QuoteTableProps {
  readonly rows: readonly QuoteRow[];
  /** What each quote comes to on its own cards, by its id; empty until it was compared. */
  readonly offers: ReadonlyMap<string, OfferState>;
  readonly currency: string;
  readonly staleAfterDays: number;
  /** The quote whose fields are open. */
  readonly opened: number | null;
  readonly isFixed: boolean;
  readonly onOpen: (index: number | null) => void;
  /** What choosing the quote at an index does; null where it cannot be chosen. */
  readonly choiceOf: (index: number) => QuoteChoice | null;
  readonly onChoose: (index: number) => void;
  readonly onChooseRate: (index: number) => void;
}

const COLUMNS = 15;

/** The plan's quotes, a row each: which one is the headline, what each comes to, and its fields where it is opened. */
export function QuoteTable(props: QuoteTableProps) {
  const { rows, offers, currency, staleAfterDays, opened, isFixed, onOpen, choiceOf, onChoose, onChooseRate } = props;
  const [{ faults }] = usePlan();
  const [menu, setMenu] = useState<{ readonly index: number; readonly anchor: HTMLElement } | null>(null);
  const { actions, run, said } = useRowActions({ rows, currency, opened, onOpen });
  const [sort, setSort] = useState<SortKey | null>(null);
  const money = moneyOf(rows, offers, currency);
  const head = (key: SortKey, name: string, unit: string | null, isNumber = true) => (
    <th scope="col" className={isNumber ? "number" : undefined} aria-sort={sort === key ? "ascending" : undefined}>
      <button
        type="button"
        className="quote-sort"
        aria-label={`Sort by ${name.toLowerCase()}${key === "petaflopDay" ? " of a PF-day" : ""}`}
        title={sort === key ? "In the order of the plan" : `Sort by ${name.toLowerCase()}`}
        onClick={() => setSort(sort === key ? null : key)}
      >
        {name}
        {sort === key && <ArrowUp size={11} />}
      </button>
      {unit !== null && <small>{unit}</small>}
    </th>
  );

  const keys = (row: QuoteRow) => (event: KeyboardEvent) => {
    if (!event.altKey || isFixed) return;
    const action = event.key === "ArrowUp" ? "up" : event.key === "ArrowDown" ? "down" : null;
    if (action === null) return;
    event.preventDefault();
    run(action, row);
  };

  return (
    <>
      <div className="quote-table-frame">
        <table className="data-table quote-table">
          <thead>
            <tr>
              <th scope="col">
                <span className="visually-hidden">Headline</span>
              </th>
              {head("title", "Quote", null, false)}
              {head("card", "Card", null, false)}
              {head("price", "Price", `${currency} a\ncard-hour`)}
              {head("petaflopDay", "Price", `${currency} a\nPF-day`)}
              {head("cards", "Cards", "available")}
              {head("days", "Time", "days,\nscheduled")}
              {head("work", "Work", money.unit)}
              {head("unused", "Unused", money.unit)}
              {head("lost", "Lost", money.unit)}
              {head("stored", "Storage", money.unit)}
              {head("total", "Total", money.unit)}
              <th scope="col" className="number">
                Difference <small>{money.unit}</small>
              </th>
              {head("date", "Quoted", null, false)}
              <th scope="col">
                <span className="visually-hidden">Actions</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {sortedRows(rows, offers, sort).map((row) => {
              const offer = offers.get(row.id);
              const isOpen = row.index === opened;
              const choice = choiceOf(row.index);
              const wrong = faultsUnder(faults, ["quotes", row.index]);
              return (
                <Fragment key={row.index}>
                  <tr className={row.isHeadline ? "selected" : undefined} onKeyDown={keys(row)}>
                    <td className="quote-radio">
                      <input
                        type="radio"
                        name="headline"
                        checked={row.isHeadline && row.applies}
                        disabled={isFixed || choice === null}
                        title={choice === null ? "No run of the plan can be on this card" : cardChange(choice)}
                        aria-label={`${row.title} is the headline`}
                        onChange={() => onChoose(row.index)}
                      />
                    </td>
                    <th scope="row">
                      <button
                        type="button"
                        className="quote-title"
                        id={`quote-row-${row.index}`}
                        aria-expanded={isOpen}
                        onClick={() => onOpen(isOpen ? null : row.index)}
                      >
                        {row.title}
                      </button>
                      <Beside row={row} offer={offer} />
                      {wrong > 0 && (
                        <span className="quote-wrong">
                          <Fault size={12} /> {wrong === 1 ? "1 fault" : `${wrong} faults`}
                        </span>
                      )}
                    </th>
                    <td className="quote-card">{cardWords(row.card, offer)}</td>
                    <td className="number">
                      {row.range !== null && (
                        <span className="quote-range">
                          {priceText(row.range.low)}–{priceText(row.range.high)}
                        </span>
                      )}
                      <Price row={row} />
                    </td>
                    <td className="number">
                      <PetaflopDay row={row} offer={offer} currency={currency} />
                    </td>
                    {isOffer(offer) ? (
                      <OfferCells row={row} offer={offer} money={money} />
                    ) : (
                      <td colSpan={6} className="number quiet">
                        {offer === undefined ? "" : offer.why}
                      </td>
                    )}
                    <td className="number quote-total">
                      <Total row={row} offer={offer} money={money} />
                    </td>
                    <td className="number quiet">
                      <Difference row={row} offer={offer} money={money} />
                    </td>
                    <td className="quote-date" title={row.source ?? "No source stated"}>
                      {row.date === null ? (
                        <span className="quiet">no date</span>
                      ) : row.isOld ? (
                        <span className="quote-old">
                          {shortDate(row.date)}, over {counted(staleAfterDays, "day")}
                        </span>
                      ) : (
                        shortDate(row.date)
                      )}
                      <span className="visually-hidden">, {row.source ?? "no source stated"}</span>
                    </td>
                    <td className="quote-menu">
                      <IconButton
                        aria-label={`More for ${row.title}`}
                        title="More"
                        aria-haspopup="menu"
                        onClick={({ currentTarget }) => setMenu({ index: row.index, anchor: currentTarget })}
                      >
                        <More />
                      </IconButton>
                    </td>
                  </tr>
                  {isOpen && (
                    <tr className="quote-fields-row">
                      <td colSpan={COLUMNS}>
                        <QuoteFields
                          row={row}
                          currency={currency}
                          isFixed={isFixed}
                          onChooseRate={() => onChooseRate(row.index)}
                          onClose={() => {
                            onOpen(null);
                            document.getElementById(`quote-row-${row.index}`)?.focus();
                          }}
                        />
                      </td>
                    </tr>
                  )}
                </Fragment>
              );
            })}
          </tbody>
        </table>
      </div>
      <LazyMenu
        anchor={menu?.anchor ?? null}
        items={menu === null || rows[menu.index] === undefined ? [] : actions(rows[menu.index] as QuoteRow, isFixed)}
        onPick={(id) => {
          const row = menu === null ? undefined : rows[menu.index];
          if (row !== undefined) run(id as RowAction, row);
        }}
        onClose={() => setMenu(null)}
      />
      <p className="quote-said" role="status">
        {said}
      </p>
    </>
  );
}

/** A price that was worked out is read to the cent; what was quoted stands below it. */
function Price({ row: { price, native, isPurchase } }: { readonly row: QuoteRow }) {
  const isWorkedOut = isPurchase || native !== null;
  return (
    <>
      {price === null ? (
        <span className="quiet">–</span>
      ) : (
        <span title={isPurchase ? "What owning costs for each card-hour that is used" : undefined}>
          {isWorkedOut ? fixed(price, 2) : priceText(price)}
        </span>
      )}
      {native !== null && (
        <span className="quote-native">
          {native.price === null ? "" : isPurchase ? fixed(native.price, 2) : priceText(native.price)} {native.currency}
        </span>
      )}
    </>
  );
}

/** All totals in one unit, so that they can be compared at a glance: the one that fits the largest. */
interface Money {
  readonly currency: string;
  /** "M USD". */
  readonly unit: string;
  readonly text: (amount: number) => string;
}

function moneyOf(rows: readonly QuoteRow[], offers: ReadonlyMap<string, OfferState>, currency: string): Money {
  const totals = rows.map(({ id, total }) => {
    const offer = offers.get(id);
    return isOffer(offer) ? offer.total : (total?.cost ?? 0);
  });
  const { divisor, prefix } = axisUnit(Math.max(0, ...totals));
  return {
    currency,
    unit: `${prefix} ${currency}`.trim(),
    text: (amount) => fixed(amount / divisor, 2),
  };
}

interface InMoney {
  readonly row: QuoteRow;
  readonly money: Money;
}

interface InOffer extends InMoney {
  readonly offer: OfferState | undefined;
}

/** Cards, time, and what the total is made of. */
function OfferCells({ row, offer, money }: InMoney & { readonly offer: Offer }) {
  const { quote, cost } = offer;
  const amount = (part: OfferPart, value: number) =>
    value === 0 ? (
      <span className="quiet">0.00</span>
    ) : (
      <FigureButton
        figure={{ of: "offer", quote, part }}
        place={`quotes.${part}.${row.index}`}
        exact={moneyExact(value, money.currency)}
      >
        {money.text(value)}
      </FigureButton>
    );
  return (
    <>
      <td
        className="number"
        title={
          offer.cardsFrom === "cluster"
            ? "Of the plan’s first cluster that takes every run, in whole nodes: the quote does not say"
            : undefined
        }
      >
        <span className={offer.cardsFrom === "cluster" ? "quiet" : undefined}>{exact(offer.cards)}</span>
      </td>
      <td className="number">
        {offer.days === null ? (
          <span className="quote-old" title={offer.whyNoTime ?? undefined}>
            {offer.cannotRun?.because === "interruptions" ? "never ends" : "too few cards"}
          </span>
        ) : (
          <FigureButton
            figure={{ of: "offer", quote, part: "hours" }}
            place={`quotes.hours.${row.index}`}
            exact={`${fixed(offer.days, 2)} days`}
          >
            {fixed(offer.days, offer.days < 100 ? 1 : 0)}
          </FigureButton>
        )}
      </td>
      <td className="number">{amount("work", cost.work)}</td>
      <td className="number">{amount("unused", offer.unused)}</td>
      <td className="number">{amount("interruptions", cost.interruptions)}</td>
      <td className="number">
        {offer.without !== "storage and egress" && (offer.without === null || offer.stored > 0)
          ? amount("storage", offer.stored)
          : null}
        {offer.without !== null && (
          <span className="quiet" title={`The quote does not say what ${offer.without} costs; its total is without`}>
            {offer.stored > 0 ? "*" : "–"}
            <span className="visually-hidden">{` ${offer.without} not stated`}</span>
          </span>
        )}
      </td>
    </>
  );
}

function PetaflopDay({ row, offer, currency }: Omit<InOffer, "money"> & { readonly currency: string }) {
  const price = isOffer(offer) ? offer.pricePerPetaflopDay : row.petaflopDay;
  if (price === null) return <span className="quiet">–</span>;
  return <span title={moneyExact(price, currency)}>{fixed(price, price < 10 ? 2 : 0)}</span>;
}

function Total({ row, offer, money }: InOffer) {
  const known = isOffer(offer)
    ? { cost: offer.total, figure: { of: "offer", quote: offer.quote, part: "total" } as const }
    : row.total;
  if (known === null) {
    return (
      <span className="quiet" title={row.applies ? undefined : "No run of the plan is on this card"}>
        –
      </span>
    );
  }
  return (
    <FigureButton
      figure={known.figure}
      place={`quotes.total.${row.index}`}
      exact={moneyExact(known.cost, money.currency)}
    >
      {money.text(known.cost)}
    </FigureButton>
  );
}

function Difference({ row, offer, money }: InOffer) {
  if (row.isHeadline && row.applies) {
    return row.total === null && !isOffer(offer) ? null : <strong className="quote-headline">headline</strong>;
  }
  const difference = isOffer(offer) ? offer.overHeadline : row.difference;
  if (difference === null) return "–";
  return <span title={moneyExact(difference, money.currency)}>{withPlus(money.text(difference))}</span>;
}

/** What the title leaves out: the term of a rate, or how a quote is offered where that is not the usual way. */
function Beside({ row, offer }: Omit<InOffer, "money">) {
  const words = row.beside ?? (isOffer(offer) && offer.words !== "on demand" ? offer.words : null);
  return words === null ? null : <span className="quote-beside">{words}</span>;
}

/** "14 Nov 2026". */
const shortDate = (date: string): string => dateWords(date).replace(/\b(\p{Lu}\p{Ll}{2})\p{Ll}+ /u, "$1 ");

const cardChange = ({ card }: QuoteChoice): string | undefined =>
  card === null ? undefined : `Moves the plan’s work from ${card.before} to ${card.after}`;

function cardWords(card: string | null, offer: OfferState | undefined) {
  const known = isOffer(offer) ? offer.card : (catalogue.accelerators.find(({ id }) => id === card) ?? null);
  if (known !== null) return <span title={known.name}>{shortCardName(known.name, known.vendor)}</span>;
  return card ?? <span className="quiet">every card</span>;
}
