import type { ReactNode } from "react";
import { moneyExact, rangeText, read } from "../../../../shared/sheet/text/amounts.ts";
import { exact, percent } from "../../../../shared/units/format/exact.ts";
import { scientificText } from "../../../../shared/units/format/significant.ts";
import { Powers } from "../../../components/powers.tsx";
import { usePlan } from "../../../editing/plan-context.ts";
import { FigureButton } from "../../../sheet/figure-button.tsx";
import { figuresOf } from "../live-figures.ts";

/** What the experiment comes to: money, work, operations, its part of the plan. */
export function ExperimentFigures({ experiment }: { readonly experiment: number }) {
  const [{ live, tree, isStale }] = usePlan();
  const figures = figuresOf(live, tree, experiment);
  if (live === null || figures === null) {
    return <p className="experiment-figures">No figures yet: they come with the first plan without faults.</p>;
  }
  const { index, totals, share, ranges } = figures;
  const { p10, p90 } = ranges?.cost ?? { p10: totals.cost, p90: totals.cost };
  return (
    <p className={isStale ? "experiment-figures is-stale" : "experiment-figures"}>
      <span>
        <strong>
          <Asked index={index} measure="cost" exact={moneyExact(totals.cost, live.resolved.currency)}>
            {read(totals.cost)}
          </Asked>
        </strong>{" "}
        {live.resolved.currency}
        {p10 !== p90 && <span className="experiment-range"> (P10–P90 {rangeText(p10, p90)})</span>}
      </span>
      <span>
        <strong>
          <Asked index={index} measure="cardHours" exact={`${exact(totals.cardHours)} card-hours`}>
            {read(totals.cardHours)}
          </Asked>
        </strong>{" "}
        card-hours
      </span>
      <span>
        <strong>
          <Asked index={index} measure="flop" exact={`${exact(totals.flop)} FLOP`}>
            <Powers text={totals.flop < 1e6 ? read(totals.flop) : scientificText(totals.flop)} />
          </Asked>
        </strong>{" "}
        FLOP
      </span>
      <span>
        <strong>
          <Asked index={index} measure="share" exact={`${exact(share * 100)} %`}>
            {percent(share)}
          </Asked>
        </strong>{" "}
        % of the total
      </span>
      {isStale && <em className="stale-note">as of the last valid plan</em>}
    </p>
  );
}

interface AskedProps {
  readonly index: number;
  readonly measure: "cost" | "cardHours" | "flop" | "share";
  /** Every digit, with the unit. */
  readonly exact: string;
  readonly children: ReactNode;
}

/** A figure that says how it was computed. */
function Asked({ index, measure, exact: inFull, children }: AskedProps) {
  return (
    <FigureButton
      figure={{ of: "experiment", experiment: index, measure }}
      place={`experiment.${measure}`}
      exact={inFull}
    >
      {children}
    </FigureButton>
  );
}
