import type { ReactNode } from "react";
import { goToPlace } from "../../navigation/place.ts";
import { goTo, goToPlan } from "../../navigation/router.ts";
import type { Units } from "./amounts.ts";
import { ClusterTimes } from "./cluster-times.tsx";
import { MainFigures } from "./main-figures.tsx";
import { Movers } from "./movers.tsx";
import { CostRange, RentalCost } from "./rental-cost.tsx";
import type { FiguresSoFar } from "./use-figures.ts";

interface PanelProps extends FiguresSoFar {
  readonly id: string;
  readonly units: Units;
  readonly change: ReactNode;
}

/** All of it in a column: the cost, the work, the times, the last change, what matters most. */
export function Panel({ id, figures, live, drawn, units, change }: PanelProps) {
  return (
    <>
      <section className="so-far-cost" aria-label="Rental cost">
        <p className="so-far-title">Rental cost</p>
        <p className="so-far-total">
          <RentalCost figures={figures} />
        </p>
        <CostRange figures={figures} drawn={drawn} />
      </section>
      <section className="so-far-part" aria-label="Work">
        <MainFigures figures={figures} units={units} onStateEnergy={() => goToPlace(id, "energy")} />
        <button
          type="button"
          className="so-far-link so-far-buys"
          onClick={() => goTo({ kind: "calculator", question: "plan", plan: id })}
        >
          What does this plan buy
        </button>
      </section>
      <ClusterTimes figures={figures} live={live} units={units} onAll={() => goToPlan(id, "clusters")} />
      {change}
      <Movers figures={figures} />
    </>
  );
}
