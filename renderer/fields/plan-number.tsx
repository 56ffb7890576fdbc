import { useState } from "react";
import { pathText } from "../../shared/plan/text/document-path.ts";
import { usePlan } from "../editing/plan-context.ts";
import { faultAt, faultWords } from "./fault-at.ts";
import { FieldFrame } from "./field-frame.tsx";
import type { PlanFieldProps } from "./plan-text.tsx";
import { emptied, fieldText, treeValue } from "./tree-value.ts";
import { shownNumber, typedNumber } from "./typed-number.ts";

interface PlanNumberProps extends PlanFieldProps {
  /** The field's unit is 10^`exponent` of the document's: −2 for per cent, 12 for 10¹² FLOP/s. */
  readonly exponent?: number;
}

/**
 * A number of the document. What is typed and no number yet stands in the document as it was typed, so that the plan has a
 * fault there, nothing is lost, and the figures stay those of the last valid plan.
 */
export function PlanNumber({ path, exponent = 0, optional = false, placeholder, within, ...frame }: PlanNumberProps) {
  const [{ tree, faults, readOnly, isReadable }, editor] = usePlan();
  const [typed, setTyped] = useState<string | null>(null);
  const value = treeValue(tree, path);
  const fault = faultAt(faults, path);
  const place = pathText(path);
  const asShown = typeof value === "number" ? shownNumber(value, exponent) : fieldText(value);
  // "1.50" stays as it was typed while it still means the document's number.
  const text = typed !== null && meaning(typed, exponent) === (value ?? "") ? typed : asShown;
  return (
    <FieldFrame {...frame} place={place} fault={fault === null ? null : faultWords(fault)}>
      {({ id, describedBy, invalid }) => (
        <input
          id={id}
          className="field-number"
          inputMode="decimal"
          autoComplete="off"
          aria-describedby={describedBy}
          aria-invalid={invalid}
          value={text}
          readOnly={readOnly !== null || !isReadable}
          placeholder={placeholder}
          onBlur={() => setTyped(null)}
          onChange={({ currentTarget }) => {
            const entered = currentTarget.value;
            setTyped(entered);
            editor.edit(
              entered === "" && optional
                ? { op: "remove", path: emptied(tree, path, within) }
                : { op: "set", path, value: meaning(entered, exponent) },
              place,
            );
          }}
        />
      )}
    </FieldFrame>
  );
}

const meaning = (text: string, exponent: number): number | string => typedNumber(text, exponent) ?? text;
