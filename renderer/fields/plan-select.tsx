import { pathText } from "../../shared/plan/text/document-path.ts";
import { usePlan } from "../editing/plan-context.ts";
import { faultAt, faultWords } from "./fault-at.ts";
import { FieldFrame } from "./field-frame.tsx";
import type { PlanFieldProps } from "./plan-text.tsx";
import { fieldText, treeValue } from "./tree-value.ts";

export interface SelectOption {
  /** As the document has it. */
  readonly value: string | number | boolean;
  readonly label: string;
}

interface PlanSelectProps extends Omit<PlanFieldProps, "placeholder"> {
  readonly options: readonly SelectOption[];
  /** What no value means, as "not stated (USD)"; given for an optional field. */
  readonly none?: string;
}

/** One of a few values of the document. A value that is none of them stays, and is shown as it stands. */
export function PlanSelect({ path, options, none, ...frame }: PlanSelectProps) {
  const [{ tree, faults, readOnly, isReadable }, editor] = usePlan();
  const value = treeValue(tree, path);
  const fault = faultAt(faults, path);
  const place = pathText(path);
  const isKnown = value === undefined ? none !== undefined : options.some((option) => option.value === value);
  return (
    <FieldFrame {...frame} place={place} fault={fault === null ? null : faultWords(fault)}>
      {({ id, describedBy, invalid }) => (
        <select
          id={id}
          aria-describedby={describedBy}
          aria-invalid={invalid}
          disabled={readOnly !== null || !isReadable}
          value={fieldText(value)}
          onChange={({ currentTarget }) => {
            const chosen = options.find((option) => String(option.value) === currentTarget.value);
            editor.edit(chosen === undefined ? { op: "remove", path } : { op: "set", path, value: chosen.value });
          }}
        >
          {none !== undefined && <option value="">{none}</option>}
          {!isKnown && <option value={fieldText(value)}>{fieldText(value) || "choose"}</option>}
          {options.map((option) => (
            <option key={String(option.value)} value={String(option.value)}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  );
}
