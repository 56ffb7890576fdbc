/** What training a model holds in memory, and on how few cards it fits: answers of the one-run plan it can become. Pure. */
import { estimate } from "../../../../shared/estimate/estimate.ts";
import { equal, group, num, plus, sym, times } from "../../../../shared/estimate/explain/formula.ts";
import { explain } from "../../../../shared/estimate/explain.ts";
import { fitOfModels } from "../../../../shared/estimate/fit.ts";
import type { ZERO_STAGES } from "../../../../shared/hardware/layout-fields.ts";
import { err, ok, type Result } from "../../../../shared/lib/result.ts";
import { DEFAULT_LAYOUT } from "../../../../shared/memory/layout.ts";
import { type CardMemory, memoryPerCard } from "../../../../shared/memory/memory-per-card.ts";
import { PRECISION_BYTES } from "../../../../shared/memory/precision.ts";
import { memoryRecipe } from "../../../../shared/memory/recipe.ts";
import { countParameters } from "../../../../shared/models/count-parameters.ts";
import type { BlankPlan } from "../../../../shared/plan/blank.ts";
import type { Catalogue } from "../../../../shared/plan/catalogue.ts";
import { readPlan } from "../../../../shared/plan/read.ts";
import { gigabytes } from "../../../../shared/sheet/text/memory-words.ts";
import type { Optimizer, Precision, Recomputation } from "../../../../shared/training/memory-fields.ts";
import { counted } from "../../../../shared/units/format/counted.ts";
import type { Answer } from "../answer.ts";
import { faultsByField, type ModelFaults } from "../model/model-plan.ts";
import { type ProjectValues, projectText } from "../project-text.ts";

/** How the run keeps its numbers and is spread over cards. */
export interface MemoryChoice {
  readonly accelerator: string;
  readonly precision: Precision;
  readonly optimizer: Optimizer;
  readonly recompute: Recomputation;
  readonly zeroStage: (typeof ZERO_STAGES)[number];
  readonly tensorParallel: number;
  readonly microBatch: number;
}

/** The model of the question with these choices. */
export function memoryProject(model: ProjectValues, choice: MemoryChoice): ProjectValues {
  const { accelerator, precision, optimizer, recompute, zeroStage, tensorParallel, microBatch } = choice;
  return {
    ...model,
    training: { ...model.training, precision, optimizer, recompute, microBatch },
    hardware: { accelerator, format: "bf16", zeroStage, tensorParallel },
  };
}

export interface MemoryAnswered {
  readonly answers: readonly Answer[];
  /** What one card holds on the fewest cards, part by part. */
  readonly memory: CardMemory;
  readonly fits: boolean;
}

/** States, memory of one card and the fewest cards, or what does not agree. */
export function answerMemory(
  values: ProjectValues,
  choice: MemoryChoice,
  begin: BlankPlan,
  catalogue: Catalogue,
): Result<MemoryAnswered, ModelFaults> {
  const reading = readPlan(projectText(begin, values, catalogue), catalogue);
  if (!reading.ok) return err(faultsByField(reading.error));
  const { resolved } = reading.value;
  const [model] = resolved.models;
  const [found] = fitOfModels(resolved);
  if (model === undefined || found?.result.kind !== "known") {
    return err({ "": "What this card can hold is not known, or the model cannot be spread so." });
  }
  const estimated = estimate(resolved);
  const { fit, usable } = found.result;
  const bytes = explain(resolved, estimated, null, { of: "memory", model: 0, measure: "bytes" });
  const cards = explain(resolved, estimated, null, { of: "memory", model: 0, measure: "cards" });
  const whole = memoryPerCard(
    model.shape,
    memoryRecipe({ sequence: 1, precision: choice.precision, optimizer: choice.optimizer }),
    { ...DEFAULT_LAYOUT, zeroStage: 0 },
    1,
  );
  if (whole === null) return err({ "": "The blocks of this model are not known." });
  const on = `on each of ${counted(fit.cards, "card")}`;
  return ok({
    memory: fit.memory,
    fits: fit.fits,
    answers: [
      statesAnswer(whole, countParameters(model.shape).total, choice),
      {
        title: "On one card",
        value: bytes.value,
        unit: "bytes",
        note: `${on}; ${gigabytes(usable.bytes)} GB can be used`,
        formula: bytes.formula,
        substituted: bytes.substituted,
        source: bytes.formulaSource,
      },
      {
        title: fit.fits ? "Fewest cards" : "Does not fit, not even on",
        value: cards.value,
        unit: fit.cards === 1 ? "card" : "cards",
        formula: cards.formula,
        substituted: cards.substituted,
        source: cards.formulaSource,
      },
    ],
  });
}

/** Weights, gradients and states of the whole model, before anything is shared out. */
function statesAnswer({ parts }: CardMemory, parameters: number, { precision, optimizer }: MemoryChoice): Answer {
  const { weight, gradient, master } = PRECISION_BYTES[precision];
  const value = parts.weights + parts.gradients + parts.optimizer + parts.master;
  return {
    title: "Weights, gradients and states",
    value,
    unit: "bytes",
    note: `${exactly(value / parameters)} bytes a parameter, ${precision} with ${optimizer}`,
    formula: equal(
      sym("M"),
      plus(times(sym("N"), group(plus(sym("weight"), sym("gradient"), sym("master")))), sym("states")),
    ),
    substituted: equal(
      sym("M"),
      plus(times(num(parameters), group(plus(num(weight), num(gradient), num(master)))), num(parts.optimizer)),
      num(value, "bytes"),
    ),
    source: "Rajbhandari et al. 2020, section 3; the optimizer’s states as its paper has them",
  };
}

const exactly = (n: number): string => String(Number(n.toFixed(2)));
