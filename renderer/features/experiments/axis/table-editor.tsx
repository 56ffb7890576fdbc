import type { DocumentPath } from "../../../../shared/plan/fault.ts";
import { pathText } from "../../../../shared/plan/text/document-path.ts";
import { usePlan } from "../../../editing/plan-context.ts";
import { faultAt, faultWords } from "../../../fields/fault-at.ts";
import { PlanNumber } from "../../../fields/plan-number.tsx";
import { PlanQuantity } from "../../../fields/plan-quantity.tsx";
import { PlanSelect } from "../../../fields/plan-select.tsx";
import { treeItems, treeValue } from "../../../fields/tree-value.ts";
import { axisTitle } from "./axis-face.ts";
import { scalarText } from "./typed-values.ts";

/** As many values as are listed; the others have the count of the rest. */
const MOST_ROWS = 100;

interface TableEditorProps {
  readonly axesPath: DocumentPath;
  readonly name: string;
  readonly names: readonly string[];
}

/** A count for each value of another axis, and one for the rest. */
export function TableEditor({ axesPath, name, names }: TableEditorProps) {
  const [{ tree, faults }] = usePlan();
  const path = [...axesPath, name];
  const by = String(treeValue(tree, [...path, "by"]) ?? "");
  const listed = names.filter((other) => other !== name && treeItems(tree, [...axesPath, other]).length > 0);
  const keys = treeItems(tree, [...axesPath, by]).map((value) => scalarText(treeValue(value, ["label"]) ?? value));
  const fault = faultAt(faults, [...path, "counts"]);
  return (
    <div className="count-table" data-place={pathText(path)}>
      <div className="field-columns">
        <PlanSelect
          path={[...path, "by"]}
          label="Depends on"
          options={listed.map((value) => ({ value, label: axisTitle(value) }))}
        />
        <PlanQuantity path={[...path, "otherwise"]} label="Count for the rest" optional placeholder="none" />
      </div>
      <div className="count-table-rows">
        {keys.slice(0, MOST_ROWS).map((key) => {
          const own = treeValue(tree, [...path, "counts", key]);
          const place = [...path, "counts", key];
          return typeof own === "object" && own !== null ? (
            <PlanQuantity key={key} path={place} label={key} optional />
          ) : (
            <PlanNumber key={key} path={place} label={key} optional placeholder="the rest" />
          );
        })}
      </div>
      {keys.length > MOST_ROWS && (
        <p className="field-help">
          The first {MOST_ROWS} of {keys.length} values; edit the others in the text.
        </p>
      )}
      {fault !== null && <p className="field-fault">{faultWords(fault)}</p>}
    </div>
  );
}
