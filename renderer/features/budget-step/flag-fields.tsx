import type { FunderLayout } from "../../../shared/money/budget/funder-layout.ts";
import type { DocumentPath } from "../../../shared/plan/fault.ts";
import { usePlan } from "../../editing/plan-context.ts";
import { PlanNumber } from "../../fields/plan-number.tsx";
import { PlanSelect } from "../../fields/plan-select.tsx";
import { PlanText } from "../../fields/plan-text.tsx";
import { treeValue } from "../../fields/tree-value.ts";

interface FlagFieldsProps {
  /** The line, or the settings of lines that are made. */
  readonly path: DocumentPath;
  readonly layout: FunderLayout | null;
}

const yesOrNo = [
  { value: true, label: "yes" },
  { value: false, label: "no" },
];

/** What a line says where it differs from its category and the layout. */
export function FlagFields({ path, layout }: FlagFieldsProps) {
  const [{ tree, readOnly, isReadable }, editor] = usePlan();
  const shared = [...path, "costShare"];
  const isShared = treeValue(tree, shared) !== undefined;
  return (
    <>
      <PlanSelect
        path={[...path, "funderCode"]}
        label="Heading"
        none="that of its category"
        options={(layout?.headings ?? []).map(({ code, title }) => ({ value: code, label: `${code} ${title}` }))}
      />
      <PlanSelect
        path={[...path, "inIndirectBase"]}
        label="In the indirect base"
        none="as the layout says"
        options={yesOrNo}
      />
      <PlanNumber
        path={[...path, "indirectRate"]}
        label="Indirect rate of its own"
        unit="%"
        exponent={-2}
        placeholder="the budget’s"
        optional
      />
      <PlanSelect path={[...path, "taxed"]} label="Taxed" none="as its category" options={yesOrNo} />
      <PlanSelect path={[...path, "escalated"]} label="Price rises yearly" none="as its category" options={yesOrNo} />
      <PlanSelect path={[...path, "capital"]} label="Capital equipment" none="by its price" options={yesOrNo} />
      <label className="budget-check">
        <input
          type="checkbox"
          checked={isShared}
          disabled={readOnly !== null || !isReadable}
          onChange={() =>
            editor.edit(
              isShared
                ? { op: "remove", path: shared }
                : { op: "set", path: shared, value: { share: 0.5, bearer: "internal" } },
            )
          }
        />
        Others bear a part
      </label>
      {isShared && (
        <>
          <PlanNumber path={[...shared, "share"]} label="Part that others bear" unit="%" exponent={-2} />
          <PlanSelect
            path={[...shared, "bearer"]}
            label="Who bears it"
            options={[
              { value: "internal", label: "our organisation" },
              { value: "external", label: "others" },
            ]}
          />
          <PlanText path={[...shared, "source"]} label="From which source" optional />
        </>
      )}
    </>
  );
}
