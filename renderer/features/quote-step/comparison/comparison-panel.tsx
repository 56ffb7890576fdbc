import Button from "@mui/material/Button";
import { useState } from "react";
import { cheapestFirst } from "../../../../shared/estimate/compare/unstated.ts";
import { dateWords, numberWord } from "../../../../shared/sheet/text/words.ts";
import { fixed } from "../../../../shared/units/format/exact.ts";
import { axisUnit } from "../../../charts/scale.ts";
import { TableGrid, Warning } from "../../../components/icons.tsx";
import { typedNumber } from "../../../fields/typed-number.ts";
import { ComparisonTable } from "./comparison-table.tsx";
import { FrontierChart } from "./frontier-chart.tsx";
import { type Offer, partsWords, within } from "./offers.ts";
import { PartsChart } from "./parts-chart.tsx";
import "./comparison.css";

interface ComparisonPanelProps {
  readonly offers: readonly Offer[];
  /** In days, as the plan has it; null where it says nothing. */
  readonly deadline: number | null;
  readonly currency: string;
  readonly isFixed: boolean;
  /** Quotes that were made long ago. */
  readonly old: readonly { readonly title: string; readonly date: string }[];
  /** The plan's card before and after, where choosing an offer changes it. */
  readonly cardChangeOf: (offer: Offer) => { readonly before: string; readonly after: string } | null;
  /** Whether an offer can be chosen: some run is on its card, or can be moved there. */
  readonly canUse: (offer: Offer) => boolean;
  readonly onUse: (offer: Offer) => void;
}

/** The offers beside each other: cost against time, what each total is made of, and what is done in time. */
export function ComparisonPanel(props: ComparisonPanelProps) {
  const { offers, currency, deadline, old, isFixed, cardChangeOf, canUse, onUse } = props;
  const [view, setView] = useState<"time" | "parts">("time");
  const [isTable, setIsTable] = useState(false);
  const [typed, setTyped] = useState<string | null>(null);
  const days = (typed === null ? null : typedNumber(typed, 0)) ?? deadline;
  const timed = offers.filter((offer) => offer.days !== null);
  const inTime = days === null ? [] : within(offers, days);
  const sorted = [...offers].sort(cheapestFirst);
  const without = offers.filter((offer) => offer.without !== null);
  const finding = view === "time" ? frontierWords(timed) : partsWords(sorted);
  const { divisor, prefix } = axisUnit(Math.max(...offers.map(({ total }) => total)));
  const usable = inTime.find((offer) => !offer.isHeadline && canUse(offer));
  const moved = usable === undefined ? null : cardChangeOf(usable);
  return (
    <section className="comparison" aria-label="Comparison">
      <div className="comparison-chart">
        <div className="comparison-head">
          <h3>{finding}</h3>
          <fieldset className="comparison-views">
            <legend className="visually-hidden">What the chart shows</legend>
            {(["time", "parts"] as const).map((one) => (
              <label key={one}>
                <input type="radio" name="comparison-view" checked={view === one} onChange={() => setView(one)} />
                {one === "time" ? "cost and time" : "parts of the cost"}
              </label>
            ))}
          </fieldset>
          <button
            type="button"
            className="comparison-as-table"
            aria-pressed={isTable}
            onClick={() => setIsTable(!isTable)}
          >
            <TableGrid size={12} /> {isTable ? "as chart" : "as table"}
          </button>
        </div>
        {isTable ? (
          <ComparisonTable offers={sorted} currency={currency} />
        ) : view === "parts" ? (
          <PartsChart offers={sorted} currency={currency} finding={finding} />
        ) : timed.length === 0 ? (
          <p className="comparison-none">No quote has the cards that the plan’s runs need.</p>
        ) : (
          <FrontierChart offers={timed} deadline={days} currency={currency} finding={finding} />
        )}
      </div>
      <div className="comparison-within">
        <h3>
          <label>
            Within{" "}
            <input
              inputMode="decimal"
              aria-label="Days until the work has to be done"
              value={typed ?? (deadline === null ? "" : fixed(deadline, 0).replaceAll(",", ""))}
              onChange={({ currentTarget }) => setTyped(currentTarget.value)}
            />{" "}
            days
          </label>
        </h3>
        {inTime.length === 0 ? (
          <p className="comparison-none">No quote is done by then.</p>
        ) : (
          <table>
            <thead className="visually-hidden">
              <tr>
                <th scope="col">Quote</th>
                <th scope="col">Time in days</th>
                <th scope="col">{`Total in ${prefix} ${currency}`}</th>
              </tr>
            </thead>
            <tbody>
              {inTime.map((offer, index) => (
                <tr key={offer.id} className={index === 0 ? "comparison-first" : undefined}>
                  <th scope="row">
                    {offer.title} {offer.words !== "on demand" && <span className="quote-beside">{offer.words}</span>}
                  </th>
                  <td>{`${fixed(offer.days ?? 0, 1)} days`}</td>
                  <td>{`${fixed(offer.total / divisor, 2)}${offer.without === null ? "" : "*"}`}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {without.map(({ id, title, without: left }) => (
          <p key={id} className="comparison-old">
            <Warning /> {`* ${title} does not state ${left}: its total is without, and not taken for the cheapest.`}
          </p>
        ))}
        {old.map(({ title, date }) => (
          <p key={title} className="comparison-old">
            <Warning /> {title} was quoted on {dateWords(date)}. Confirm it, or leave it out of the sheet.
          </p>
        ))}
        {usable !== undefined && (
          <p className="comparison-use">
            <Button variant="contained" color="primary" disabled={isFixed} onClick={() => onUse(usable)}>
              {`Use ${usable.title}`}
            </Button>
            {moved !== null && <span>{`moves the work from ${moved.before} to ${moved.after}`}</span>}
          </p>
        )}
      </div>
    </section>
  );
}

/** "Five quotes are worth considering, the others cost more and are no faster". */
function frontierWords(timed: readonly Offer[]): string {
  const best = timed.filter(({ onFrontier }) => onFrontier).length;
  const [only] = timed.filter(({ onFrontier }) => onFrontier);
  if (best === 0) return "No quote takes the plan";
  if (best === timed.length)
    return best === 1 ? "One quote takes the plan" : "Each quote is cheaper or faster than every other";
  if (best === 1) return `${only?.title ?? ""} is the cheapest, and none is faster`;
  const words = numberWord(best);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)} quotes are worth considering, the others cost more and are no faster`;
}
