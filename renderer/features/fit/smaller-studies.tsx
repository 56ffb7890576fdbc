import Button from "@mui/material/Button";
import type { Cut } from "../../../shared/estimate/fit-to-sum/cut.ts";
import type { Fitted } from "../../../shared/estimate/fit-to-sum/fitted.ts";
import type { ResolvedPlan } from "../../../shared/plan/resolved.ts";
import { countText, wholeShareText } from "../../../shared/sheet/text/amounts.ts";
import { cutWords, lostWords } from "../../../shared/sheet/text/cut-words.ts";
import { fixed } from "../../../shared/units/format/exact.ts";

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
                  {`${fixed(reduced.estimate.withReruns.cost, places)} ${plan.currency} for ${countText(reduced.estimate.withReruns.runs)} runs`}
                  {chance !== null && `; under ${fixed(ceiling, places)} with a chance of ${wholeShareText(chance)}`}
                </p>
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
          </article>
        ))}
      </div>
    </section>
  );
}
