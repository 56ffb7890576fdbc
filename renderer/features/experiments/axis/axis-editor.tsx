import ToggleButton from "@mui/material/ToggleButton";
import ToggleButtonGroup from "@mui/material/ToggleButtonGroup";
import { type ClipboardEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import type { PlainValue } from "../../../../shared/plan/edit/plan-edit.ts";
import { pathText } from "../../../../shared/plan/text/document-path.ts";
import { usePlan } from "../../../editing/plan-context.ts";
import { PlanNumber } from "../../../fields/plan-number.tsx";
import { treeItems, treeValue } from "../../../fields/tree-value.ts";
import { plain, renameAxis } from "../edits.ts";
import { axisCount, countOf } from "../sweep/run-count.ts";
import { useEditable } from "../use-editable.ts";
import { axisTitle, headSizeFor, scaled } from "./axis-face.ts";
import { type AxisForm, axisForm, formsOf, formWords } from "./axis-form.ts";
import { AxisMenu } from "./axis-menu.tsx";
import { type AxisProps, countOrWords } from "./axis-row.tsx";
import { LikelyEditor } from "./likely-editor.tsx";
import { NamePicker } from "./name-picker.tsx";
import { RangeEditor } from "./range-editor.tsx";
import { TableEditor } from "./table-editor.tsx";
import { scalarText, typedList } from "./typed-values.ts";
import { ValuesEditor } from "./values-editor.tsx";
import { VariantsEditor } from "./variants-editor.tsx";
import "./forms.css";

interface AxisEditorProps extends AxisProps {
  readonly onClose: () => void;
  readonly onRename: (name: string) => void;
  readonly onMove: (by: number) => void;
}

/** An axis that is edited: its name, the form in which it is written, and what the form asks for. */
export function AxisEditor({ axesPath, name, names, value, model, onClose, onRename, onMove }: AxisEditorProps) {
  const [{ tree, faults }, editor] = usePlan();
  const isEditable = useEditable();
  const path = [...axesPath, name];
  const place = pathText(path);
  const stands = axisForm(value);
  const [chosen, setChosen] = useState<Chosen | null>(() => firstForm(value, name));
  /** What each form had when another was looked at. */
  const kept = useRef<Partial<Record<AxisForm, PlainValue>>>({});
  const [rangeText, setRangeText] = useState<string | null>(null);
  const opened = useRef({ value, range: sharedRange(tree, value) });
  const root = useRef<HTMLDivElement>(null);
  const forms = formsOf(name, value);
  const form = chosen !== null && forms.includes(chosen.form) && stillFits(chosen, value) ? chosen.form : stands;
  const count = axisCount(tree, value);
  const size = headSizeFor(name, model, names);

  useEffect(() => {
    // Forms without a field that takes the focus by itself.
    const isInside = root.current?.contains(document.activeElement) === true;
    if (!isInside) root.current?.querySelector<HTMLElement>(".axis-form input, .axis-form select")?.focus();
  }, []);

  const choose = (to: AxisForm) => {
    if (to === form) return;
    if (form === stands || !isList(form)) kept.current[form] = plain(value);
    // Values and a range are two views of one list.
    const isSame = isList(form) && isList(to) && Array.isArray(value);
    const next = isSame ? undefined : (kept.current[to] ?? valueFor(to, value, tree));
    setChosen({ form: to, at: next ?? value });
    if (next !== undefined) editor.edit({ op: "set", path, value: next });
  };

  const press = (event: KeyboardEvent) => {
    if (event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown"))
      onMove(event.key === "ArrowUp" ? -1 : 1);
    else if (event.key === "Escape") {
      const before = opened.current;
      const range = sharedRange(tree, before.value);
      const isChanged = JSON.stringify([before.value, before.range]) !== JSON.stringify([value, range]);
      if (isChanged && isEditable) {
        setChosen(firstForm(before.value, name));
        setRangeText(null);
        kept.current = {};
        editor.edit([
          { op: "set", path, value: plain(before.value) },
          ...(before.range === null
            ? []
            : [{ op: "set" as const, path: ["variables", before.range.variable], value: plain(before.range.value) }]),
        ]);
      } else onClose();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const paste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData("text/plain");
    if (event.defaultPrevented || !isEditable || form === "values" || form === "variants" || form === "table") return;
    if (
      !/\S[\r\n\t]+\S/.test(text) ||
      (event.target instanceof HTMLElement && event.target.closest(".axis-values-form") === null)
    )
      return;
    event.preventDefault();
    kept.current[form] = plain(value);
    setChosen({ form: "values", at: value });
    editor.edit({ op: "set", path, value: typedList(text, name) });
  };

  const own = faults.find((fault) => fault.path === place || (form === "values" && fault.path.startsWith(`${place}[`)));
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the fields in it
    <div ref={root} className="axis-editor" data-place={place} onKeyDown={press} onPaste={paste}>
      <div className="axis-editor-name">
        <NamePicker
          key={name}
          label="Name of the axis"
          name={name}
          taken={names.filter((other) => other !== name)}
          isReadOnly={!isEditable}
          onPick={(to) => {
            editor.edit(renameAxis(tree, axesPath, name, to));
            onRename(to);
          }}
        />
        <p className="field-help">
          {name.includes(".")
            ? `Sets ${axisTitle(name)}.`
            : form === "variants"
              ? "Sets several fields together."
              : "Counts runs and sets nothing."}
        </p>
      </div>
      <div className="axis-form">
        <ToggleButtonGroup
          value={form}
          aria-label={`How ${name} is written`}
          disabled={!isEditable}
          onChange={(_, to: AxisForm | null) => {
            if (to !== null) choose(to);
          }}
        >
          {forms.map((one) => (
            <ToggleButton key={one} value={one}>
              {formWords[one]}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
        <div className="axis-values-form">
          {form === "values" && <ValuesEditor path={path} name={name} value={value} onDone={onClose} />}
          {form === "range" && (
            <RangeEditor path={path} name={name} value={value} kept={rangeText} onKeep={setRangeText} />
          )}
          {form === "count" && (
            <div className="count-form">
              <PlanNumber path={path} label="How many" />
            </div>
          )}
          {form === "likely" && <LikelyEditor path={path} words={name} value={value} />}
          {form === "variants" && <VariantsEditor path={path} name={name} value={value} />}
          {form === "table" && <TableEditor axesPath={axesPath} name={name} names={names} />}
        </div>
        {size !== null && Array.isArray(value) && (
          <p className="field-help tabular">
            Width = heads × {size}:{" "}
            {value
              .slice(0, 40)
              .map((one) => scaled(one, size))
              .join("  ")}
          </p>
        )}
        {own !== undefined && form !== "count" && form !== "variants" && (
          <p className="field-fault">
            {own.message}. {own.path === place ? "" : `${own.value ?? ""}: `}Allowed: {own.allowed}.
          </p>
        )}
      </div>
      <strong className="axis-count tabular">{countOrWords(value, count)}</strong>
      <div className="axis-editor-actions">
        {isEditable && <AxisMenu axesPath={axesPath} name={name} names={names} value={value} onMove={onMove} />}
        <button type="button" className="text-button" onClick={onClose}>
          Done
        </button>
      </div>
    </div>
  );
}

/** The variable that an axis uses, which is edited with it; null where it uses none. */
function sharedRange(tree: unknown, value: unknown): { readonly variable: string; readonly value: unknown } | null {
  const use = treeValue(value, ["use"]);
  return typeof use === "string" ? { variable: use, value: treeValue(tree, ["variables", use]) } : null;
}

/** A form that somebody chose, and the axis as it stood then. */
interface Chosen {
  readonly form: AxisForm;
  readonly at: unknown;
}

const isList = (form: AxisForm): boolean => form === "values" || form === "range";

/** The form in which an axis is opened: a count of one that was just made waits for values. */
function firstForm(value: unknown, name: string): Chosen | null {
  return value === 1 && !name.includes(".") ? { form: "values", at: value } : null;
}

/** Whether the document still has what the form was chosen for, or what the form has made of it; an undo may have changed it. */
function stillFits({ form, at }: Chosen, value: unknown): boolean {
  if (JSON.stringify(at) === JSON.stringify(value)) return true;
  const stands = axisForm(value);
  if (form === "values" || form === "variants") return Array.isArray(value);
  if (form === "range") return Array.isArray(value) || typeof value === "string";
  return form === "count" ? typeof value === "number" || typeof value === "string" : stands === form;
}

/** What an axis becomes in a form that it did not have before; undefined where the form waits for what is typed. */
function valueFor(form: AxisForm, value: unknown, tree: unknown): PlainValue | undefined {
  const count = Array.isArray(value) ? value.length : (countOf(tree, value)?.likely ?? 1);
  switch (form) {
    case "count":
      return count;
    case "likely": {
      const use = treeValue(value, ["use"]);
      return use === undefined ? { low: count, likely: count, high: count } : undefined;
    }
    case "variants":
      return Array.isArray(value) && value.length > 0
        ? treeItems(value, []).map((one) => ({ label: scalarText(treeValue(one, ["label"]) ?? one) }))
        : undefined;
    case "values":
      return Array.isArray(value) && value.some((one) => typeof one === "object")
        ? value.map((row) => scalarText(treeValue(row, ["label"]) ?? ""))
        : undefined;
    default:
      return undefined;
  }
}
