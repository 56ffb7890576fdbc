import Button from "@mui/material/Button";
import { useEffect, useId, useRef, useState } from "react";
import { amountAt, likelyValues } from "../../../../shared/estimate/amounts.ts";
import { costAfterWaiting, type PriceTrend } from "../../../../shared/money/price-trend.ts";
import type { QuotedPurchase } from "../../../../shared/money/purchase-fields.ts";
import type { ResolvedQuote } from "../../../../shared/plan/resolved.ts";
import { moneyExact, perCent, priceText, rangeText, read } from "../../../../shared/sheet/text/amounts.ts";
import { signed } from "../../../../shared/units/format/exact.ts";
import { ArrowLeft } from "../../../components/icons.tsx";
import { ScrollBox } from "../../../components/scroll-box.tsx";
import { usePlan } from "../../../editing/plan-context.ts";
import { catalogue } from "../../../estimating/catalogue.ts";
import type { OpenedPlan } from "../../../estimating/opened-plan.ts";
import { priceTrends } from "../../../estimating/price-trends.ts";
import { CostByMonth } from "./cost-by-month.tsx";
import { PurchaseForm } from "./purchase-form.tsx";
import { type Weighing, weigh } from "./weighing.ts";
import { breakEvenWords, findingWords, INPUT_WORDS, inputText, paybackWords, planWords } from "./words.ts";
import "./rent-or-buy.css";

interface RentOrBuyProps {
  /** Indices of the plan's quotes that are purchases, as its text has them. */
  readonly purchases: readonly { readonly index: number; readonly title: string }[];
  readonly currency: string;
  readonly isFixed: boolean;
  readonly onAdd: () => void;
  readonly onClose: () => void;
}

/** Machines to own against a rental: what each costs by month, where they break even, and what waiting would save. */
export function RentOrBuy({ purchases, currency, isFixed, onAdd, onClose }: RentOrBuyProps) {
  const [{ live, isStale }] = usePlan();
  const [chosen, setChosen] = useState(0);
  const [against, setAgainst] = useState<string | null>(null);
  const head = useRef<HTMLHeadingElement>(null);
  const ids = { purchase: useId(), rental: useId() };
  useEffect(() => head.current?.focus(), []);
  const purchase = purchases[Math.min(chosen, purchases.length - 1)];
  const rentals = live === null ? [] : live.resolved.quotes.filter(({ basis }) => basis !== "purchase");
  const rental = rentals.find(({ id }) => id === against) ?? rentals.find(({ headline }) => headline) ?? rentals[0];
  const weighed = live === null || purchase === undefined ? null : weighing(live, purchase.index, rental);
  return (
    <section
      className={isStale ? "rent-or-buy rent-or-buy-stale" : "rent-or-buy"}
      aria-labelledby={`${ids.purchase}-head`}
    >
      <div className="rent-or-buy-head">
        <Button startIcon={<ArrowLeft />} onClick={onClose}>
          All quotes
        </Button>
        <h2 id={`${ids.purchase}-head`} ref={head} tabIndex={-1}>
          Rent or buy
        </h2>
        {purchases.length > 1 && (
          <label htmlFor={ids.purchase}>
            Owning
            <select
              id={ids.purchase}
              value={purchase?.index}
              onChange={({ currentTarget: { value } }) =>
                setChosen(purchases.findIndex(({ index }) => index === Number(value)))
              }
            >
              {purchases.map(({ index, title }) => (
                <option key={index} value={index}>
                  {title}
                </option>
              ))}
            </select>
          </label>
        )}
        {purchase !== undefined && rental !== undefined && (
          <label htmlFor={ids.rental}>
            against renting at
            <select id={ids.rental} value={rental.id} onChange={({ currentTarget }) => setAgainst(currentTarget.value)}>
              {rentals.map(({ id, title, price }) => (
                <option key={id} value={id}>
                  {`${title}, ${priceText(price.likely)}`}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
      {purchase === undefined ? (
        <div className="rent-or-buy-none">
          <p>
            This plan has no machines to own yet. Begin with an example: eight nodes of eight cards for four years, at
            300,000 a node. Put in your vendor’s offer; the plan is costed as before until you choose it.
          </p>
          <Button variant="contained" color="primary" disabled={isFixed} onClick={onAdd}>
            Add a purchase
          </Button>
        </div>
      ) : (
        <div className="rent-or-buy-body">
          <PurchaseForm path={["quotes", purchase.index, "purchase"]} currency={currency} />
          {weighed !== null && live !== null && <Answer weighing={weighed} currency={currency} cost={costOf(live)} />}
        </div>
      )}
    </section>
  );
}

const costOf = ({ estimated }: OpenedPlan): number => estimated.withReruns.cost;

function weighing(live: OpenedPlan, index: number, rental: ResolvedQuote | undefined): Weighing | null {
  const owned = live.resolved.quotes[index];
  if (owned === undefined || rental === undefined || !isPurchase(owned)) return null;
  const price = amountAt(rental.price, likelyValues(live.resolved));
  return weigh(live, owned, price, catalogue.accelerators);
}

const isPurchase = (quote: ResolvedQuote): quote is ResolvedQuote & { readonly purchase: QuotedPurchase } =>
  quote.purchase !== null;

interface AnswerProps {
  readonly weighing: Weighing;
  readonly currency: string;
  /** Of the plan's work as it is costed. */
  readonly cost: number;
}

function Answer({ weighing, currency, cost }: AnswerProps) {
  const { stated, alone, swings, rentalPrice } = weighing;
  const finding = findingWords(stated, currency);
  return (
    <div className="rent-or-buy-answer">
      <figure>
        <figcaption>
          <strong>{finding}</strong>
          Spent up to each month at {perCent(stated.useShare)} use, renting at {priceText(rentalPrice)} {currency} a
          card-hour
        </figcaption>
        <CostByMonth answer={stated} currency={currency} finding={finding} />
      </figure>
      <p>{planWords(weighing)}</p>
      <ScrollBox className="rent-or-buy-table" label="Owning, as stated and otherwise">
        <table className="data-table">
          <thead>
            <tr>
              <th scope="col">Owning</th>
              <th scope="col" className="number">
                Price <small>{currency} a used card-hour</small>
              </th>
              <th scope="col" className="number">
                Breaks even <small>of all card-hours used</small>
              </th>
              <th scope="col" className="number">
                Pays back <small>without the residual</small>
              </th>
              <th scope="col" className="number">
                Saved <small>{currency}</small>
              </th>
            </tr>
          </thead>
          <tbody>
            <Row name={`used ${perCent(stated.useShare)}, as stated`} of={stated} currency={currency} />
            {alone !== null && <Row name="used by this plan alone" of={alone} currency={currency} />}
            {swings.flatMap(({ input, low, high }) =>
              [low, high].map((variant) => (
                <Row
                  key={`${input} ${variant.value}`}
                  name={`${INPUT_WORDS[input]} ${inputText(input, variant.value, currency)}`}
                  of={variant}
                  currency={currency}
                />
              )),
            )}
          </tbody>
        </table>
      </ScrollBox>
      <Costs weighing={weighing} currency={currency} />
      <Waiting cost={cost} currency={currency} />
    </div>
  );
}

interface RowProps {
  readonly name: string;
  readonly of: Parameters<typeof paybackWords>[0] & {
    readonly perUsedCardHour: number;
    readonly breakEvenUse: number;
    readonly saved: number;
  };
  readonly currency: string;
}

function Row({ name, of, currency }: RowProps) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="number" title={moneyExact(of.perUsedCardHour, currency)}>
        {of.perUsedCardHour.toFixed(2)}
      </td>
      <td className="number">{breakEvenWords(of.breakEvenUse)}</td>
      <td className="number">{paybackWords(of)}</td>
      <td className="number" title={moneyExact(of.saved, currency)}>
        {signed(of.saved)}
      </td>
    </tr>
  );
}

/** The parts of what owning costs. */
function Costs({ weighing: { stated }, currency }: Pick<AnswerProps, "weighing" | "currency">) {
  const { own } = stated;
  const rows: readonly (readonly [string, number])[] = [
    ["Nodes and network, at the start", own.capital],
    ["Electricity, a year", own.electricityPerYear],
    ["Space, a year", own.spacePerYear],
    ["Maintenance, a year", own.maintenancePerYear],
    ["Staff, a year", own.staffPerYear],
    ["Residual value, at the end", -own.residual],
    ["In all, over the lifetime", own.total],
  ];
  return (
    <details className="rent-or-buy-costs">
      <summary>What owning costs, in parts</summary>
      <table className="data-table">
        <thead>
          <tr>
            <th scope="col">Part</th>
            <th scope="col" className="number">
              Cost <small>{currency}</small>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, amount]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td className="number">{moneyExact(amount, "").trim()}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

const YEARS = [1, 2, 3];

/** What the plan's work would cost later, if prices go on as they went. */
function Waiting({ cost, currency }: Pick<AnswerProps, "cost" | "currency">) {
  const trends = priceTrends.trends.filter(({ id }) => id === "ml-gpus" || id === "all-gpus");
  return (
    <ScrollBox className="rent-or-buy-waiting" label="What if we wait">
      <h3>What if we wait?</h3>
      <table className="data-table">
        <thead>
          <tr>
            <th scope="col">
              Cost of this plan’s work <small>{currency}, bought later</small>
            </th>
            {YEARS.map((years) => (
              <th key={years} scope="col" className="number">
                {years === 1 ? "in 1 year" : `in ${years} years`}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {trends.map((trend) => (
            <tr key={trend.id}>
              <th scope="row">
                {trend.name}
                <span className="rent-or-buy-trend">{trendWords(trend)}</span>
              </th>
              {YEARS.map((years) => (
                <td key={years} className="number">
                  {read(costAfterWaiting(cost, years, trend.doublingYears))}{" "}
                  <span className="rent-or-buy-trend">
                    {rangeText(costAfterWaiting(cost, years, trend.low), costAfterWaiting(cost, years, trend.high))}
                  </span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="rent-or-buy-foot">
        {priceTrends.source}. It is of prices at release; a rental need not follow it, and the work is done later by as
        much. Ranges are of the 95 % interval.
      </p>
    </ScrollBox>
  );
}

const trendWords = ({ doublingYears, low, high, cards }: PriceTrend): string =>
  `twice as much for the money every ${doublingYears} years (${low}–${high}), ${cards} cards`;
