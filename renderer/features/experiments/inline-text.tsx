import type { DocumentPath } from "../../../shared/plan/fault.ts";
import { pathText } from "../../../shared/plan/text/document-path.ts";
import { usePlan } from "../../editing/plan-context.ts";
import { faultAt, faultWords } from "../../fields/fault-at.ts";
import { fieldText, treeValue } from "../../fields/tree-value.ts";
import type { Edits } from "./edits.ts";
import { useEditable } from "./use-editable.ts";

interface InlineTextProps {
  readonly path: DocumentPath;
  readonly label: string;
  readonly placeholder?: string;
  readonly className: string;
  /** The changes that a text makes; by default it is set, and taken out when it is empty. */
  readonly edits?: (text: string) => Edits;
}

/** A text that is edited where it is read: a title. */
export function InlineText({ path, label, placeholder, className, edits }: InlineTextProps) {
  const [{ tree, faults }, editor] = usePlan();
  const isEditable = useEditable();
  const place = pathText(path);
  const fault = faultAt(faults, path);
  return (
    <input
      className={`inline-text ${className}`}
      data-place={place}
      aria-label={label}
      aria-invalid={fault !== null}
      title={fault === null ? undefined : faultWords(fault)}
      autoComplete="off"
      value={fieldText(treeValue(tree, path))}
      placeholder={placeholder}
      readOnly={!isEditable}
      onChange={({ currentTarget: { value } }) =>
        editor.edit(edits?.(value) ?? (value === "" ? { op: "remove", path } : { op: "set", path, value }), place)
      }
    />
  );
}
