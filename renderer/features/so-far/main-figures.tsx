import type { ReactNode } from "react";
import type { Figures } from "../../../shared/sheet/context.ts";
import { countText } from "../../../shared/sheet/text/amounts.ts";
import { readableRich } from "../../../shared/sheet/text/rich-text.ts";
import { exact } from "../../../shared/units/format/exact.ts";
import { readable } from "../../../shared/units/format/readable.ts";
import { electricity, noEnergy, operations, powerTerms, type Units } from "./amounts.ts";
import { ShownFigure } from "./shown-figure.tsx";

interface MainFiguresProps {
  readonly figures: Figures;
  readonly units: Units;
  readonly onStateEnergy: () => void;
}

/** Work, operations, runs and energy. */
export function MainFigures({ figures, units, onStateEnergy }: MainFiguresProps) {
  const { plan, estimate, total } = figures;
  const energy = noEnergy(plan.energy, estimate);
  return (
    <dl className="so-far-main">
      <Entry title="Card-hours">
        <CardHours figures={figures} />
      </Entry>
      <Entry title="Operations">
        <Operations figures={figures} units={units} />
      </Entry>
      <Entry title="Runs">
        <ShownFigure
          name="runs"
          figure={{ of: "total", measure: "runs", stage: "withReruns" }}
          text={[countText(total.runs)]}
          exact={`${exact(total.runs)} runs`}
        />
      </Entry>
      <Entry title={plan.energy === null ? "Energy" : `Energy, ${powerTerms(plan.energy)}`}>
        {energy === null && estimate.energy.kilowattHours !== null ? (
          <ShownFigure
            name="energy"
            figure={{ of: "energy", measure: "kilowattHours" }}
            {...electricity(estimate.energy.kilowattHours)}
          />
        ) : (
          <>
            <span className="so-far-none">{energy}</span>{" "}
            <button type="button" className="so-far-link" onClick={onStateEnergy}>
              State it
            </button>
          </>
        )}
      </Entry>
    </dl>
  );
}

export function CardHours({ figures: { total } }: { readonly figures: Figures }) {
  return (
    <ShownFigure
      name="cardHours"
      figure={{ of: "total", measure: "cardHours", stage: "withReruns" }}
      text={readableRich(readable(total.cardHours))}
      exact={`${exact(total.cardHours)} card-hours`}
    />
  );
}

export function Operations({ figures: { total }, units }: Pick<MainFiguresProps, "figures" | "units">) {
  return (
    <ShownFigure
      name="flop"
      figure={{ of: "total", measure: "flop", stage: "withReruns" }}
      {...operations(total.flop, units)}
    />
  );
}

function Entry({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{title}</dt>
      <dd>{children}</dd>
    </div>
  );
}
