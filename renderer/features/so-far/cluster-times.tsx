import { cardsText } from "../../../shared/estimate/schedule/cluster-cards.ts";
import { plural } from "../../../shared/units/format/counted.ts";
import { exact } from "../../../shared/units/format/exact.ts";
import type { OpenedPlan } from "../../estimating/opened-plan.ts";
import { useSchedules } from "../../estimating/schedule/use-schedule.ts";
import { type Units, wallClock } from "./amounts.ts";
import { ShownFigure } from "./shown-figure.tsx";
import type { FiguresSoFar } from "./use-figures.ts";

type Figures = FiguresSoFar["figures"];

/** A plan may name fifty clusters; the step of that name has them all. */
const MOST = 6;

interface ClusterTimesProps {
  readonly figures: Figures;
  readonly live: Pick<OpenedPlan, "schedules"> | null;
  readonly units: Units;
  readonly onAll: () => void;
}

/** The time on every cluster: card-hours ÷ cards, and as it can be scheduled. */
export function ClusterTimes({ figures: { plan, estimate }, live, units, onAll }: ClusterTimesProps) {
  const { schedules, isOld } = useSchedules(live);
  const shown = plan.clusters.slice(0, MOST);
  const others = plan.clusters.length - shown.length;
  if (shown.length === 0) return null;
  return (
    <section className="so-far-part" aria-labelledby="so-far-times">
      <div className="so-far-times-head">
        <h3 id="so-far-times">Time</h3>
        <span>ideal</span>
        <span>scheduled</span>
      </div>
      <ul className={isOld ? "so-far-times is-old" : "so-far-times"}>
        {shown.map((of, cluster) => {
          const { title, cards, share } = of;
          const scheduled = schedules?.[cluster];
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: clusters are known by their place in the plan
            <li key={cluster}>
              <span>
                {title !== null && <span className="so-far-cluster">{title}</span>}
                <span className="tabular">{cardsText(of)}</span>
                {share === 1 && <span className="so-far-unit"> {plural(cards, "card")}</span>}
              </span>
              <span className="so-far-time tabular">
                <ShownFigure
                  name={`cluster.${cluster}`}
                  figure={{ of: "cluster", cluster }}
                  {...wallClock(estimate.idealHours[cluster] ?? 0, units)}
                />
              </span>
              <span className="so-far-time so-far-scheduled tabular">
                {scheduled === undefined ? (
                  <span className="so-far-unit">–</span>
                ) : (
                  <>
                    <ShownFigure
                      name={`scheduled.${cluster}`}
                      figure={{ of: "schedule", cluster, measure: "scheduledHours" }}
                      {...wallClock(scheduled.scheduled.hours, units)}
                    />
                    {!scheduled.feasible && <span className="so-far-part-of">not all runs fit</span>}
                  </>
                )}
              </span>
            </li>
          );
        })}
      </ul>
      {others > 0 && (
        <button type="button" className="so-far-link" onClick={onAll}>
          {exact(others)} more
        </button>
      )}
    </section>
  );
}
