import { useLayoutEffect, useRef, useState } from "react";
import type { DocumentPath } from "../../../../shared/plan/fault.ts";
import { words } from "../../../../shared/plan/faults/field-words.ts";
import { fieldNamed, fieldNames } from "../../../../shared/plan/fields.ts";
import { pathText } from "../../../../shared/plan/text/document-path.ts";
import { Close, Plus } from "../../../components/icons.tsx";
import { usePlan } from "../../../editing/plan-context.ts";
import { faultAt, faultWords } from "../../../fields/fault-at.ts";
import { treeEntries, treeValue } from "../../../fields/tree-value.ts";
import { type Edits, plain } from "../edits.ts";
import { useEditable } from "../use-editable.ts";
import { scalarText, typedScalar } from "./typed-values.ts";

interface VariantsEditorProps {
  readonly path: DocumentPath;
  readonly name: string;
  readonly value: unknown;
}

/** Named settings of several fields, as a small table: a row is a setting, a column a field. */
export function VariantsEditor({ path, name, value }: VariantsEditorProps) {
  const [{ faults }, editor] = usePlan();
  const isEditable = useEditable();
  const rows: readonly unknown[] = Array.isArray(value) ? value : [];
  const isTable = rows.length > 0 && rows.every((row) => typeof row === "object" && row !== null);
  const shown = isTable ? rows : [];
  // A column that was added has no values yet: it is remembered here until it has.
  const [added, setAdded] = useState<readonly string[]>([]);
  const stated = [...new Set(shown.flatMap((row) => treeEntries(row, []).map(([key]) => key)))];
  const columns = [...new Set([...stated, ...added])].filter((key) => key !== "label");
  const table = useRef<HTMLTableElement>(null);
  const wantsRow = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (wantsRow.current === null) return;
    table.current?.querySelectorAll("tbody tr")[wantsRow.current]?.querySelector("input")?.focus();
    wantsRow.current = null;
  });

  const addRow = () => {
    const label = `Variant ${shown.length + 1}`;
    wantsRow.current = shown.length;
    const row = {
      label,
      ...Object.fromEntries(columns.map((column) => [column, plain(treeValue(shown.at(-1), [column]) ?? "")])),
    };
    editor.edit(
      shown.length === 0 ? { op: "set", path, value: [row] } : { op: "insert", path, at: shown.length, value: row },
    );
  };
  const removeColumn = (column: string) => {
    setAdded(added.filter((one) => one !== column));
    const edits: Edits = shown.flatMap((row, index) =>
      treeValue(row, [column]) === undefined ? [] : [{ op: "remove" as const, path: [...path, index, column] }],
    );
    if (edits.length > 0) editor.edit(edits);
  };
  const missing = fieldNames.filter((field) => !columns.includes(field));
  const fault = faults.find((one) => one.path.startsWith(pathText(path)));
  return (
    <div className="variants">
      <div className="variants-scroll">
        <table ref={table}>
          <caption className="visually-hidden">Variants of {name}</caption>
          <thead>
            <tr>
              <th scope="col">label</th>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {words(column)}
                  {isEditable && (
                    <button
                      type="button"
                      className="icon-button"
                      aria-label={`Remove the column ${words(column)}`}
                      title="Remove the column"
                      onClick={() => removeColumn(column)}
                    >
                      <Close size={10} />
                    </button>
                  )}
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {shown.map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other identity while their labels are typed
              <tr key={index}>
                <th scope="row">
                  <Cell
                    path={[...path, index, "label"]}
                    label={`Label of row ${index + 1}`}
                    value={treeValue(row, ["label"])}
                    name={null}
                    onEnter={addRow}
                  />
                </th>
                {columns.map((column) => (
                  <td key={column}>
                    <Cell
                      path={[...path, index, column]}
                      label={`${words(column)} of ${scalarText(treeValue(row, ["label"]) ?? index + 1)}`}
                      value={treeValue(row, [column])}
                      name={column}
                      onEnter={addRow}
                    />
                  </td>
                ))}
                <td>
                  {isEditable && (
                    <button
                      type="button"
                      className="icon-button"
                      aria-label={`Remove row ${index + 1}`}
                      title="Remove the row"
                      onClick={() => editor.edit({ op: "remove", path: [...path, index] })}
                    >
                      <Close size={10} />
                    </button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {fault !== undefined && <p className="field-fault">{faultWords(fault)}</p>}
      {isEditable && (
        <div className="variants-add">
          <button type="button" className="text-button" onClick={addRow}>
            <Plus size={14} /> Row
          </button>
          <label>
            <span className="visually-hidden">Add a column</span>
            <select
              value=""
              onChange={({ currentTarget }) => {
                if (currentTarget.value !== "") setAdded([...added, currentTarget.value]);
              }}
            >
              <option value="">+ Column</option>
              {missing.map((field) => (
                <option key={field} value={field}>
                  {fieldNamed(field)?.group}: {words(field)}
                </option>
              ))}
            </select>
          </label>
        </div>
      )}
    </div>
  );
}

interface CellProps {
  readonly path: DocumentPath;
  readonly label: string;
  readonly value: unknown;
  /** The bare name of the field; null for the label, which is a text. */
  readonly name: string | null;
  readonly onEnter: () => void;
}

function Cell({ path, label, value, name, onEnter }: CellProps) {
  const [{ faults }, editor] = usePlan();
  const isEditable = useEditable();
  const [typed, setTyped] = useState<string | null>(null);
  const field = name === null ? undefined : fieldNamed(name);
  const meaning = (text: string) =>
    name === null ? text : typedScalar(text, field === undefined ? name : `${field.group}.${name}`);
  const text = typed !== null && meaning(typed) === value ? typed : value === undefined ? "" : scalarText(value);
  const fault = faultAt(faults, path);
  return (
    <input
      className="variants-cell"
      aria-label={label}
      aria-invalid={fault !== null}
      title={fault === null ? undefined : faultWords(fault)}
      data-place={pathText(path)}
      autoComplete="off"
      readOnly={!isEditable}
      value={text}
      onBlur={() => setTyped(null)}
      onChange={({ currentTarget }) => {
        const entered = currentTarget.value;
        setTyped(entered);
        editor.edit(
          entered === "" && name !== null ? { op: "remove", path } : { op: "set", path, value: meaning(entered) },
          pathText(path),
        );
      }}
      onKeyDown={(event) => {
        if (event.key !== "Enter" || !isEditable) return;
        event.preventDefault();
        onEnter();
      }}
    />
  );
}
