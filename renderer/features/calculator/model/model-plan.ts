/** The one-run plan that the question "FLOP of a model" asks about: its answers are those of the project it can become. Pure. */
import { estimate } from "../../../../shared/estimate/estimate.ts";
import { explain } from "../../../../shared/estimate/explain.ts";
import type { Figure } from "../../../../shared/estimate/figure.ts";
import { err, ok, type Result } from "../../../../shared/lib/result.ts";
import { MODEL_LIMITS } from "../../../../shared/models/model-fields.ts";
import type { TransformerShape } from "../../../../shared/models/shape.ts";
import type { BlankPlan } from "../../../../shared/plan/blank.ts";
import type { Catalogue } from "../../../../shared/plan/catalogue.ts";
import type { PlanFault } from "../../../../shared/plan/fault.ts";
import { readPlan } from "../../../../shared/plan/read.ts";
import type { ResolvedTraining } from "../../../../shared/plan/resolved.ts";
import type { Answer } from "../answer.ts";
import type { FieldSpec } from "../fields/read-fields.ts";
import { type ProjectValues, projectText } from "../project-text.ts";

const whole = (max: number, what: string): FieldSpec => ({ bounds: { min: 1, max, integer: true, what } });

/** The numbers of the question, as they are typed. */
export const modelSpecs = {
  layers: whole(MODEL_LIMITS.layers, "layers"),
  width: whole(MODEL_LIMITS.width, "width"),
  heads: whole(MODEL_LIMITS.heads, "query heads"),
  keyValueHeads: { ...whole(MODEL_LIMITS.heads, "key and value heads"), optional: true },
  feedForward: { ...whole(MODEL_LIMITS.feedForward, "feed-forward width"), optional: true },
  vocabulary: whole(MODEL_LIMITS.vocabulary, "tokens in the vocabulary"),
  sequence: whole(1e9, "tokens in a sequence"),
  tokens: { bounds: { min: 1, max: 1e18, what: "training tokens" } },
} as const satisfies Record<string, FieldSpec>;

export type ModelNumber = keyof typeof modelSpecs;

export interface ModelQuestion {
  readonly numbers: Readonly<Record<ModelNumber, number | null>>;
  readonly gated: boolean;
  readonly tiedEmbeddings: boolean;
}

/** The parts of a project that the question has; null while a number is missing. */
export function modelProject({ numbers, gated, tiedEmbeddings }: ModelQuestion): ProjectValues | null {
  const { layers, width, heads, keyValueHeads, feedForward, vocabulary, sequence, tokens } = numbers;
  if (layers === null || width === null || heads === null || vocabulary === null) return null;
  if (sequence === null || tokens === null) return null;
  return {
    model: {
      layers,
      width,
      heads,
      ...(keyValueHeads === null ? {} : { keyValueHeads }),
      ...(feedForward === null ? {} : { feedForward }),
      gated,
      vocabulary,
      tiedEmbeddings,
    },
    training: { tokens, sequence },
  };
}

/** Faults of a plan beside the fields of the calculator that they are of. */
export const faultsByField = (faults: readonly PlanFault[]): ModelFaults =>
  Object.fromEntries(
    faults.map(({ path, message, allowed }) => [
      /^defaults\.(?:model|training|hardware)\.(\w+)$/.exec(path)?.[1] ?? "",
      `${message}. Allowed: ${allowed}.`,
    ]),
  );

export interface ModelAnswered {
  readonly shape: TransformerShape;
  readonly training: ResolvedTraining;
  readonly answers: readonly Answer[];
}

/** What is wrong with fields that do not agree with each other, by field; the fault of none of them under `""`. */
export type ModelFaults = Readonly<Record<string, string>>;

/** Parameters, operations of a token and operations of the run, or what does not agree. */
export function answerModel(
  values: ProjectValues,
  begin: BlankPlan,
  catalogue: Catalogue,
): Result<ModelAnswered, ModelFaults> {
  const reading = readPlan(projectText(begin, values, catalogue), catalogue);
  if (!reading.ok) return err(faultsByField(reading.error));
  const { resolved } = reading.value;
  const estimated = estimate(resolved);
  const [model] = resolved.models;
  const [runClass] = resolved.classes;
  if (model?.shape.kind !== "transformer" || runClass === undefined) return err({ "": "This is no transformer." });
  const answer = (title: string, unit: string, figure: Figure): Answer => {
    const { value, formula, substituted, formulaSource } = explain(resolved, estimated, null, figure);
    return { title, value, unit, formula, substituted, source: formulaSource };
  };
  return ok({
    shape: model.shape,
    training: runClass.training,
    answers: [
      answer("Parameters", "parameters", { of: "model", model: 0, measure: "parameters" }),
      answer("Training a token", "FLOP a token", { of: "model", model: 0, measure: "flopPerItem" }),
      answer("Training the model", "FLOP", { of: "class", runClass: 0, measure: "flopPerRun" }),
    ],
  });
}
