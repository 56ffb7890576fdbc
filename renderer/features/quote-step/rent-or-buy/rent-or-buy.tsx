import Button from "@mui/material/Button";
import { useId, useLayoutEffect, useRef, useState } from "react";
import {
  type OwnedPart,
  type OwningMeasure,
  type OwningVariant,
  type Weighing,
  weigh,
} from "../../../../shared/estimate/owning.ts";
import { costAfterWaiting, type PriceTrend } from "../../../../shared/money/price-trend.ts";
import { moneyExact, perCent, priceText, rangeText, read } from "../../../../shared/sheet/text/amounts.ts";
import { counted } from "../../../../shared/units/format/counted.ts";
import { exact, signed } from "../../../../shared/units/format/exact.ts";
import { ArrowLeft } from "../../../components/icons.tsx";
import { ScrollBox } from "../../../components/scroll-box.tsx";
import { usePlan } from "../../../editing/plan-context.ts";
import type { OpenedPlan } from "../../../estimating/opened-plan.ts";
import { priceTrends } from "../../../estimating/price-trends.ts";
import { FigureButton } from "../../../sheet/figure-button.tsx";
import { CostByMonth } from "./cost-by-month.tsx";
import { PurchaseForm } from "./purchase-form.tsx";
import type { PurchaseOfPlan } from "./purchases.ts";
import { breakEvenWords, findingWords, INPUT_WORDS, inputText, paybackWords, planWords, rentalWords } from "./words.ts";
import "./rent-or-buy.css";

interface RentOrBuyProps {
  /** Indices of the plan's quotes that are purchases, as its text has them. */
  readonly purchases: readonly PurchaseOfPlan[];
  readonly currency: string;
  readonly isFixed: boolean;
  readonly onAdd: () => void;
  readonly onClose: () => void;
}

/** Machines to own against a rental: what each costs by month, where they break even, and what waiting would save. */
export function RentOrBuy({ purchases, currency, isFixed, onAdd, onClose }: RentOrBuyProps) {
  const [{ live, isStale }] = usePlan();
  const [chosen, setChosen] = useState(0);
  const [chosenRental, setAgainst] = useState<string | null>(null);
  const head = useRef<HTMLHeadingElement>(null);
  const ids = { purchase: useId(), rental: useId() };
  useLayoutEffect(() => head.current?.focus(), []);
  const purchase = purchases[Math.min(chosen, purchases.length - 1)];
  const rentals = live === null ? [] : live.resolved.quotes.filter(({ basis }) => basis !== "purchase");
  const rental =
    rentals.find(({ id }) => id === chosenRental) ?? rentals.find(({ headline }) => headline) ?? rentals[0];
  const against = live === null || rental === undefined ? -1 : live.resolved.quotes.indexOf(rental);
  const weighed =
    live === null || purchase === undefined ? null : weigh(live.resolved, live.estimated, purchase.index, against);
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
          <PurchaseForm path={["quotes", purchase.index, "purchase"]} currency={purchase.currency} />
          {weighed !== null && live !== null && (
            <Answer
              weighing={weighed}
              quote={purchase.index}
              against={against}
              currency={currency}
              cost={costOf(live)}
            />
          )}
        </div>
      )}
    </section>
  );
}

const costOf = ({ estimated }: OpenedPlan): number => estimated.withReruns.cost;

interface AnswerProps {
  readonly weighing: Weighing;
  /** Indices of the purchase and of the rental among the plan's quotes. */
  readonly quote: number;
  readonly against: number;
  readonly currency: string;
  /** Of the plan's work as it is costed. */
  readonly cost: number;
}

function Answer({ weighing, quote, against, currency, cost }: AnswerProps) {
  const { stated, alone, swings, rental } = weighing;
  const finding = findingWords(stated, currency);
  const pair = { quote, against, currency };
  return (
    <div className="rent-or-buy-answer">
      <figure>
        <figcaption>
          <strong>{finding}</strong>
          Spent up to each month at {perCent(stated.useShare)} use, renting {rentalWords(rental, currency)}
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
            <Row name={`used ${perCent(stated.useShare)}, as stated`} variant="stated" of={stated} {...pair} />
            {alone !== null && <Row name="used by this plan alone" variant="alone" of={alone} {...pair} />}
            {swings.flatMap(({ input, low, high }) =>
              [low, high].map((variant) => (
                <Row
                  key={`${input} ${variant.value}`}
                  name={`${INPUT_WORDS[input]} ${inputText(input, variant.value, currency)}`}
                  variant={{ input, value: variant.value }}
                  of={variant}
                  {...pair}
                />
              )),
            )}
          </tbody>
        </table>
      </ScrollBox>
      <Costs weighing={weighing} quote={quote} currency={currency} />
      <Waiting cost={cost} currency={currency} />
    </div>
  );
}

interface RowProps {
  readonly name: string;
  readonly variant: OwningVariant;
  readonly of: Parameters<typeof paybackWords>[0] & {
    readonly perUsedCardHour: number;
    readonly breakEvenUse: number;
    readonly saved: number;
  };
  readonly quote: number;
  readonly against: number;
  readonly currency: string;
}

function Row({ name, variant, of, quote, against, currency }: RowProps) {
  const figure = (measure: OwningMeasure, exactly: string, text: string) => (
    <td className="number">
      <FigureButton
        figure={{ of: "owning", quote, against, variant, measure }}
        place={`rent-or-buy.${name}.${measure}`}
        exact={exactly}
      >
        {text}
      </FigureButton>
    </td>
  );
  const { perUsedCardHour, breakEvenUse, paybackMonth, saved } = of;
  return (
    <tr>
      <th scope="row">{name}</th>
      {figure("price", moneyExact(perUsedCardHour, currency), perUsedCardHour.toFixed(2))}
      {Number.isFinite(breakEvenUse) ? (
        figure("breakEven", `${exact(breakEvenUse * 100)} %`, breakEvenWords(breakEvenUse))
      ) : (
        <td className="number">{breakEvenWords(breakEvenUse)}</td>
      )}
      {paybackMonth === null ? (
        <td className="number">{paybackWords(of)}</td>
      ) : (
        figure("payback", counted(paybackMonth, "month"), paybackWords(of))
      )}
      {figure("saved", moneyExact(saved, currency), signed(saved))}
    </tr>
  );
}

interface CostsProps extends Pick<AnswerProps, "weighing" | "currency"> {
  readonly quote: number;
}

/** The parts of what owning costs. */
function Costs({ weighing: { stated }, quote, currency }: CostsProps) {
  const { own } = stated;
  const rows: readonly (readonly [OwnedPart, string, number])[] = [
    ["capital", "Nodes and network, at the start", own.capital],
    ["electricity", "Electricity, a year", own.electricityPerYear],
    ["space", "Space, a year", own.spacePerYear],
    ["maintenance", "Maintenance, a year", own.maintenancePerYear],
    ["staff", "Staff, a year", own.staffPerYear],
    ["residual", "Residual value, at the end", -own.residual],
    ["total", "In all, over the lifetime", own.total],
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
          {rows.map(([part, name, amount]) => (
            <tr key={part}>
              <th scope="row">{name}</th>
              <td className="number">
                <FigureButton
                  figure={{ of: "owned", quote, part }}
                  place={`rent-or-buy.owned.${part}`}
                  exact={moneyExact(amount, currency)}
                >
                  {moneyExact(amount, "").trim()}
                </FigureButton>
              </td>
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
                  <FigureButton
                    figure={{ of: "waiting", trend: trend.id, years }}
                    place={`rent-or-buy.waiting.${trend.id}.${years}`}
                    exact={moneyExact(costAfterWaiting(cost, years, trend.doublingYears), currency)}
                  >
                    {read(costAfterWaiting(cost, years, trend.doublingYears))}
                  </FigureButton>{" "}
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
