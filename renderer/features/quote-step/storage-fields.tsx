import Button from "@mui/material/Button";
import { STORAGE_DEFAULTS } from "../../../shared/money/storage.ts";
import { usePlan } from "../../editing/plan-context.ts";
import { PlanNumber } from "../../fields/plan-number.tsx";
import { PlanText } from "../../fields/plan-text.tsx";
import { treeValue } from "../../fields/tree-value.ts";

const PATH = ["storage"] as const;

/** What the plan keeps on disks and sends out, for the quotes that charge it. */
export function StorageFields({ isFixed }: { readonly isFixed: boolean }) {
  const [{ tree }, editor] = usePlan();
  const field = (key: string, label: string) => ({ path: [...PATH, key], label });
  if (treeValue(tree, PATH) === undefined) {
    return (
      <p className="quote-money-none" data-place="storage">
        Nothing is kept or sent out by this plan.{" "}
        <Button disabled={isFixed} onClick={() => editor.edit({ op: "set", path: PATH, value: { months: 12 } })}>
          State storage
        </Button>
      </p>
    );
  }
  return (
    <section className="quote-money" aria-label="Storage" data-place="storage">
      <h3>Storage</h3>
      <div className="quote-fields-grid">
        <PlanNumber
          {...field("keptCheckpoints", "Checkpoints kept of a run")}
          optional
          placeholder={String(STORAGE_DEFAULTS.keptCheckpoints)}
        />
        <PlanNumber
          {...field("bytesPerParameter", "Bytes of a parameter")}
          optional
          placeholder={String(STORAGE_DEFAULTS.bytesPerParameter)}
        />
        <PlanNumber {...field("dataTB", "Data, logs and results")} unit="TB" optional placeholder="0" />
        <PlanNumber {...field("months", "Kept for")} unit="months" />
        <PlanNumber {...field("egressTB", "Sent out in all")} unit="TB" optional placeholder="0" />
        <PlanText {...field("source", "Source of the storage")} optional />
      </div>
      <div className="quote-fields-foot">
        <Button disabled={isFixed} onClick={() => editor.edit({ op: "remove", path: PATH })}>
          Take storage out
        </Button>
      </div>
    </section>
  );
}
