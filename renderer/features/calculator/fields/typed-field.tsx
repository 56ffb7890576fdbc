import type { ReactNode } from "react";
import { FieldFrame } from "../../../fields/field-frame.tsx";

interface TypedFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly fault: string | null;
  readonly unit?: ReactNode;
  readonly help?: ReactNode;
  readonly placeholder?: string;
}

/** A number as it is typed: 12.9M, 1,000,000 or 3.5e14, with what is wrong beside it. */
export function TypedField({ value, onChange, placeholder, ...frame }: TypedFieldProps) {
  return (
    <FieldFrame {...frame}>
      {({ id, describedBy, invalid }) => (
        <input
          id={id}
          className="field-number"
          inputMode="decimal"
          autoComplete="off"
          aria-describedby={describedBy}
          aria-invalid={invalid}
          value={value}
          placeholder={placeholder}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
        />
      )}
    </FieldFrame>
  );
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

interface ChoiceFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly options: readonly Choice[];
  /** Options under a heading of their own, after the others. */
  readonly groups?: readonly { readonly title: string; readonly options: readonly Choice[] }[];
  readonly help?: ReactNode;
}

/** One of several values. */
export function ChoiceField({ value, onChange, options, groups = [], ...frame }: ChoiceFieldProps) {
  return (
    <FieldFrame {...frame}>
      {({ id, describedBy }) => (
        <select
          id={id}
          aria-describedby={describedBy}
          value={value}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
        >
          {options.map(optionOf)}
          {groups.map(({ title, options: members }) => (
            <optgroup key={title} label={title}>
              {members.map(optionOf)}
            </optgroup>
          ))}
        </select>
      )}
    </FieldFrame>
  );
}

const optionOf = ({ value, label }: Choice) => (
  <option key={value} value={value}>
    {label}
  </option>
);

interface CheckFieldProps {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

export function CheckField({ label, checked, onChange }: CheckFieldProps) {
  return (
    <label className="calculator-check">
      <input type="checkbox" checked={checked} onChange={({ currentTarget }) => onChange(currentTarget.checked)} />
      {label}
    </label>
  );
}
