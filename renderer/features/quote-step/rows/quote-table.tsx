import IconButton from "@mui/material/IconButton";
import { Fragment, type KeyboardEvent, useState } from "react";
import { moneyExact, priceText } from "../../../../shared/sheet/text/amounts.ts";
import { shortCardName } from "../../../../shared/sheet/text/card-name.ts";
import { dateWords } from "../../../../shared/sheet/text/words.ts";
import { fixed } from "../../../../shared/units/format/exact.ts";
import { withPlus } from "../../../../shared/units/format/sign.ts";
import { axisUnit } from "../../../charts/scale.ts";
import "../../../components/data-table.css";
import { Fault, More } from "../../../components/icons.tsx";
import { LazyMenu } from "../../../components/lazy-menu.tsx";
import { usePlan } from "../../../editing/plan-context.ts";
import { catalogue } from "../../../estimating/catalogue.ts";
import { faultsUnder } from "../../../fields/fault-at.ts";
import { FigureButton } from "../../../sheet/figure-button.tsx";
import { headlineEdits } from "./quote-edits.ts";
import { QuoteFields } from "./quote-fields.tsx";
import type { QuoteRow } from "./quote-rows.ts";
import { type RowAction, useRowActions } from "./use-row-actions.ts";

interface QuoteTableProps {
  readonly rows: readonly QuoteRow[];
  readonly currency: string;
  /** The quote whose fields are open. */
  readonly opened: number | null;
  readonly isFixed: boolean;
  readonly onOpen: (index: number | null) => void;
  readonly onChooseRate: (index: number) => void;
}

const COLUMNS = 10;

/** The plan's quotes, a row each: which one is the headline, what each comes to, and its fields where it is opened. */
export function QuoteTable({ rows, currency, opened, isFixed, onOpen, onChooseRate }: QuoteTableProps) {
  const [{ live, faults }, editor] = usePlan();
  const [menu, setMenu] = useState<{ readonly index: number; readonly anchor: HTMLElement } | null>(null);
  const { actions, run, said } = useRowActions({ rows, currency, opened, onOpen });
  const planCards = (live?.resolved.cards ?? []).map(({ accelerator }) => accelerator.id);
  const money = moneyOf(rows, currency);

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
              <th scope="col">Quote</th>
              <th scope="col">Card</th>
              <th scope="col" className="number">
                Price <small>{currency} a card-hour</small>
              </th>
              <th scope="col" className="number">
                Price <small>{currency} a PF-day</small>
              </th>
              <th scope="col" className="number">
                Total <small>{money.unit}</small>
              </th>
              <th scope="col" className="number">
                Difference <small>{money.unit}</small>
              </th>
              <th scope="col">Quoted</th>
              <th scope="col">Source</th>
              <th scope="col">
                <span className="visually-hidden">Actions</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => {
              const isOpen = row.index === opened;
              const wrong = faultsUnder(faults, ["quotes", row.index]);
              return (
                <Fragment key={row.index}>
                  <tr className={row.isHeadline ? "selected" : undefined} onKeyDown={keys(row)}>
                    <td className="quote-radio">
                      <input
                        type="radio"
                        name="headline"
                        checked={row.isHeadline}
                        disabled={isFixed || !row.applies}
                        title={row.applies ? undefined : "No run of the plan is on this card"}
                        aria-label={`${row.title} is the headline`}
                        onChange={() => editor.edit(headlineEdits(rows, row.index, planCards))}
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
                      {row.beside !== null && <span className="quote-beside">{row.beside}</span>}
                      {wrong > 0 && (
                        <span className="quote-wrong">
                          <Fault size={12} /> {wrong === 1 ? "1 fault" : `${wrong} faults`}
                        </span>
                      )}
                    </th>
                    <td className="quote-card">{cardWords(row.card)}</td>
                    <td className="number">
                      {row.range !== null && (
                        <span className="quote-range">
                          {priceText(row.range.low)}–{priceText(row.range.high)}
                        </span>
                      )}
                      <Price row={row} />
                    </td>
                    <td className="number">
                      {row.petaflopDay === null ? (
                        <span className="quiet">–</span>
                      ) : (
                        <span title={moneyExact(row.petaflopDay, currency)}>
                          {fixed(row.petaflopDay, row.petaflopDay < 10 ? 2 : 0)}
                        </span>
                      )}
                    </td>
                    <td className="number quote-total">
                      <Total row={row} money={money} />
                    </td>
                    <td className="number quiet">
                      <Difference row={row} money={money} />
                    </td>
                    <td className="quote-date">
                      {row.date === null ? (
                        <span className="quiet">no date</span>
                      ) : row.isOld ? (
                        <span className="quote-old">{dateWords(row.date)}, older than 12 months</span>
                      ) : (
                        dateWords(row.date)
                      )}
                    </td>
                    <td className="quote-source">{row.source ?? <span className="quiet">none stated</span>}</td>
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

function moneyOf(rows: readonly QuoteRow[], currency: string): Money {
  const { divisor, prefix } = axisUnit(Math.max(0, ...rows.map(({ total }) => total?.cost ?? 0)));
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

function Total({ row, money }: InMoney) {
  if (row.total === null) {
    return (
      <span className="quiet" title={row.applies ? undefined : "No run of the plan is on this card"}>
        –
      </span>
    );
  }
  return (
    <FigureButton
      figure={row.total.figure}
      place={`quotes.total.${row.index}`}
      exact={moneyExact(row.total.cost, money.currency)}
    >
      {money.text(row.total.cost)}
    </FigureButton>
  );
}

function Difference({ row, money }: InMoney) {
  if (row.isHeadline) return row.total === null ? null : <strong className="quote-headline">headline</strong>;
  if (row.difference === null) return "–";
  return <span title={moneyExact(row.difference, money.currency)}>{withPlus(money.text(row.difference))}</span>;
}

function cardWords(card: string | null) {
  if (card === null) return <span className="quiet">every card</span>;
  const known = catalogue.accelerators.find(({ id }) => id === card);
  return known === undefined ? card : <span title={known.name}>{shortCardName(known.name, known.vendor)}</span>;
}
