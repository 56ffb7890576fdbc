import Button from "@mui/material/Button";
import type { DocumentPath } from "../../../../shared/plan/fault.ts";
import { usePlan } from "../../../editing/plan-context.ts";
import { FieldFrame } from "../../../fields/field-frame.tsx";
import { PlanNumber } from "../../../fields/plan-number.tsx";
import { PlanText } from "../../../fields/plan-text.tsx";
import { treeValue } from "../../../fields/tree-value.ts";

type Rate = "perCardHour" | "perNodeHour";

/** In what unit a centre counts what it grants, and how much of it a card-hour or a node-hour takes. */
export function AllocationFields({ path }: { readonly path: DocumentPath }) {
  const [{ tree, readOnly, isReadable }, editor] = usePlan();
  const isFixed = readOnly !== null || !isReadable;
  if (treeValue(tree, path) === undefined) {
    return (
      <div className="allocation">
        <Button
          disabled={isFixed}
          onClick={() => editor.edit({ op: "set", path, value: { unit: "card-hours", perCardHour: 1 } })}
        >
          Count in allocation units
        </Button>
      </div>
    );
  }
  const rate: Rate = treeValue(tree, [...path, "perNodeHour"]) === undefined ? "perCardHour" : "perNodeHour";
  return (
    <div className="allocation">
      <PlanText path={[...path, "unit"]} label="Allocation unit" placeholder="SU, node-hours, core-hours" />
      <div className="allocation-rate">
        <PlanNumber path={[...path, rate]} label="Units" />
        <FieldFrame label="for each">
          {({ id }) => (
            <select
              id={id}
              value={rate}
              disabled={isFixed}
              onChange={({ currentTarget: { value } }) => editor.edit({ op: "rename", path, from: rate, to: value })}
            >
              <option value="perCardHour">card-hour</option>
              <option value="perNodeHour">node-hour</option>
            </select>
          )}
        </FieldFrame>
      </div>
      <Button disabled={isFixed} onClick={() => editor.edit({ op: "remove", path })}>
        Take the allocation out
      </Button>
    </div>
  );
}
