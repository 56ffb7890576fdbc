import { type ReactNode, useId } from "react";
import { Fault } from "../components/icons.tsx";
import "./field.css";

export interface FieldNames {
  readonly id: string;
  readonly describedBy: string | undefined;
  readonly invalid: boolean;
}

interface FieldFrameProps {
  readonly label: string;
  /** Shown to those who cannot see the field's surroundings only. */
  readonly hideLabel?: boolean;
  /** What the value is for, or where it comes from: one short sentence. */
  readonly help?: ReactNode;
  readonly unit?: ReactNode;
  /** What is wrong with the value; null when nothing is. */
  readonly fault?: string | null;
  /** The place of the document that the field changes, as `quotes[0].price`. */
  readonly place?: string;
  readonly children: (names: FieldNames) => ReactNode;
}

/** What stands around every field: its label, its unit, its help, and what is wrong with its value. */
export function FieldFrame({ label, hideLabel = false, help, unit, fault = null, place, children }: FieldFrameProps) {
  const id = useId();
  const described = [...(help === undefined ? [] : [`${id}-help`]), ...(fault === null ? [] : [`${id}-fault`])];
  return (
    <div className={fault === null ? "field" : "field field-wrong"} data-place={place}>
      <label htmlFor={id} className={hideLabel ? "visually-hidden" : undefined}>
        {label}
      </label>
      <div className="field-box">
        {children({
          id,
          describedBy: described.length === 0 ? undefined : described.join(" "),
          invalid: fault !== null,
        })}
        {unit !== undefined && <span className="field-unit">{unit}</span>}
      </div>
      {help !== undefined && (
        <p id={`${id}-help`} className="field-help">
          {help}
        </p>
      )}
      {fault !== null && (
        <p id={`${id}-fault`} className="field-fault">
          <Fault size={14} /> {fault}
        </p>
      )}
    </div>
  );
}
