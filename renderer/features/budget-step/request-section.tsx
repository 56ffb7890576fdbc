import type { ResolvedBudget } from "../../../shared/plan/resolved.ts";
import { exact } from "../../../shared/units/format/exact.ts";
import { PlanNumber } from "../../fields/plan-number.tsx";
import { PlanSelect } from "../../fields/plan-select.tsx";
import { PlanText } from "../../fields/plan-text.tsx";
import { StepSection } from "./step-section.tsx";

interface RequestSectionProps {
  readonly budget: ResolvedBudget | null;
  readonly currency: string;
}

const ROUNDINGS = [0.01, 1, 10, 100, 1000];

/** The head of the request: call, ceiling, start and months, currency, rounding. */
export function RequestSection({ budget, currency }: RequestSectionProps) {
  const roundTo = budget?.layout.roundTo.value ?? 1;
  return (
    <StepSection
      title="The request"
      about="What stands above the first line. What you leave out is a blank on the sheet."
    >
      <div className="budget-fields">
        <PlanText path={["budget", "call"]} label="Call" placeholder="number or name of the call" optional />
        <PlanText path={["budget", "start"]} label="First day" type="date" optional />
        <PlanNumber path={["budget", "months"]} label="Length" unit="months" placeholder="12" optional />
        <PlanNumber path={["ceiling"]} label="Ceiling" unit={currency} placeholder="no ceiling" optional />
        <PlanSelect
          path={["budget", "ceilingKind"]}
          label="Ceiling of"
          none="all that is asked for"
          options={[
            { value: "total", label: "all that is asked for" },
            { value: "direct", label: "direct costs" },
          ]}
        />
        <PlanText
          path={["budget", "currency"]}
          label="Currency"
          placeholder={currency}
          optional
          help={
            budget?.layout.currency != null && budget.layout.currency !== budget.currencies.budget
              ? `This funder pays in ${budget.layout.currency}.`
              : undefined
          }
        />
        <PlanSelect
          path={["budget", "roundTo"]}
          label="Rounded to"
          none={`${exact(roundTo)}, as the layout says`}
          options={ROUNDINGS.map((value) => ({ value, label: exact(value) }))}
        />
      </div>
    </StepSection>
  );
}
