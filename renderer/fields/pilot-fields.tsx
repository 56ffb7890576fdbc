import type { DocumentPath } from "../../shared/plan/fault.ts";
import { usePlan } from "../editing/plan-context.ts";
import { FieldFrame } from "./field-frame.tsx";
import { PlanNumber } from "./plan-number.tsx";
import { PlanQuantity } from "./plan-quantity.tsx";
import { PlanText } from "./plan-text.tsx";
import { treeValue } from "./tree-value.ts";
import "./pilot-fields.css";

/** What a pilot run was measured at, with its cards, its day and its code: the object at `path`. */
export function PilotFields({ path }: { readonly path: DocumentPath }) {
  const [{ tree, readOnly, isReadable }, editor] = usePlan();
  const at = (field: string) => [...path, field];
  const isStep = treeValue(tree, at("secondsPerStep")) !== undefined;
  const change = (toStep: boolean) =>
    editor.edit(
      toStep
        ? [
            { op: "remove", path: at("tokensPerSecondPerCard") },
            { op: "set", path: at("secondsPerStep"), value: "" },
            ...(treeValue(tree, at("cards")) === undefined
              ? [{ op: "set" as const, path: at("cards"), value: 8 }]
              : []),
          ]
        : [
            { op: "remove", path: at("secondsPerStep") },
            { op: "set", path: at("tokensPerSecondPerCard"), value: "" },
          ],
    );
  return (
    <div className="pilot-fields">
      <FieldFrame label="Measured as">
        {({ id }) => (
          <select
            id={id}
            value={isStep ? "step" : "item"}
            disabled={readOnly !== null || !isReadable}
            onChange={({ currentTarget }) => change(currentTarget.value === "step")}
          >
            <option value="item">tokens a second of one card</option>
            <option value="step">seconds of a step</option>
          </select>
        )}
      </FieldFrame>
      {isStep ? (
        <>
          <PlanNumber path={at("secondsPerStep")} label="Seconds of one step" unit="s" />
          <PlanNumber path={at("cards")} label="Cards of the pilot" />
        </>
      ) : (
        <PlanQuantity
          path={at("tokensPerSecondPerCard")}
          label="Tokens a second of one card"
          help="Examples, for a model whose items are examples."
        />
      )}
      <PlanText path={at("date")} label="Day of the pilot" placeholder="2026-03-01" optional />
      <PlanText path={at("commit")} label="Commit that was measured" placeholder="1a2b3c4" optional />
    </div>
  );
}
