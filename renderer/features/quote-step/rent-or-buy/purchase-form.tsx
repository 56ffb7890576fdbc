import type { DocumentPath } from "../../../../shared/plan/fault.ts";
import { PlanNumber } from "../../../fields/plan-number.tsx";

interface PurchaseFormProps {
  /** Of the quote's purchase. */
  readonly path: DocumentPath;
  readonly currency: string;
}

/** What is bought, what running it costs, and what becomes of it: the fields of a purchase. */
export function PurchaseForm({ path, currency }: PurchaseFormProps) {
  const at = (field: string): DocumentPath => [...path, field];
  return (
    <div className="purchase-form">
      <fieldset>
        <legend>Bought</legend>
        <PlanNumber path={at("nodes")} label="Nodes" />
        <PlanNumber path={at("cardsPerNode")} label="Cards in a node" />
        <PlanNumber path={at("nodePrice")} label="Price of a node" unit={currency} />
        <PlanNumber
          path={at("networkShare")}
          label="Network and racks"
          unit="% of the nodes"
          exponent={-2}
          optional
          placeholder="0"
        />
      </fieldset>
      <fieldset>
        <legend>Run</legend>
        <PlanNumber
          path={at("nodeWatts")}
          label="Power of a node"
          unit="W"
          help="Of the whole node: a DGX H100 draws 10,200 W, 1,275 W a card."
        />
        <PlanNumber path={at("load")} label="Mean load" unit="%" exponent={-2} optional placeholder="100" />
        <PlanNumber path={at("pue")} label="PUE of the building" optional placeholder="1" />
        <PlanNumber path={at("electricityPerKilowattHour")} label="Electricity" unit={`${currency} a kWh`} />
        <PlanNumber
          path={at("spacePerNodeYear")}
          label="Space of a node"
          unit={`${currency} a year`}
          optional
          placeholder="0"
        />
        <PlanNumber
          path={at("maintenanceShare")}
          label="Maintenance"
          unit="% a year"
          exponent={-2}
          optional
          placeholder="0"
          help="Of the price of nodes and network."
        />
        <PlanNumber path={at("staffPerYear")} label="Staff" unit={`${currency} a year`} optional placeholder="0" />
      </fieldset>
      <fieldset>
        <legend>Used</legend>
        <PlanNumber path={at("lifetimeYears")} label="Lifetime" unit="years" />
        <PlanNumber
          path={at("useShare")}
          label="Used in all"
          unit="%"
          exponent={-2}
          help="Of all its card-hours, by this plan and by others."
        />
        <PlanNumber
          path={at("residualShare")}
          label="Residual value"
          unit="%"
          exponent={-2}
          optional
          placeholder="0"
          help="What it sells for at the end, of the price of nodes and network."
        />
      </fieldset>
    </div>
  );
}
