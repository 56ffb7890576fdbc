/** From the fields of a plan to a complete training recipe: one length, its companions, contradictions named. */
import { err, ok, type Result } from "../lib/result.ts";
import type { FieldFault } from "../models/field-fault.ts";
import type { ParametersOf } from "../models/parameter-count.ts";
import type { ModelItems } from "../models/shape.ts";
import type { Quantity } from "../ranges/quantity.ts";
import { LENGTH_FIELDS, type TrainingField, type TrainingFields } from "./training-fields.ts";

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
    };

export interface TrainingRecipe {
  readonly length: TrainingLength;
  /** Sequences, or examples, in a step; null where it is not stated and not needed. */
  readonly batch: number | null;
  /** Tokens in a sequence; null for a model whose items are examples. */
  readonly sequence: number | null;
  /** Lengths in tokens of packed documents; null where a sequence is one text. */
  readonly documentLengths: readonly number[] | null;
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
  const faults: TrainingFault[] = [];
  if (items === "examples") refuseTokens(fields, faults);
  else if (fields.sequence === undefined) faults.push(missing("sequence", "the number of tokens in a sequence"));

  const { sequence, documentLengths } = fields;
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

  const length = trainingLength(fields, items, faults);
  if (faults.length > 0 || length === undefined) return err(faults);
  return ok({
    length,
    batch: fields.batch ?? null,
    sequence: sequence ?? null,
    documentLengths: documentLengths ?? null,
  });
}

function trainingLength(
  fields: TrainingFields,
  items: ModelItems,
  faults: TrainingFault[],
): TrainingLength | undefined {
  const stated = LENGTH_FIELDS.filter((field) => fields[field] !== undefined);
  const [first, ...others] = stated;
  if (first === undefined) {
    faults.push({
      field: "steps",
      value: undefined,
      allowed: `one of ${LENGTH_FIELDS.join(", ")}`,
      message: `the training has no length: none of ${LENGTH_FIELDS.join(", ")} is stated`,
    });
    return undefined;
  }
  for (const other of others) {
    faults.push({
      field: other,
      value: fields[other],
      allowed: `one of ${LENGTH_FIELDS.join(", ")}`,
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
  if (fields.epochs === undefined) return undefined;
  if (fields.examples === undefined) {
    faults.push(missing("examples", `the number of ${items === "examples" ? "examples" : "sequences"} in the data`));
    return undefined;
  }
  return { kind: "epochs", epochs: fields.epochs, examples: fields.examples, itemsPerExample };
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
