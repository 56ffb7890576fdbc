/** From the fields of a plan to a complete training recipe: one length, its companions, contradictions named. */
import { err, ok, type Result } from "../lib/result.ts";
import type { FieldFault } from "../models/field-fault.ts";
import type { ParametersOf } from "../models/parameter-count.ts";
import type { ModelItems } from "../models/shape.ts";
import type { Quantity } from "../ranges/quantity.ts";
import { DEFAULT_RUN_KIND, type HoursOnlyKind, isFieldOf, isHoursOnly, type RunKind } from "./run-kind.ts";
import { LENGTH_FIELDS, type TrainingField, type TrainingFields, WORK_DEFAULTS } from "./training-fields.ts";
import { completeWork, promptOf, type Work } from "./work.ts";

/**
 * How long one run trains, as stated; no range is drawn here. Items are tokens, or examples for a model of
 * images, of listed layers or of stated counts. Items of a run: steps × itemsPerStep, or tokens, or ratio × parameters, or
 * epochs × examples × itemsPerExample.
 */
export type TrainingLength =
  | { readonly kind: "steps"; readonly steps: Quantity; readonly itemsPerStep: number }
  | { readonly kind: "tokens"; readonly tokens: Quantity }
  | { readonly kind: "tokensPerParameter"; readonly ratio: Quantity; readonly of: ParametersOf }
  | {
      readonly kind: "epochs";
      readonly epochs: Quantity;
      readonly examples: Quantity;
      readonly itemsPerExample: number;
    }
  | { readonly kind: "requests"; readonly requests: Quantity; readonly itemsPerRequest: number }
  | { readonly kind: "hours"; readonly hours: Quantity; readonly cards: number };

export interface TrainingRecipe {
  readonly length: TrainingLength;
  /** Sequences, or examples, in a step; null where it is not stated and not needed. */
  readonly batch: number | null;
  /** Tokens in a sequence; null for a model whose items are examples. */
  readonly sequence: number | null;
  /** Lengths in tokens of packed documents; null where a sequence is one text. */
  readonly documentLengths: readonly number[] | null;
  /** Absent for pre-training. */
  readonly work?: Work;
}

export type TrainingFault = FieldFault<TrainingField>;

/**
 * The recipe that `fields` describe for a model of such items, or every fault of the description at once. The fields
 * have passed `trainingFieldsSchema`.
 *
 * @example
 * completeTraining({ steps: 50_000, batch: 256, sequence: 512 }, "tokens");
 * // {ok: true, value: {length: {kind: "steps", steps: 50_000, itemsPerStep: 131_072}, …}}: 6.5536e9 tokens
 * completeTraining({ epochs: 90, examples: 1_281_167, batch: 256 }, "examples");
 * // {ok: true, value: {length: {kind: "epochs", epochs: 90, examples: 1_281_167, itemsPerExample: 1}, …}}
 */
export function completeTraining(
  fields: TrainingFields,
  items: ModelItems,
): Result<TrainingRecipe, readonly TrainingFault[]> {
  const kind = fields.runKind ?? DEFAULT_RUN_KIND;
  const faults: TrainingFault[] = [];
  const work = completeWork(fields, items);
  if (!work.ok) faults.push(...work.error);
  if (isHoursOnly(kind)) return hoursOnly(fields, kind);
  if (items === "examples") refuseTokens(fields, faults);
  const sequence = sequenceOf(fields, kind, items);
  if (items === "tokens" && sequence === undefined && fields.requests === undefined) {
    faults.push(missing("sequence", "the number of tokens in a sequence"));
  }

  const documentLengths = fields.requests === undefined ? fields.documentLengths : undefined;
  const tooLong = documentLengths?.find((length) => sequence !== undefined && length > sequence);
  if (tooLong !== undefined) {
    faults.push({
      field: "documentLengths",
      value: tooLong,
      allowed: `lengths of at most ${sequence}, the sequence`,
      message: `a document of ${tooLong} tokens does not fit a sequence of ${sequence}`,
    });
  }

  const { batch, microBatch } = fields;
  if (batch !== undefined && microBatch !== undefined && batch % microBatch !== 0) {
    faults.push({
      field: "microBatch",
      value: microBatch,
      allowed: `a divisor of batch, which is ${batch}`,
      message: `a batch of ${batch} is no whole number of micro-batches of ${microBatch}`,
    });
  }

  const length = trainingLength(fields, kind, items, faults);
  if (faults.length > 0 || length === undefined || !work.ok) return err(faults);
  return ok({
    length,
    batch: fields.batch ?? null,
    sequence: sequence ?? null,
    documentLengths: documentLengths ?? null,
    ...(work.value === null ? {} : { work: work.value }),
  });
}

/** A run without a model: its hours and cards are all there is of it. */
function hoursOnly(fields: TrainingFields, kind: HoursOnlyKind): Result<TrainingRecipe, readonly TrainingFault[]> {
  const { hours, cards } = fields;
  const faults = [
    ...(hours === undefined ? [missing("hours", "the hours of one run")] : []),
    ...(cards === undefined ? [missing("cards", "the number of cards that one run has")] : []),
  ];
  if (hours === undefined || cards === undefined) return err(faults);
  const length = { kind: "hours", hours, cards } as const;
  return ok({ length, batch: null, sequence: null, documentLengths: null, work: { kind } });
}

/** Tokens that see each other: a sequence, or a prompt with its answer. */
function sequenceOf(fields: TrainingFields, kind: RunKind, items: ModelItems): number | undefined {
  if (items === "examples" || fields.requests === undefined || fields.promptTokens === undefined)
    return fields.sequence;
  return promptOf(fields, kind) + (fields.generatedTokens ?? WORK_DEFAULTS.generatedTokens);
}

function trainingLength(
  fields: TrainingFields,
  kind: RunKind,
  items: ModelItems,
  faults: TrainingFault[],
): TrainingLength | undefined {
  const lengths = LENGTH_FIELDS.filter((field) => field !== "requests" || isFieldOf(field, kind));
  const stated = LENGTH_FIELDS.filter((field) => fields[field] !== undefined);
  const [first, ...others] = stated;
  if (first === undefined) {
    faults.push({
      field: "steps",
      value: undefined,
      allowed: `one of ${lengths.join(", ")}`,
      message: `the training has no length: none of ${lengths.join(", ")} is stated`,
    });
    return undefined;
  }
  for (const other of others) {
    faults.push({
      field: other,
      value: fields[other],
      allowed: `one of ${lengths.join(", ")}`,
      message: `the training length is stated twice, by ${first} and by ${other}`,
    });
  }
  const itemsPerExample = items === "examples" ? 1 : (fields.sequence ?? 1);
  if (fields.steps !== undefined) {
    if (fields.batch === undefined) {
      faults.push(missing("batch", `the number of ${items === "examples" ? "examples" : "sequences"} in a step`));
      return undefined;
    }
    return { kind: "steps", steps: fields.steps, itemsPerStep: fields.batch * itemsPerExample };
  }
  if (fields.tokens !== undefined) return { kind: "tokens", tokens: fields.tokens };
  if (fields.tokensPerParameter !== undefined) return { kind: "tokensPerParameter", ...fields.tokensPerParameter };
  if (fields.requests !== undefined) return requestsLength(fields.requests, fields, kind, items, faults);
  if (fields.hours !== undefined) {
    if (fields.cards !== undefined) return { kind: "hours", hours: fields.hours, cards: fields.cards };
    faults.push(missing("cards", "the number of cards that one run has"));
    return undefined;
  }
  if (fields.epochs === undefined) return undefined;
  if (fields.examples === undefined) {
    faults.push(missing("examples", `the number of ${items === "examples" ? "examples" : "sequences"} in the data`));
    return undefined;
  }
  return { kind: "epochs", epochs: fields.epochs, examples: fields.examples, itemsPerExample };
}

function requestsLength(
  requests: Quantity,
  fields: TrainingFields,
  kind: RunKind,
  items: ModelItems,
  faults: TrainingFault[],
): TrainingLength | undefined {
  if (!isFieldOf("requests", kind)) {
    faults.push({
      field: "requests",
      value: requests,
      allowed: "a runKind of evaluation or inference, or another length",
      message: "requests are read and answered, and these runs train",
    });
    return undefined;
  }
  if (items === "examples") return { kind: "requests", requests, itemsPerRequest: 1 };
  if (fields.promptTokens === undefined) {
    faults.push(missing("promptTokens", "the number of tokens of a prompt"));
    return undefined;
  }
  return { kind: "requests", requests, itemsPerRequest: sequenceOf(fields, kind, items) ?? 1 };
}

function refuseTokens(fields: TrainingFields, faults: TrainingFault[]) {
  for (const field of ["sequence", "tokens", "tokensPerParameter", "documentLengths"] as const) {
    if (fields[field] === undefined) continue;
    faults.push({
      field,
      value: fields[field],
      allowed: "steps and batch, or epochs and examples",
      message: `${field} counts tokens, and this model trains on examples`,
    });
  }
}

function missing(field: TrainingField, what: string): TrainingFault {
  return { field, value: undefined, allowed: what, message: `${field} is missing` };
}
