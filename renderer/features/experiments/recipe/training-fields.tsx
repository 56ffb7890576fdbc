import { useState } from "react";
import type { DocumentPath } from "../../../../shared/plan/fault.ts";
import { pathText } from "../../../../shared/plan/text/document-path.ts";
import { isFieldOf, isHoursOnly } from "../../../../shared/training/run-kind.ts";
import { usePlan } from "../../../editing/plan-context.ts";
import { faultAt, faultWords } from "../../../fields/fault-at.ts";
import { FieldFrame } from "../../../fields/field-frame.tsx";
import { PlanQuantity } from "../../../fields/plan-quantity.tsx";
import { PlanSelect } from "../../../fields/plan-select.tsx";
import { fieldText, treeValue } from "../../../fields/tree-value.ts";
import { typedList } from "../axis/typed-values.ts";
import { plain } from "../edits.ts";
import { figuresOf, sweepFigures } from "../live-figures.ts";
import { useEditable } from "../use-editable.ts";
import { inherited, LevelField, type LevelProps, UseFarther, Ways } from "./level-field.tsx";
import { effectiveFields, groupPath } from "./levels.ts";
import { kindIn } from "./run-kind.ts";
import { KindFields, RequestFields, RunKindSelect } from "./run-kind-fields.tsx";

const countsOf = [
  { value: "total", label: "all parameters" },
  { value: "nonEmbedding", label: "those outside the embeddings" },
  { value: "active", label: "active parameters" },
];

const WAY_LABELS: Readonly<Record<string, string>> = {
  requests: "Requests of a run",
  steps: "Steps",
  tokens: "Tokens of a run",
  epochs: "Epochs: passes over the data",
  hours: "Hours of one run",
};

/** The fields of a training at one level. */
export function TrainingFields({ where, level, isStated }: LevelProps & { readonly isStated: boolean }) {
  const [{ tree, live }] = usePlan();
  const at = { where, level, group: "training" as const };
  const items = sweepFigures(live, figuresOf(live, tree, where.experiment)?.index ?? -1, where.sweep)?.items.to;
  const effective = effectiveFields(tree, where, "training", level);
  const perStep = [effective.batch?.value, ...(isStated ? [] : [effective.sequence?.value])].map(Number);
  const steps = items === undefined ? Number.NaN : Math.round(perStep.reduce((left, by) => left / by, items));
  const kind = kindIn(effective);
  if (isHoursOnly(kind)) {
    return (
      <div className="recipe-fields">
        <RunKindSelect where={where} level={level} />
        <LevelField {...at} field="hours" label="Hours of one run" unit="h" kind="quantity" />
        <LevelField {...at} field="cards" label="Cards that it has" kind="number" />
        <LevelField {...at} field="source" label="Source: who says so" kind="text" />
      </div>
    );
  }
  const isTimed = effective.hours !== undefined;
  const isAnswered = effective.requests !== undefined && isFieldOf("requests", kind);
  const ways = [
    ...(isFieldOf("requests", kind) ? [{ field: "requests", words: "requests", start: "" }] : []),
    { field: "steps", words: "steps", start: Number.isFinite(steps) && steps >= 1 ? steps : "" },
    ...(isStated
      ? []
      : [
          { field: "tokens", words: "tokens", start: items ?? "" },
          { field: "tokensPerParameter", words: "tokens per parameter", start: { ratio: 20, of: "total" } },
        ]),
    { field: "epochs", words: "epochs", start: 1 },
    ...(kind === "rollouts" ? [] : [{ field: "hours", words: "hours on so many cards", start: 1 }]),
  ];
  return (
    <div className="recipe-fields">
      <RunKindSelect where={where} level={level} />
      <KindFields where={where} level={level} kind={kind} />
      <Ways {...at} label="Length as" ways={ways}>
        {(way) =>
          way === "tokensPerParameter" ? (
            <TokensPerParameter {...at} />
          ) : (
            <LevelField {...at} field={way} label={WAY_LABELS[way] ?? way} kind="quantity" />
          )
        }
      </Ways>
      {isTimed && <LevelField {...at} field="cards" label="Cards that it has" kind="number" />}
      {isAnswered && !isStated && <RequestFields where={where} level={level} kind={kind} />}
      {!isAnswered && (
        <>
          <LevelField {...at} field="batch" label="Batch" unit={isStated ? "examples" : "sequences"} kind="number" />
          {!isStated && <LevelField {...at} field="sequence" label="Sequence" unit="tokens" kind="number" />}
          <LevelField
            {...at}
            field="examples"
            label={isStated ? "Examples in the data" : "Sequences in the data"}
            kind="quantity"
            otherwise="for epochs only"
          />
        </>
      )}
      {!isStated && !isAnswered && (
        <DocumentLengths path={[...groupPath(level, where, "training"), "documentLengths"]} />
      )}
      <LevelField {...at} field="source" label="Source: who says so" kind="text" />
    </div>
  );
}

function TokensPerParameter({ where, level }: LevelProps) {
  const [{ tree }, editor] = usePlan();
  const isEditable = useEditable();
  const path = [...groupPath(level, where, "training"), "tokensPerParameter"];
  const isHere = treeValue(tree, path) !== undefined;
  const far = inherited(tree, where, level, "training", "tokensPerParameter")?.value;
  if (!isHere) {
    return (
      <p className="field-help">
        {fieldText(treeValue(far, ["ratio"]))} tokens per parameter, from farther up.{" "}
        <button
          type="button"
          className="text-button"
          disabled={!isEditable}
          onClick={() => editor.edit({ op: "set", path, value: plain(far) })}
        >
          Change here
        </button>
      </p>
    );
  }
  return (
    <div className="level-field">
      <PlanQuantity path={[...path, "ratio"]} label="Tokens for each parameter" />
      <PlanSelect path={[...path, "of"]} label="Parameters that count" options={countsOf} />
      <UseFarther where={where} level={level} group="training" fields={["tokensPerParameter"]} label="length" />
    </div>
  );
}

/** A list of numbers, typed with commas or pasted as a column. */
function DocumentLengths({ path }: { readonly path: DocumentPath }) {
  const [{ tree, faults }, editor] = usePlan();
  const isEditable = useEditable();
  const [typed, setTyped] = useState<string | null>(null);
  const value = treeValue(tree, path);
  const place = pathText(path);
  const own = faultAt(faults, path) ?? faults.find((fault) => fault.path.startsWith(`${place}[`)) ?? null;
  const text = Array.isArray(value) ? value.map(fieldText).join(", ") : fieldText(value);
  return (
    <FieldFrame
      label="Lengths of packed documents"
      help="Where documents in a sequence do not see each other."
      unit="tokens"
      place={place}
      fault={own === null ? null : faultWords(own)}
    >
      {({ id, describedBy, invalid }) => (
        <input
          id={id}
          aria-describedby={describedBy}
          aria-invalid={invalid}
          autoComplete="off"
          readOnly={!isEditable}
          placeholder="a sequence is one text"
          value={
            typed !== null && JSON.stringify(typedList(typed, "training.sequence")) === JSON.stringify(value)
              ? typed
              : text
          }
          onBlur={() => setTyped(null)}
          onChange={({ currentTarget: { value: entered } }) => {
            setTyped(entered);
            editor.edit(
              entered.trim() === ""
                ? { op: "remove", path }
                : { op: "set", path, value: typedList(entered, "training.sequence") },
              place,
            );
          }}
        />
      )}
    </FieldFrame>
  );
}
