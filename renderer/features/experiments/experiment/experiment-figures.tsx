import { rangeText, read } from "../../../../shared/sheet/text/amounts.ts";
import { percent } from "../../../../shared/units/format/exact.ts";
import { scientificText } from "../../../../shared/units/format/significant.ts";
import { Powers } from "../../../components/powers.tsx";
import { usePlan } from "../../../editing/plan-context.ts";
import { figuresOf } from "../live-figures.ts";

/** What the experiment comes to: money, work, operations, its part of the plan. */
export function ExperimentFigures({ experiment }: { readonly experiment: number }) {
  const [{ live, tree, isStale }] = usePlan();
  const figures = figuresOf(live, tree, experiment);
  if (live === null || figures === null) {
    return <p className="experiment-figures">No figures yet: they come with the first plan without faults.</p>;
  }
  const { totals, share, ranges } = figures;
  const { p10, p90 } = ranges?.cost ?? { p10: totals.cost, p90: totals.cost };
  return (
    <p className={isStale ? "experiment-figures is-stale" : "experiment-figures"}>
      <span title={`${totals.cost.toFixed(2)} ${live.resolved.currency}`}>
        <strong>{read(totals.cost)}</strong> {live.resolved.currency}
        {p10 !== p90 && <span className="experiment-range"> (P10–P90 {rangeText(p10, p90)})</span>}
      </span>
      <span title={String(totals.cardHours)}>
        <strong>{read(totals.cardHours)}</strong> card-hours
      </span>
      <span>
        <strong>
          <Powers text={totals.flop < 1e6 ? read(totals.flop) : scientificText(totals.flop)} />
        </strong>{" "}
        FLOP
      </span>
      <span>
        <strong>{percent(share)}</strong> % of the total
      </span>
      {isStale && <em className="stale-note">as of the last valid plan</em>}
    </p>
  );
}
