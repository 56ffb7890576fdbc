import { LAYOUT_DEFAULTS } from "../../../shared/memory/layout.ts";
import { RECIPE_DEFAULTS } from "../../../shared/memory/recipe.ts";
import { HARDWARE } from "../../card-choice/chosen-card.ts";
import { usePlan } from "../../editing/plan-context.ts";
import { PlanNumber } from "../../fields/plan-number.tsx";
import { PlanSelect, type SelectOption } from "../../fields/plan-select.tsx";
import { treeValue } from "../../fields/tree-value.ts";

const TRAINING = ["defaults", "training"] as const;

/** Fields that stand behind "more" until the plan states one of them. */
const RARE = [
  ...["expertParallel", "offload", "hostMemoryBytes"].map((field) => [...HARDWARE, field]),
  ...["fusedAttention", "dropout", "activationFormat"].map((field) => [...TRAINING, field]),
];

const precisions: readonly SelectOption[] = [
  { value: "megatron-mixed", label: "megatron-mixed: 18 bytes with AdamW" },
  { value: "autocast", label: "autocast: 16 bytes" },
  { value: "zero-paper", label: "zero-paper: 16 bytes" },
  { value: "pure-bf16", label: "pure-bf16: 8 bytes" },
  { value: "fp32", label: "fp32: 16 bytes" },
  { value: "fp8", label: "fp8 beside bf16: 19 bytes" },
];

const optimizers: readonly SelectOption[] = [
  { value: "sgd", label: "SGD" },
  { value: "momentum", label: "SGD with momentum" },
  { value: "adamw", label: "Adam or AdamW" },
  { value: "adamw-8bit", label: "8-bit AdamW" },
  { value: "adafactor", label: "Adafactor" },
  { value: "adafactor-momentum", label: "Adafactor with momentum" },
  { value: "lion", label: "Lion" },
  { value: "muon", label: "Muon" },
];

const recomputations: readonly SelectOption[] = [
  { value: "none", label: "nothing" },
  { value: "selective", label: "the scores of attention" },
  { value: "every", label: "groups of blocks" },
  { value: "full", label: "every block" },
];

const stages: readonly SelectOption[] = [
  { value: 0, label: "0: nothing" },
  { value: 1, label: "1: optimizer and master" },
  { value: 2, label: "2: and gradients" },
  { value: 3, label: "3: and weights (FSDP)" },
];

const offloads: readonly SelectOption[] = [
  { value: "none", label: "nothing" },
  { value: "optimizer", label: "optimizer and master" },
  { value: "all", label: "and weights and gradients" },
];

const activationFormats: readonly SelectOption[] = [
  { value: "16-bit", label: "16 bits" },
  { value: "fp32", label: "fp32" },
];

const yesNo: readonly SelectOption[] = [
  { value: true, label: "yes" },
  { value: false, label: "no" },
];

const labelOf = (options: readonly SelectOption[], value: SelectOption["value"]): string =>
  options.find((option) => option.value === value)?.label ?? String(value);

/** What an empty choice means. */
const byDefault = (options: readonly SelectOption[], value: SelectOption["value"]): string =>
  `${labelOf(options, value)} (default)`;

/** How the runs are laid out: what the plan's defaults say of it. */
export function LayoutFields() {
  const [{ tree }] = usePlan();
  const recompute = treeValue(tree, [...TRAINING, "recompute"]);
  return (
    <div className="layout-choice">
      <h4>How the runs are laid out</h4>
      <p className="hardware-note">
        What the plan’s defaults say of it. None of it changes operations, card-hours or cost.
      </p>
      <div className="layout-fields">
        <PlanSelect
          path={[...TRAINING, "precision"]}
          label="Precision"
          help="Weights, gradients, fp32 master and states, in bytes of a parameter."
          options={precisions}
          none="by the card’s format"
        />
        <PlanSelect
          path={[...TRAINING, "optimizer"]}
          label="Optimizer"
          help="What it remembers of every parameter."
          options={optimizers}
          none={byDefault(optimizers, RECIPE_DEFAULTS.optimizer.value)}
        />
        <PlanSelect
          path={[...HARDWARE, "zeroStage"]}
          label="Shared out by replicas"
          help="ZeRO stage: what no replica keeps whole."
          options={stages}
          none={byDefault(stages, LAYOUT_DEFAULTS.zeroStage.value)}
        />
        <PlanNumber
          path={[...TRAINING, "microBatch"]}
          label="Micro-batch"
          unit="sequences"
          help="What one replica handles at once; it divides the batch."
          placeholder={String(RECIPE_DEFAULTS.microBatch.value)}
          optional
        />
        <PlanSelect
          path={[...TRAINING, "recompute"]}
          label="Recompute"
          help="Instead of keeping it for the backward pass."
          options={recomputations}
          none={byDefault(recomputations, RECIPE_DEFAULTS.recompute.value)}
        />
        {recompute === "every" && (
          <PlanNumber
            path={[...TRAINING, "recomputeEvery"]}
            label="Blocks of a group"
            unit="blocks"
            help="Each group keeps the input of its first block."
            placeholder={String(RECIPE_DEFAULTS.recomputeEvery.value)}
            optional
          />
        )}
        <PlanNumber
          path={[...HARDWARE, "tensorParallel"]}
          label="Tensor parallel"
          unit="cards"
          help="Cards that share every matrix."
          placeholder={String(LAYOUT_DEFAULTS.tensorParallel.value)}
          optional
        />
        <PlanSelect
          path={[...HARDWARE, "sequenceParallel"]}
          label="Sequence parallel"
          help="These cards share the other activations, too."
          options={yesNo}
          none={byDefault(yesNo, LAYOUT_DEFAULTS.sequenceParallel.value)}
        />
        <PlanNumber
          path={[...HARDWARE, "pipelineParallel"]}
          label="Pipeline"
          unit="stages"
          help="Stages of blocks that follow one another."
          placeholder={String(LAYOUT_DEFAULTS.pipelineParallel.value)}
          optional
        />
      </div>
      <details className="layout-more" open={RARE.some((path) => treeValue(tree, path) !== undefined)}>
        <summary>Experts, host memory, attention, dropout, activations</summary>
        <div className="layout-fields">
          <PlanNumber
            path={[...HARDWARE, "expertParallel"]}
            label="Expert parallel"
            unit="cards"
            help="Replicas that share a mixture’s experts."
            placeholder={String(LAYOUT_DEFAULTS.expertParallel.value)}
            optional
          />
          <PlanSelect
            path={[...HARDWARE, "offload"]}
            label="In the host’s memory"
            help="Instead of on the card: every step waits for it."
            options={offloads}
            none={byDefault(offloads, LAYOUT_DEFAULTS.offload.value)}
          />
          <PlanNumber
            path={[...HARDWARE, "hostMemoryBytes"]}
            label="Host memory of a node"
            unit="GB"
            exponent={9}
            help="Looked at where something is offloaded."
            placeholder="not looked at"
            optional
          />
          <PlanSelect
            path={[...TRAINING, "fusedAttention"]}
            label="Fused attention"
            help="The scores are never kept whole."
            options={yesNo}
            none={byDefault(yesNo, RECIPE_DEFAULTS.fusedAttention.value)}
          />
          <PlanSelect
            path={[...TRAINING, "dropout"]}
            label="Dropout"
            help="Its masks are kept."
            options={yesNo}
            none={byDefault(yesNo, RECIPE_DEFAULTS.dropout.value)}
          />
          <PlanSelect
            path={[...TRAINING, "activationFormat"]}
            label="Activations in"
            help="What the backward pass needs again."
            options={activationFormats}
            none="by the precision"
          />
        </div>
      </details>
    </div>
  );
}
