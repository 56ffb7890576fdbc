import type { PlanBudget } from "../../../shared/estimate/budget/budget-of.ts";
import type { Table } from "../../../shared/sheet/sheet.ts";
import { exact } from "../../../shared/units/format/exact.ts";
import { PlanNumber } from "../../fields/plan-number.tsx";
import { PlanSelect } from "../../fields/plan-select.tsx";
import { PlanText } from "../../fields/plan-text.tsx";
import { BudgetTable } from "./budget-table.tsx";
import { StepSection } from "./step-section.tsx";

interface RulesSectionProps {
  readonly budget: PlanBudget | null;
  readonly base: Table | null;
}

const PATH = ["budget", "indirect"] as const;

/** Indirect costs: the rate, the base worked out, and why what is left out is left out. */
export function IndirectSection({ budget, base }: RulesSectionProps) {
  const layout = budget?.resolved.layout ?? null;
  const rule = layout?.indirect ?? null;
  const isPerFte = budget?.resolved.indirect.rule.kind === "perFteYear";
  return (
    <StepSection
      title="Indirect costs"
      about={rule?.kind === "base" ? rule.rate.text : (rule?.rule.text ?? "Indirect costs of the organisation.")}
    >
      <div className="budget-fields">
        <PlanSelect
          path={[...PATH, "base"]}
          label="Base"
          none={rule?.kind === "base" ? rule.name : "as the layout says"}
          options={[
            { value: "layout", label: "as the layout says" },
            { value: "totalDirect", label: "all direct costs" },
            { value: "none", label: "no indirect costs" },
          ]}
        />
        {isPerFte ? (
          <>
            <PlanNumber
              path={[...PATH, "estatesPerFteYear"]}
              within={PATH}
              label="Estates a full-time year"
              unit={budget?.resolved.currencies.budget}
              optional
            />
            <PlanNumber
              path={[...PATH, "indirectsPerFteYear"]}
              within={PATH}
              label="Indirects a full-time year"
              unit={budget?.resolved.currencies.budget}
              optional
            />
          </>
        ) : (
          <PlanNumber
            path={[...PATH, "rate"]}
            within={PATH}
            label="Rate"
            unit="%"
            exponent={-2}
            placeholder={rule?.kind === "base" ? exact(rule.rate.value * 100) : "0"}
            optional
          />
        )}
        <PlanText
          path={[...PATH, "agreement"]}
          within={PATH}
          label="Rate agreement"
          placeholder="who agreed to it"
          optional
        />
        <PlanText path={[...PATH, "date"]} within={PATH} label="Date of the agreement" type="date" optional />
        {rule !== null && rule.kind !== "none" && rule.equipmentThreshold !== null && (
          <PlanNumber
            path={[...PATH, "equipmentThreshold"]}
            within={PATH}
            label="Equipment from"
            unit="a unit"
            placeholder={exact(rule.equipmentThreshold.value)}
            optional
          />
        )}
        {rule?.kind === "base" && rule.subawardCap !== null && (
          <PlanNumber
            path={[...PATH, "subawardCap"]}
            within={PATH}
            label="Of each subaward, the first"
            placeholder={exact(rule.subawardCap.value)}
            optional
          />
        )}
      </div>
      {base !== null && (
        <div className="budget-narrow">
          <BudgetTable table={base} label="How indirect costs are worked out" place="budget-step.base" />
        </div>
      )}
    </StepSection>
  );
}

/** Tax, prices that rise, and units beside money. */
export function TermsSection({ budget }: Pick<RulesSectionProps, "budget">) {
  const layout = budget?.resolved.layout ?? null;
  return (
    <StepSection
      title="Tax, rising prices, units"
      about="Tax is put on what is bought, unless it is got back. Prices of people rise every year, others where a line says so."
    >
      <div className="budget-fields">
        <PlanNumber
          path={["budget", "tax", "rate"]}
          within={["budget", "tax"]}
          label="VAT or sales tax"
          unit="%"
          exponent={-2}
          placeholder="none"
          optional
        />
        <PlanSelect
          path={["budget", "tax", "recoverable"]}
          label="Tax is got back"
          none="no: it is a cost"
          options={[
            { value: true, label: "yes: it is no cost" },
            { value: false, label: "no: it is a cost" },
          ]}
        />
        <PlanNumber
          path={["budget", "escalation", "rate"]}
          within={["budget", "escalation"]}
          label="Prices rise a year"
          unit="%"
          exponent={-2}
          placeholder="0"
          optional
          help={layout?.escalation.value === false ? layout.escalation.text : undefined}
        />
        <PlanText path={["budget", "escalation", "source"]} label="Who says so" optional />
        <PlanText
          path={["budget", "allocation", "unit"]}
          label="Unit of the machine’s owner"
          placeholder="card-hours"
          optional
          within={["budget", "allocation"]}
        />
        <PlanNumber
          path={["budget", "allocation", "perCardHour"]}
          label="Units of a card-hour"
          placeholder="1"
          optional
          within={["budget", "allocation"]}
        />
      </div>
    </StepSection>
  );
}
