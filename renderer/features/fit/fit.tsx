import { useMemo, useState } from "react";
import { computingCost } from "../../../shared/estimate/budget/computing.ts";
import { computingCeiling } from "../../../shared/estimate/fit-to-sum/computing-ceiling.ts";
import { type Cut, cutKey } from "../../../shared/estimate/fit-to-sum/cut.ts";
import { chanceUnder, reducedPlan } from "../../../shared/estimate/fit-to-sum/reduced-plan.ts";
import type { ResolvedPlan } from "../../../shared/plan/resolved.ts";
import { readNumber } from "../../../shared/plan/typed/read-number.ts";
import { moneyPlaces } from "../../../shared/sheet/footing.ts";
import { fixed } from "../../../shared/units/format/exact.ts";
import { saveDocument } from "../../documents/save-document.ts";
import { usePlan } from "../../editing/plan-context.ts";
import { isChanged } from "../../editing/plan-state.ts";
import { catalogue } from "../../estimating/catalogue.ts";
import type { OpenedPlan } from "../../estimating/opened-plan.ts";
import { FieldFrame } from "../../fields/field-frame.tsx";
import { CutTable } from "./cut-table.tsx";
import { Outcome } from "./outcome.tsx";
import { SmallerStudies } from "./smaller-studies.tsx";
import { useFitted } from "./use-fitted.ts";

/** Where no ceiling is stated the study is first fitted to half of its cost. */
const FIRST_SHARE = 0.5;

/** A ceiling, the cuts that are chosen, what the plan then comes to, and the study at parts of its cost. */
export function Fit({ plan }: { readonly plan: OpenedPlan }) {
  const [state, editor] = usePlan();
  const { resolved, document, estimated } = plan;
  const { currency } = resolved;
  const total = useMemo(() => computingCost(resolved, estimated), [resolved, estimated]);
  const places = moneyPlaces(total);
  const stated = useMemo(() => computingCeiling(resolved, estimated), [resolved, estimated]);
  const [first] = useState(() => Math.floor(stated !== null && stated >= 1 ? stated : total * FIRST_SHARE));
  const [typed, setTyped] = useState(() => fixed(first, 0));
  const [chosen, setChosen] = useState<readonly Cut[]>([]);
  const [said, setSaid] = useState<string | null>(null);
  const read = readNumber(typed);
  const problem = !read.ok ? read.error : read.value > 0 ? null : "Write a sum above 0.";
  const [ceiling, setCeiling] = useState(first);
  if (read.ok && read.value > 0 && read.value !== ceiling) setCeiling(read.value);
  const answer = useFitted(plan, ceiling);
  const reduced = useMemo(
    () => (chosen.length === 0 ? null : reducedPlan({ document, resolved }, catalogue, chosen)),
    [document, resolved, chosen],
  );
  const chance = useMemo(() => (reduced === null ? null : chanceUnder(reduced, ceiling)), [reduced, ceiling]);
  const isFixed = state.readOnly !== null || state.isStale;

  const toggle = (cut: Cut) => {
    const key = cutKey(cut);
    setSaid(null);
    setChosen((cuts) =>
      cuts.some((one) => cutKey(one) === key) ? cuts.filter((one) => cutKey(one) !== key) : [...cuts, cut],
    );
  };
  const choose = (cuts: readonly Cut[]) => {
    setSaid(null);
    setChosen(cuts);
  };
  const apply = async () => {
    if (reduced === null || isFixed) return;
    editor.edit(reduced.edits);
    setChosen([]);
    const outcome = await saveDocument(editor);
    setSaid(
      outcome.kind === "saved"
        ? `The cuts are revision ${outcome.revision} of the plan${outcome.revision > 1 ? "; the one before can be restored among its revisions" : ""}.`
        : "The cuts are in the draft, and no revision was saved. Save it with Ctrl S, or undo.",
    );
  };

  return (
    <>
      <div className="to-sum-head">
        <FieldFrame label="Ceiling" unit={currency} fault={problem} help={ceilingHelp(resolved, stated)}>
          {({ id, describedBy, invalid }) => (
            <input
              id={id}
              className="field-number"
              inputMode="decimal"
              autoComplete="off"
              aria-describedby={describedBy}
              aria-invalid={invalid}
              value={typed}
              onChange={({ currentTarget }) => setTyped(currentTarget.value)}
            />
          )}
        </FieldFrame>
        <Outcome
          total={total}
          used={estimated.withReruns.cost}
          ceiling={ceiling}
          places={places}
          currency={currency}
          cuts={chosen.length}
          reduced={reduced}
          chance={chance}
          proposal={answer?.proposal ?? null}
          isFixed={isFixed}
          hasOtherChanges={state.saved !== null && isChanged(state)}
          onChoose={choose}
          onApply={() => void apply()}
        />
      </div>
      <p role="status" className="to-sum-said">
        {said}
      </p>
      {answer === null ? (
        <p className="to-sum-waiting" role="status">
          Working out what each cut saves…
        </p>
      ) : (
        <>
          <CutTable plan={resolved} answer={answer} places={places} chosen={chosen} onToggle={toggle} />
          <SmallerStudies plan={resolved} smaller={answer.smaller} places={places} onChoose={choose} />
        </>
      )}
    </>
  );
}

/** What the ceiling is of, where the plan's budget has more in it than computing. */
function ceilingHelp({ budget, ceiling, currency }: ResolvedPlan, stated: number | null): string | undefined {
  if (budget === undefined) return undefined;
  if (ceiling === null || stated === null) return "Of computing alone.";
  return stated < 1
    ? `Of computing alone: the budget’s other lines take all of its ${fixed(ceiling, 0)} ${currency}.`
    : `Of computing alone: other lines and indirect costs leave ${fixed(Math.floor(stated), 0)} of ${fixed(ceiling, 0)} ${currency}.`;
}
