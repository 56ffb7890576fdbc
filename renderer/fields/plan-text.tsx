import type { ReactNode } from "react";
import type { DocumentPath } from "../../shared/plan/fault.ts";
import { pathText } from "../../shared/plan/text/document-path.ts";
import { usePlan } from "../editing/plan-context.ts";
import { faultAt, faultWords } from "./fault-at.ts";
import { FieldFrame } from "./field-frame.tsx";
import { emptied, fieldText, treeValue } from "./tree-value.ts";

export interface PlanFieldProps {
  readonly path: DocumentPath;
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly help?: ReactNode;
  readonly unit?: ReactNode;
  readonly placeholder?: string;
  /** Whether the plan may do without it: an empty field then has no key. */
  readonly optional?: boolean;
  /** The object that goes, too, when an optional field is emptied and was all that stood in it: `["overhead"]`. */
  readonly within?: DocumentPath;
}

interface PlanTextProps extends PlanFieldProps {
  readonly multiline?: boolean;
  readonly type?: "text" | "date" | "url";
}

/** A text of the document. */
export function PlanText({
  path,
  optional = false,
  multiline = false,
  type = "text",
  placeholder,
  within,
  ...frame
}: PlanTextProps) {
  const [{ tree, faults, readOnly, isReadable }, editor] = usePlan();
  const fault = faultAt(faults, path);
  const place = pathText(path);
  const change = (text: string) =>
    editor.edit(
      text === "" && optional ? { op: "remove", path: emptied(tree, path, within) } : { op: "set", path, value: text },
      place,
    );
  return (
    <FieldFrame {...frame} place={place} fault={fault === null ? null : faultWords(fault)}>
      {({ id, describedBy, invalid }) => {
        const common = {
          id,
          "aria-describedby": describedBy,
          "aria-invalid": invalid,
          value: fieldText(treeValue(tree, path)),
          readOnly: readOnly !== null || !isReadable,
          placeholder,
        };
        return multiline ? (
          <textarea {...common} rows={2} onChange={({ currentTarget }) => change(currentTarget.value)} />
        ) : (
          <input {...common} type={type} onChange={({ currentTarget }) => change(currentTarget.value)} />
        );
      }}
    </FieldFrame>
  );
}
