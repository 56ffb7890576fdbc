import { runCardsFields } from "../../../../shared/hardware/run-cards-fields.ts";
import { usePlan } from "../../../editing/plan-context.ts";
import { PlanNumber } from "../../../fields/plan-number.tsx";
import { treeValue } from "../../../fields/tree-value.ts";
import { useRoute } from "../../../navigation/router.ts";

const HARDWARE = ["defaults", "hardware"] as const;

/** Whether the plan states any of it, or the address names a place in it. */
export function useSpreadOpen(): boolean {
  const [{ tree }] = usePlan();
  const route = useRoute();
  const named = route.kind === "plan" && route.place?.startsWith("defaults.hardware.") === true;
  return named || Object.keys(runCardsFields).some((field) => treeValue(tree, [...HARDWARE, field]) !== undefined);
}

/** What the plan states of all runs; an experiment or a sweep says otherwise in its own hardware. */
export function SpreadFields() {
  const common = (field: string) => ({ path: [...HARDWARE, field], within: HARDWARE, optional: true });
  return (
    <>
      <p className="selected-note">
        For all runs of the plan. An experiment or a sweep says otherwise under its own hardware, in the step
        Experiments.
      </p>
      <div className="spread-fields">
        <PlanNumber {...common("minCards")} label="Fewest cards of one run" placeholder="by memory" />
        <PlanNumber {...common("maxCards")} label="Most cards of one run" placeholder="by the batch" />
        <PlanNumber
          {...common("lossPerDoubling")}
          label="Lost at each doubling"
          unit="%"
          exponent={-2}
          placeholder="0, linear"
        />
        <PlanNumber
          {...common("checkpointWriteMinutes")}
          label="Writing a checkpoint"
          unit="min"
          placeholder="as the cluster says"
        />
        <PlanNumber
          {...common("restartMinutes")}
          label="From a failure on"
          unit="min"
          placeholder="as the cluster says"
        />
      </div>
    </>
  );
}
