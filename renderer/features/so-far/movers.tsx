import { sensitivities } from "../../../shared/sheet/charts/sensitivity.ts";
import type { Figures } from "../../../shared/sheet/context.ts";
import { moneyExact, rangeText } from "../../../shared/sheet/text/amounts.ts";
import { ShownFigure } from "./shown-figure.tsx";

const MOST = 3;

/** The inputs, prices and readings that move the total most, with how far. */
export function Movers({ figures }: { readonly figures: Figures }) {
  const { total, plan } = figures;
  const bars = sensitivities(figures).slice(0, MOST);
  if (bars.length === 0) return null;
  const from = Math.min(total.cost, ...bars.flatMap(({ low, high }) => [low, high]));
  const to = Math.max(total.cost, ...bars.flatMap(({ low, high }) => [low, high]));
  const part = (value: number) => (to > from ? ((value - from) / (to - from)) * 100 : 50);
  return (
    <section className="so-far-part" aria-labelledby="so-far-movers">
      <div className="so-far-part-head">
        <h3 id="so-far-movers">Moves the total most</h3>
      </div>
      <ul className="so-far-movers">
        {bars.map(({ label, low, high, lowFigure, highFigure }, index) => {
          const [least, most] = [Math.min(low, high), Math.max(low, high)];
          const figure = highFigure ?? lowFigure;
          const text = rangeText(least, most);
          return (
            <li key={label}>
              <span>{label}</span>
              <span className="so-far-mover-range tabular">
                {figure === null ? (
                  text
                ) : (
                  <ShownFigure
                    name={`mover.${index}`}
                    figure={figure}
                    text={[text]}
                    exact={`${moneyExact(least, plan.currency)} to ${moneyExact(most, plan.currency)}`}
                  />
                )}
              </span>
              <svg className="so-far-mover-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                <line className="so-far-mover-line" x1={0} x2={100} y1={5} y2={5} />
                <line className="so-far-mover-reach" x1={part(least)} x2={part(most)} y1={5} y2={5} />
                <line className="so-far-mover-total" x1={part(total.cost)} x2={part(total.cost)} y1={1} y2={9} />
              </svg>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
