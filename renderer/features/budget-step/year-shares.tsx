import { useState } from "react";
import { usePlan } from "../../editing/plan-context.ts";
import { faultAt, faultWords } from "../../fields/fault-at.ts";
import { FieldFrame } from "../../fields/field-frame.tsx";
import { treeItems } from "../../fields/tree-value.ts";
import { clusterName, scheduledShares } from "./scheduled-shares.ts";
import { readShares, sharesText } from "./shares.ts";

const PATH = ["budget", "computeLines", "shares"] as const;

/** Part of the work by grant year, typed in a row: "50, 30, 20". Empty spreads it evenly. */
export function YearShares({ years }: { readonly years: number }) {
  const [{ tree, faults, live, readOnly, isReadable }, editor] = usePlan();
  const [typed, setTyped] = useState<string | null>(null);
  const fault = faultAt(faults, PATH);
  const disabled = readOnly !== null || !isReadable;
  const schedules = (live?.schedules ?? []).filter(({ feasible }) => feasible);
  const text = sharesText(treeItems(tree, PATH));
  return (
    <>
      <FieldFrame
        label="Work by grant year"
        unit="%"
        place="budget.computeLines.shares"
        help={`${years} shares that add up to 100; empty: evenly`}
        fault={fault === null ? null : faultWords(fault)}
      >
        {({ id, describedBy, invalid }) => (
          <input
            id={id}
            inputMode="decimal"
            autoComplete="off"
            aria-describedby={describedBy}
            aria-invalid={invalid}
            value={typed ?? text}
            readOnly={disabled}
            placeholder="evenly"
            onBlur={() => setTyped(null)}
            onChange={({ currentTarget: { value } }) => {
              setTyped(value);
              const shares = readShares(value);
              editor.edit(
                shares.length === 0 ? { op: "remove", path: PATH } : { op: "set", path: PATH, value: shares },
                "budget.computeLines.shares",
              );
            }}
          />
        )}
      </FieldFrame>
      {schedules.length > 0 && (
        <FieldFrame label="Work by year as scheduled" help="Begun on the first day of the grant">
          {({ id, describedBy }) => (
            <select
              id={id}
              aria-describedby={describedBy}
              value=""
              disabled={disabled}
              onChange={({ currentTarget: { value } }) => {
                const chosen = schedules[Number(value)];
                if (value === "" || chosen === undefined) return;
                editor.edit({ op: "set", path: PATH, value: scheduledShares(chosen, years) });
              }}
            >
              <option value="">take over from a cluster</option>
              {schedules.map((timed, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: clusters are known by their place in the plan
                <option key={index} value={index}>
                  {`${clusterName(timed)}: ${sharesText(scheduledShares(timed, years))} %`}
                </option>
              ))}
            </select>
          )}
        </FieldFrame>
      )}
    </>
  );
}
