import type { ReactNode } from "react";
import { DEFAULT_BASIS, QUOTE_BASES, type QuoteBasis, quoteBasisSchema } from "../../../../shared/money/quote-basis.ts";
import { BASIS_WORDS } from "../../../../shared/money/quote-list.ts";
import type { DocumentPath } from "../../../../shared/plan/fault.ts";
import { usePlan } from "../../../editing/plan-context.ts";
import { PlanNumber } from "../../../fields/plan-number.tsx";
import { PlanQuantity } from "../../../fields/plan-quantity.tsx";
import { PlanSelect } from "../../../fields/plan-select.tsx";
import { PlanText } from "../../../fields/plan-text.tsx";
import { fieldText, treeValue } from "../../../fields/tree-value.ts";
import { basisEdits } from "./basis-edits.ts";

interface QuoteDetailsProps {
  readonly index: number;
  /** The quote is a row of the catalogue, which has its own basis and currency. */
  readonly isRate: boolean;
  readonly planCurrency: string;
}

/** The terms of an offer: how it is rented or bought, what else is charged, what there is and until when. */
export function QuoteDetails({ index, isRate, planCurrency }: QuoteDetailsProps) {
  const [{ tree }] = usePlan();
  const path = ["quotes", index];
  const basis = isRate ? null : (quoteBasisSchema.safeParse(treeValue(tree, [...path, "basis"])).data ?? DEFAULT_BASIS);
  const currency = isRate ? planCurrency : fieldText(treeValue(tree, [...path, "currency"])) || planCurrency;
  const field = (key: string, label: string) => ({ path: [...path, key], label, optional: true });
  return (
    <div className="quote-details">
      {basis !== null && (
        <Group title="How it is offered">
          <BasisField index={index} basis={basis} />
          <PlanText {...field("currency", "Currency")} placeholder={planCurrency} help="Empty: the plan’s." />
          {(basis === "reserved" || basis === "block") && <Commitment path={[...path, "commitment"]} basis={basis} />}
          {basis === "spot" && <PlanQuantity {...field("interruptionHours", "Hours between interruptions")} unit="h" />}
        </Group>
      )}
      {basis === "purchase" ? (
        <Purchase path={[...path, "purchase"]} currency={currency} />
      ) : (
        <Group title="Terms of the rental">
          <PlanNumber
            {...field("billingIncrementMinutes", "Billing increment")}
            unit="min"
            placeholder="to the second"
          />
          <PlanSelect
            path={[...path, "wholeNodes"]}
            label="Rented by"
            none="the card"
            options={[{ value: true, label: "whole nodes only" }]}
          />
          <PlanNumber {...field("cardsPerNode", "Cards in a node")} placeholder="as the card’s" />
          <PlanNumber {...field("minimumCards", "Fewest cards")} placeholder="1" />
        </Group>
      )}
      <Group title="What else is charged, and what there is">
        <PlanQuantity {...field("storagePerTBMonth", "A TB kept for a month")} unit={currency} />
        <PlanQuantity {...field("egressPerTB", "A TB sent out")} unit={currency} />
        <PlanNumber {...field("cardsAvailable", "Cards available")} placeholder="not known" />
        <PlanNumber {...field("leadTimeDays", "Lead time")} unit="days" placeholder="not known" />
        <PlanText {...field("region", "Region")} />
        <PlanQuantity {...field("utilisation", "Utilisation on these cards")} unit="of the dense peak" />
      </Group>
      <Group title="Who says so">
        <PlanText {...field("quotedBy", "Quoted by")} />
        <PlanText {...field("validUntil", "Valid until")} type="date" />
        <PlanText {...field("note", "Note")} multiline />
      </Group>
    </div>
  );
}

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="quote-details-group">
      <h3>{title}</h3>
      <div className="quote-fields-grid">{children}</div>
    </section>
  );
}

/** Another basis takes away what means nothing with it, in the same step of undo. */
function BasisField({ index, basis }: { readonly index: number; readonly basis: QuoteBasis }) {
  const [{ tree, readOnly, isReadable }, editor] = usePlan();
  return (
    <div className="field" data-place={`quotes[${index}].basis`}>
      <label htmlFor={`quote-basis-${index}`}>Basis</label>
      <div className="field-box">
        <select
          id={`quote-basis-${index}`}
          value={basis}
          disabled={readOnly !== null || !isReadable}
          onChange={({ currentTarget }) => {
            const chosen = QUOTE_BASES.find((one) => one === currentTarget.value);
            if (chosen !== undefined) editor.edit(basisEdits(tree, index, chosen));
          }}
        >
          {QUOTE_BASES.map((one) => (
            <option key={one} value={one}>
              {BASIS_WORDS[one]}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}

function Commitment({ path, basis }: { readonly path: DocumentPath; readonly basis: "reserved" | "block" }) {
  const what = basis === "block" ? "of one block" : "reserved";
  return (
    <>
      <PlanNumber path={[...path, "cards"]} label={`Cards ${what}`} />
      <PlanNumber path={[...path, "hours"]} label={`Hours ${what}`} unit="h" help="A year has 8,760." />
    </>
  );
}

function Purchase({ path, currency }: { readonly path: DocumentPath; readonly currency: string }) {
  const field = (key: string, label: string) => ({ path: [...path, key], label });
  const share = (key: string, label: string) => ({ ...field(key, label), exponent: -2, unit: "%" });
  return (
    <>
      <Group title="The machines">
        <PlanNumber {...field("nodePrice", "Price of a node")} unit={currency} />
        <PlanNumber {...field("nodes", "Nodes")} />
        <PlanNumber {...field("cardsPerNode", "Cards in a node")} />
        <PlanNumber {...share("networkShare", "Network, of the nodes’ price")} optional placeholder="0" />
        <PlanNumber {...field("lifetimeYears", "Years of use")} unit="years" />
        <PlanNumber {...share("useShare", "Used, of all hours")} />
        <PlanNumber {...share("residualShare", "Worth at the end")} optional placeholder="0" />
      </Group>
      <Group title="Running them">
        <PlanNumber {...field("nodeWatts", "Power of a node")} unit="W" />
        <PlanNumber {...share("load", "Mean load")} optional placeholder="100" />
        <PlanNumber {...field("pue", "PUE")} optional placeholder="1" />
        <PlanNumber {...field("electricityPerKilowattHour", "Price of a kWh")} unit={currency} />
        <PlanNumber
          {...field("spacePerNodeYear", "Space of a node for a year")}
          unit={currency}
          optional
          placeholder="0"
        />
        <PlanNumber {...share("maintenanceShare", "Maintenance of a year")} optional placeholder="0" />
        <PlanNumber {...field("staffPerYear", "Staff for a year")} unit={currency} optional placeholder="0" />
      </Group>
    </>
  );
}
