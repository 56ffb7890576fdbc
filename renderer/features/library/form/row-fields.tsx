import ToggleButton from "@mui/material/ToggleButton";
import ToggleButtonGroup from "@mui/material/ToggleButtonGroup";
import { FieldFrame } from "../../../fields/field-frame.tsx";
import { type Draft, type Field, isRangeDraft, partsOf, withForm, YES } from "./draft.ts";
import { FileField } from "./file-field.tsx";

interface RowFieldsProps {
  readonly fields: readonly Field[];
  readonly draft: Draft;
  readonly faults: ReadonlyMap<string, string>;
  readonly onChange: (draft: Draft) => void;
}

/** The fields of a row's form, each with what is wrong with it. */
export function RowFields({ fields, draft, faults, onChange }: RowFieldsProps) {
  const asked = fields.filter(({ when }) => when?.(draft) !== false);
  return asked.map((field) =>
    field.kind === "quantity" ? (
      <QuantityField key={field.path} field={field} draft={draft} faults={faults} onChange={onChange} />
    ) : (
      <OneField
        key={field.path}
        field={field}
        text={draft[field.path] ?? ""}
        fault={faults.get(field.path) ?? null}
        onChange={(text) => onChange({ ...draft, [field.path]: text })}
      />
    ),
  );
}

interface OneFieldProps {
  readonly field: Field;
  readonly text: string;
  readonly fault: string | null;
  readonly onChange: (text: string) => void;
}

function OneField({ field, text, fault, onChange }: OneFieldProps) {
  const { kind, label, unit, help, placeholder, options = [], none } = field;
  return (
    <FieldFrame label={label} unit={unit} help={help} fault={fault}>
      {({ id, describedBy, invalid }) => {
        const common = { id, "aria-describedby": describedBy, "aria-invalid": invalid, value: text };
        if (kind === "select") {
          return (
            <select {...common} onChange={({ currentTarget }) => onChange(currentTarget.value)}>
              {none !== undefined && <option value="">{none}</option>}
              {text !== "" && !options.some(({ value }) => value === text) && <option value={text}>{text}</option>}
              {options.map((option) => (
                <option key={option.value} value={option.value}>
                  {option.label}
                </option>
              ))}
            </select>
          );
        }
        if (kind === "file") {
          return <FileField id={id} describedBy={describedBy} label={label} text={text} onChange={onChange} />;
        }
        if (kind === "yesNo") {
          return (
            <input
              id={id}
              aria-describedby={describedBy}
              type="checkbox"
              checked={text === YES}
              onChange={({ currentTarget }) => onChange(currentTarget.checked ? YES : "")}
            />
          );
        }
        if (kind === "longText") {
          return (
            <textarea
              {...common}
              rows={2}
              placeholder={placeholder}
              onChange={({ currentTarget }) => onChange(currentTarget.value)}
            />
          );
        }
        const isNumber = kind === "number" || kind === "quantity";
        return (
          <input
            {...common}
            className={isNumber ? "field-number" : undefined}
            inputMode={isNumber ? "decimal" : undefined}
            autoComplete="off"
            placeholder={placeholder}
            onChange={({ currentTarget }) => onChange(currentTarget.value)}
          />
        );
      }}
    </FieldFrame>
  );
}

interface QuantityFieldProps extends Omit<RowFieldsProps, "fields"> {
  readonly field: Field;
}

/** A number that may be in doubt: one value, or low, likely and high. */
function QuantityField({ field, draft, faults, onChange }: QuantityFieldProps) {
  const { help, ...plain } = field;
  const { path, label } = plain;
  const isRange = isRangeDraft(draft, path);
  const one = (key: string, title: string, fault: string | null) => (
    <OneField
      key={key}
      field={{ ...plain, label: title }}
      text={draft[key] ?? ""}
      fault={fault}
      onChange={(text) => onChange({ ...draft, [key]: text })}
    />
  );
  return (
    <fieldset className="field-quantity" aria-label={label}>
      <div className="field-quantity-head">
        <span>{isRange ? label : ""}</span>
        <ToggleButtonGroup
          value={isRange ? "range" : "number"}
          aria-label={`How ${label} is stated`}
          onChange={(_, form: "number" | "range" | null) => {
            if (form !== null) onChange(withForm(draft, path, form));
          }}
        >
          <ToggleButton value="number">Value</ToggleButton>
          <ToggleButton value="range">Low / likely / high</ToggleButton>
        </ToggleButtonGroup>
      </div>
      {isRange ? (
        <div className="field-quantity-range">
          {partsOf(path).map((key) => one(key, key.slice(path.length + 1), faults.get(key) ?? null))}
        </div>
      ) : (
        one(path, label, faults.get(path) ?? null)
      )}
      {isRange && faults.has(path) && <p className="field-fault">{faults.get(path)}</p>}
      {help !== undefined && <p className="field-help">{help}</p>}
    </fieldset>
  );
}
