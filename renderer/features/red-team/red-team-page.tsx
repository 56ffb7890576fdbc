import { useMemo } from "react";
import { moneyPlaces } from "../../../shared/sheet/footing.ts";
import { redTeam } from "../../../shared/sheet/red-team/red-team.ts";
import { moneyExact } from "../../../shared/sheet/text/amounts.ts";
import { fixed } from "../../../shared/units/format/exact.ts";
import { CopyTextButton } from "../../components/copy-text-button.tsx";
import { usePlan } from "../../editing/plan-context.ts";
import type { OpenedPlan } from "../../estimating/opened-plan.ts";
import { goToPlace } from "../../navigation/place.ts";
import { goToPlan } from "../../navigation/router.ts";
import { FigureButton } from "../../sheet/figure-button.tsx";
import "./red-team.css";

/** The plan as its sternest reader reads it. */
export function RedTeamPage() {
  const [{ id, live }] = usePlan();
  return (
    <div className="screen red-team">
      <div className="screen-head">
        <h2>What a stern reader asks</h2>
      </div>
      {live === null ? (
        <p>
          The plan has faults, and only a plan without any can be asked about.{" "}
          <button type="button" className="link" onClick={() => goToPlan(id, "text")}>
            See them beside the text
          </button>
        </p>
      ) : (
        <Challenges plan={live} onShowPlace={(place) => goToPlace(id, place)} />
      )}
    </div>
  );
}

interface ChallengesProps {
  readonly plan: OpenedPlan;
  readonly onShowPlace: (place: string) => void;
}

function Challenges({ plan, onShowPlace }: ChallengesProps) {
  const { resolved, estimated, ranges, swings } = plan;
  const challenges = useMemo(
    () => redTeam({ resolved, estimate: estimated, ranges, swings }),
    [resolved, estimated, ranges, swings],
  );
  const { currency } = resolved;
  if (challenges.length === 0) return <p>Nothing in this plan moves its total.</p>;
  return (
    <>
      <p className="red-team-about">
        The assumptions that move the total most, each with the likely objection and a paragraph for the justification.
        The paragraphs say what the plan states, and what it does not.
      </p>
      <ol>
        {challenges.map(({ title, objection, low, high, lowFigure, highFigure, paragraph, place }, index) => {
          const places = moneyPlaces(high);
          return (
            <li key={title}>
              <article>
                <h3>{title}</h3>
                <p className="red-team-span tabular">
                  Total{" "}
                  <FigureButton figure={lowFigure} place={`red-team.${index}.low`} exact={moneyExact(low, currency)}>
                    {fixed(low, places)}
                  </FigureButton>{" "}
                  to{" "}
                  <FigureButton figure={highFigure} place={`red-team.${index}.high`} exact={moneyExact(high, currency)}>
                    {fixed(high, places)}
                  </FigureButton>{" "}
                  {currency}
                </p>
                <p className="red-team-objection">“{objection}”</p>
                <blockquote>{paragraph}</blockquote>
                <div className="red-team-foot">
                  <CopyTextButton text={paragraph}>Copy the paragraph</CopyTextButton>
                  {place !== "" && (
                    <button
                      type="button"
                      className="link"
                      aria-label={`Change it in the plan: ${title}`}
                      onClick={() => onShowPlace(place)}
                    >
                      Change it in the plan
                    </button>
                  )}
                </div>
              </article>
            </li>
          );
        })}
      </ol>
    </>
  );
}
