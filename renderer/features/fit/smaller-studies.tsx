import Button from "@mui/material/Button";
import type { Cut } from "../../../shared/estimate/fit-to-sum/cut.ts";
import { cutWords } from "../../../shared/estimate/fit-to-sum/cut-words.ts";
import type { Fitted } from "../../../shared/estimate/fit-to-sum/fitted.ts";
import type { ResolvedPlan } from "../../../shared/plan/resolved.ts";
import { countText, moneyExact, wholeShareText } from "../../../shared/sheet/text/amounts.ts";
import { lostWords } from "../../../shared/sheet/text/cut-words.ts";
import { plural } from "../../../shared/units/format/counted.ts";
import { exact, fixed } from "../../../shared/units/format/exact.ts";
import { FigureButton } from "../../sheet/figure-button.tsx";

interface SmallerStudiesProps {
  readonly plan: ResolvedPlan;
  readonly smaller: Fitted["smaller"];
  readonly places: number;
  readonly onChoose: (cuts: readonly Cut[]) => void;
}

/** The same study for a reader who has less: at 30 and at 10 % of its cost, with what is lost. */
export function SmallerStudies({ plan, smaller, places, onChoose }: SmallerStudiesProps) {
  return (
    <section className="to-sum-smaller" aria-label="The study for less">
      <h3>The study for less</h3>
      <div className="to-sum-studies">
        {smaller.map(({ share, ceiling, reduced, chance }) => (
          <article key={share}>
            <h4>{`At ${wholeShareText(share)} of its cost`}</h4>
            {reduced === null ? (
              <p>{`No cuts of this plan come to ${fixed(ceiling, places)} ${plan.currency}.`}</p>
            ) : (
              <>
                <p className="tabular">
                  <FigureButton
                    figure={{ of: "afterCuts", cuts: reduced.cuts, ceiling, measure: "cost" }}
                    place={`fit.smaller.${share}.cost`}
                    exact={moneyExact(reduced.computing, plan.currency)}
                  >
                    {fixed(reduced.computing, places)}
                  </FigureButton>{" "}
                  {`${plan.currency} for ${countText(reduced.estimate.withReruns.runs)} ${plural(reduced.estimate.withReruns.runs, "run")}`}
                  {chance !== null && (
                    <>
                      {`; under ${fixed(ceiling, places)} with a chance of `}
                      <FigureButton
                        figure={{ of: "afterCuts", cuts: reduced.cuts, ceiling, measure: "chance" }}
                        place={`fit.smaller.${share}.chance`}
                        exact={`${exact(chance * 100)} %`}
                      >
                        {wholeShareText(chance)}
                      </FigureButton>
                    </>
                  )}
                </p>
                {reduced.cuts.length === 0 ? (
                  <p>Nothing has to go.</p>
                ) : (
                  <>
                    <p>Without {reduced.cuts.map((cut) => cutWords(plan, cut)).join("; ")}.</p>
                    <p>Lost: {lostWords(reduced)}</p>
                    <Button
                      onClick={() => onChoose(reduced.cuts)}
                      aria-label={`Choose the cuts of the study at ${wholeShareText(share)}`}
                    >
                      Choose these cuts
                    </Button>
                  </>
                )}
              </>
            )}
          </article>
        ))}
      </div>
    </section>
  );
}
