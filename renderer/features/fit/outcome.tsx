import Button from "@mui/material/Button";
import type { Cut } from "../../../shared/estimate/fit-to-sum/cut.ts";
import type { Proposal } from "../../../shared/estimate/fit-to-sum/fitted.ts";
import type { ReducedPlan } from "../../../shared/estimate/fit-to-sum/reduced-plan.ts";
import { moneyExact, wholeShareText } from "../../../shared/sheet/text/amounts.ts";
import { lostWords } from "../../../shared/sheet/text/cut-words.ts";
import { counted } from "../../../shared/units/format/counted.ts";
import { exact, fixed } from "../../../shared/units/format/exact.ts";
import { FigureButton } from "../../sheet/figure-button.tsx";

/** The one button that the eye goes to. */
const MAIN = { variant: "contained", color: "primary" } as const;

interface OutcomeProps {
  /** What the plan's computing costs; more than its used card-hours where a quote charges beyond them. */
  readonly total: number;
  readonly used: number;
  readonly ceiling: number;
  readonly places: number;
  readonly currency: string;
  /** How many are chosen. */
  readonly cuts: number;
  /** Null where none are chosen, or they leave no plan. */
  readonly reduced: ReducedPlan | null;
  readonly chance: number | null;
  /** Null while it is worked out. */
  readonly proposal: Proposal | null;
  readonly isFixed: boolean;
  /** The draft has changes beside the cuts, which a revision would hold, too. */
  readonly hasOtherChanges: boolean;
  readonly onChoose: (cuts: readonly Cut[]) => void;
  readonly onApply: () => void;
}

/** What the plan comes to with the cuts that are chosen, against the ceiling, and what to do with them. */
export function Outcome({
  total,
  used,
  ceiling,
  places,
  currency,
  cuts,
  reduced,
  chance,
  proposal,
  isFixed,
  hasOtherChanges,
  onChoose,
  onApply,
}: OutcomeProps) {
  const money = (amount: number) => `${fixed(amount, places)} ${currency}`;
  const against = (amount: number) =>
    amount > ceiling ? `${money(amount - ceiling)} over the ceiling` : `${money(ceiling - amount)} under it`;
  const proposed = proposal?.reduced?.cuts ?? [];
  const isEnough = total <= ceiling;
  return (
    <section className="to-sum-outcome" aria-label="With these cuts">
      <dl>
        <div>
          <dt>The plan</dt>
          <dd className="tabular">
            <FigureButton
              figure={
                total === used
                  ? { of: "total", measure: "cost", stage: "withReruns" }
                  : { of: "afterCuts", cuts: [], ceiling, measure: "cost" }
              }
              place="fit.total"
              exact={moneyExact(total, currency)}
            >
              {money(total)}
            </FigureButton>
          </dd>
          <dd>{against(total)}</dd>
        </div>
        <div aria-live="polite">
          <dt>{cuts === 0 ? "No cuts chosen" : `With ${counted(cuts, "cut")}`}</dt>
          {reduced !== null && (
            <>
              <dd className="tabular">
                <FigureButton
                  figure={{ of: "afterCuts", cuts: reduced.cuts, ceiling, measure: "cost" }}
                  place="fit.after"
                  exact={moneyExact(reduced.computing, currency)}
                >
                  {money(reduced.computing)}
                </FigureButton>
              </dd>
              <dd>
                {against(reduced.computing)}
                {chance !== null && (
                  <>
                    , with a chance of{" "}
                    <FigureButton
                      figure={{ of: "afterCuts", cuts: reduced.cuts, ceiling, measure: "chance" }}
                      place="fit.chance"
                      exact={`${exact(chance * 100)} %`}
                    >
                      {wholeShareText(chance)}
                    </FigureButton>{" "}
                    to stay there
                  </>
                )}
              </dd>
            </>
          )}
          {cuts > 0 && reduced === null && <dd>These leave no plan: keep at least one experiment.</dd>}
        </div>
      </dl>
      {reduced !== null && <p>Lost: {lostWords(reduced)}</p>}
      <div className="to-sum-actions">
        <Button
          {...(cuts === 0 ? MAIN : {})}
          disabled={isEnough || proposed.length === 0}
          onClick={() => onChoose(proposed)}
        >
          Propose cuts
        </Button>
        <Button {...(cuts === 0 ? {} : MAIN)} disabled={reduced === null || isFixed} onClick={onApply}>
          Apply as a new revision
        </Button>
        <Button variant="text" disabled={cuts === 0} onClick={() => onChoose([])}>
          Choose none
        </Button>
        <span className="to-sum-remark">{remark(isEnough, proposal, hasOtherChanges && cuts > 0)}</span>
      </div>
    </section>
  );
}

function remark(isEnough: boolean, proposal: Proposal | null, hasOtherChanges: boolean): string {
  if (isEnough) return "Nothing has to go.";
  if (proposal !== null && proposal.reduced === null) return "No cuts of this plan are enough.";
  if (hasOtherChanges) return "The revision holds the draft’s other changes, too.";
  return proposal?.reduced == null
    ? ""
    : `The proposal has ${exact(proposal.reduced.cuts.length)}, as few as are enough. It weighs money alone.`;
}
