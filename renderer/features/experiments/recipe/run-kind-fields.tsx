import { pathText } from "../../../../shared/plan/text/document-path.ts";
import { capital } from "../../../../shared/sheet/text/words.ts";
import { isFieldOf, RUN_KIND_WORDS, RUN_KINDS, type RunKind } from "../../../../shared/training/run-kind.ts";
import { usePlan } from "../../../editing/plan-context.ts";
import { faultAt, faultWords } from "../../../fields/fault-at.ts";
import { FieldFrame } from "../../../fields/field-frame.tsx";
import { useEditable } from "../use-editable.ts";
import { LevelField, type LevelProps, UseFarther } from "./level-field.tsx";
import { effectiveFields, groupPath, LEVELS, levelsOf } from "./levels.ts";
import { changeKind, kindIn } from "./run-kind.ts";

/** What is done in a run, chosen first: the fields below are those of the kind. */
export function RunKindSelect({ where, level }: LevelProps) {
  const [{ tree, faults }, editor] = usePlan();
  const isEditable = useEditable();
  const groupAt = groupPath(level, where, "training");
  const path = [...groupAt, "runKind"];
  const fault = faultAt(faults, path);
  const effective = effectiveFields(tree, where, "training", level);
  const farther = levelsOf(where)
    .filter((one) => LEVELS.indexOf(one) < LEVELS.indexOf(level))
    .at(-1);
  const far = farther === undefined ? {} : effectiveFields(tree, where, "training", farther);
  const kind = kindIn(effective);
  return (
    <div className="level-field kind-field">
      <FieldFrame
        label="What kind of work"
        help={HELP[kind]}
        place={pathText(path)}
        fault={fault === null ? null : faultWords(fault)}
      >
        {({ id, describedBy, invalid }) => (
          <select
            id={id}
            value={kind}
            disabled={!isEditable}
            aria-describedby={describedBy}
            aria-invalid={invalid}
            onChange={({ currentTarget: { value } }) => {
              const to = RUN_KINDS.find((one) => one === value);
              if (to !== undefined && to !== kind) editor.edit(changeKind(tree, groupAt, to, { effective, far }));
            }}
          >
            {RUN_KINDS.map((one) => (
              <option key={one} value={one}>
                {capital(RUN_KIND_WORDS[one])}
              </option>
            ))}
          </select>
        )}
      </FieldFrame>
      <UseFarther where={where} level={level} group="training" fields={["runKind"]} label="kind of work" />
    </div>
  );
}

const HELP: Readonly<Record<RunKind, string>> = {
  pretraining: "All weights are trained, at three times a forward pass.",
  fineTuning: "All weights are trained further, or those above the frozen blocks.",
  lora: "Narrow adapters are trained beside frozen weights: about two thirds of the operations.",
  qlora: "As LoRA, over weights in 4 bits: the same operations, less memory.",
  distillation: "A teacher reads every token that the model is trained on.",
  rollouts: "The model writes, models read what it wrote, and it is trained on that.",
  evaluation: "Forward passes only. Suites, checkpoints, seeds and folds are axes.",
  inference: "Forward passes only, of tokens read and written.",
  dataPreparation: "Card-hours as stated, without a model.",
  interactive: "Card-hours as stated, without a model.",
};

const targets = [
  { value: "all", label: "every linear map" },
  { value: "attention", label: "those of attention" },
  { value: "queriesValues", label: "queries and values" },
];
const yesNo = [
  { value: true, label: "yes" },
  { value: false, label: "no" },
];

/** The fields that only this kind of work has. */
export function KindFields({ where, level, kind }: LevelProps & { readonly kind: RunKind }) {
  const at = { where, level, group: "training" as const };
  return (
    <>
      {isFieldOf("loraRank", kind) && (
        <>
          <LevelField {...at} field="loraRank" label="Rank of the adapters" kind="number" />
          <LevelField
            {...at}
            field="loraTargets"
            label="Adapters on"
            kind="choice"
            options={targets}
            otherwise="every linear map"
          />
        </>
      )}
      {isFieldOf("frozenLayers", kind) && (
        <LevelField {...at} field="frozenLayers" label="First blocks left frozen" kind="number" otherwise="none" />
      )}
      {isFieldOf("teacherParameters", kind) && (
        <LevelField {...at} field="teacherParameters" label="Active parameters of the teacher" kind="number" />
      )}
      {isFieldOf("generationTokensPerSecond", kind) && (
        <LevelField
          {...at}
          field="generationTokensPerSecond"
          label="Tokens that a card writes in a second"
          kind="quantity"
          help="Bound by memory: measured, or from the inference engine."
        />
      )}
      {kind === "rollouts" && (
        <>
          <LevelField {...at} field="innerEpochs" label="Times each token is trained on" kind="number" otherwise="1" />
          <LevelField
            {...at}
            field="referenceModel"
            label="A reference model reads"
            kind="choice"
            options={yesNo}
            otherwise="yes"
          />
          <LevelField
            {...at}
            field="oldLogProbabilities"
            label="Old log-probabilities are read"
            kind="choice"
            options={yesNo}
            otherwise="yes"
          />
          <LevelField
            {...at}
            field="rewardParameters"
            label="Parameters of the reward model"
            kind="number"
            otherwise="no such model"
          />
          <LevelField
            {...at}
            field="criticParameters"
            label="Parameters of the critic"
            kind="number"
            otherwise="no such model"
          />
        </>
      )}
    </>
  );
}

/** What a request is, for a length in requests. */
export function RequestFields({ where, level, kind }: LevelProps & { readonly kind: RunKind }) {
  const at = { where, level, group: "training" as const };
  return (
    <>
      <LevelField {...at} field="promptTokens" label="Tokens of a prompt" kind="number" />
      <LevelField {...at} field="generatedTokens" label="Tokens of an answer" kind="number" otherwise="0, only rated" />
      {isFieldOf("shots", kind) && (
        <LevelField {...at} field="shots" label="Solved examples before a prompt" kind="number" otherwise="0" />
      )}
    </>
  );
}
