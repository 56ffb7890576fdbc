import type { Figures } from "../../../shared/sheet/context.ts";
import { plural } from "../../../shared/sheet/text/words.ts";
import { exact } from "../../../shared/units/format/exact.ts";
import { type Units, wallClock } from "./amounts.ts";
import { ShownFigure } from "./shown-figure.tsx";

/** A plan may name fifty clusters; the step of that name has them all. */
const MOST = 6;

interface IdealTimesProps {
  readonly figures: Figures;
  readonly units: Units;
  readonly onAll: () => void;
}

/** The shortest time on every cluster: card-hours ÷ cards. */
export function IdealTimes({ figures: { plan, estimate }, units, onAll }: IdealTimesProps) {
  const shown = plan.clusters.slice(0, MOST);
  const others = plan.clusters.length - shown.length;
  if (shown.length === 0) return null;
  return (
    <section className="so-far-part" aria-labelledby="so-far-times">
      <div className="so-far-part-head">
        <h3 id="so-far-times">Ideal time</h3>
        <span>card-hours ÷ cards</span>
      </div>
      <ul className="so-far-times">
        {shown.map(({ title, cards }, cluster) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: clusters are known by their place in the plan
          <li key={cluster}>
            <span>
              {title !== undefined && <span className="so-far-cluster">{title}</span>}
              <span className="tabular">{exact(cards)}</span>{" "}
              <span className="so-far-unit">{plural(cards, "card")}</span>
            </span>
            <span className="so-far-time tabular">
              <ShownFigure
                name={`cluster.${cluster}`}
                figure={{ of: "cluster", cluster }}
                {...wallClock(estimate.idealHours[cluster] ?? 0, units)}
              />
            </span>
          </li>
        ))}
      </ul>
      {others > 0 && (
        <button type="button" className="so-far-link" onClick={onAll}>
          {exact(others)} more
        </button>
      )}
    </section>
  );
}
