import ToggleButton from "@mui/material/ToggleButton";
import ToggleButtonGroup from "@mui/material/ToggleButtonGroup";
import { pathText } from "../../shared/plan/text/document-path.ts";
import { usePlan } from "../editing/plan-context.ts";
import { PlanNumber } from "./plan-number.tsx";
import type { PlanFieldProps } from "./plan-text.tsx";
import { treeValue } from "./tree-value.ts";

interface PlanQuantityProps extends PlanFieldProps {
  readonly exponent?: number;
}

type Form = "value" | "range" | "shared";

/** A number of the document that may be in doubt: one value, or low, likely and high; or a variable that the plan shares. */
export function PlanQuantity({ path, label, hideLabel, help, ...number }: PlanQuantityProps) {
  const [{ tree, readOnly, isReadable }, editor] = usePlan();
  const value = treeValue(tree, path);
  const form = formOf(value);
  const variable = form === "shared" ? String(treeValue(value, ["use"])) : null;
  const home = variable === null ? path : ["variables", variable];
  const isRange = variable !== null || form === "range";
  const choose = (to: "value" | "range") => {
    if (to === form) return;
    const stated = treeValue(tree, [...home, "likely"]) ?? value;
    const likely = typeof stated === "number" || typeof stated === "string" ? stated : "";
    editor.edit({ op: "set", path, value: to === "value" ? likely : { low: likely, likely, high: likely } });
  };
  return (
    <fieldset className="field-quantity" data-place={pathText(path)} aria-label={label}>
      <div className="field-quantity-head">
        <span>{hideLabel === true ? "" : label}</span>
        <ToggleButtonGroup
          value={isRange ? "range" : "value"}
          aria-label={`How ${label} is stated`}
          disabled={readOnly !== null || !isReadable || variable !== null}
          onChange={(_, to: "value" | "range" | null) => {
            if (to !== null) choose(to);
          }}
        >
          <ToggleButton value="value">Value</ToggleButton>
          <ToggleButton value="range">Low / likely / high</ToggleButton>
        </ToggleButtonGroup>
      </div>
      {isRange ? (
        <div className="field-quantity-range">
          {(["low", "likely", "high"] as const).map((part) => (
            <PlanNumber key={part} {...number} path={[...home, part]} label={part} optional={false} />
          ))}
        </div>
      ) : (
        <PlanNumber {...number} path={path} label={label} hideLabel help={undefined} />
      )}
      {variable !== null && (
        <p className="field-help">One draw for all that use {variable}: a change here changes all.</p>
      )}
      {help !== undefined && <p className="field-help">{help}</p>}
    </fieldset>
  );
}

function formOf(value: unknown): Form {
  if (typeof value !== "object" || value === null) return "value";
  return Object.hasOwn(value, "use") ? "shared" : "range";
}
