/** The widths inside a transformer that follow from one another. */
import { exact } from "../units/format/exact.ts";
import { MODEL_DEFAULTS, MODEL_LIMITS, type ModelFields, type ShapeFault } from "./model-fields.ts";

export interface AttentionDimensions {
  readonly width: number;
  readonly heads: number;
  readonly headSize: number;
}

/**
 * Width = heads × head size: any two are stated and the third follows; all three are allowed where they agree.
 * With `freeHeadSize` the three have nothing to do with one another and all are stated.
 * Pushes a fault and answers undefined where fewer than two are stated, where they disagree, or where the third would
 * not be a whole number within its limits.
 *
 * Worked example: heads 8, headSize 128 → width 1,024; width 4,096, heads 32 → headSize 128.
 */
export function resolveHeads(fields: ModelFields, faults: ShapeFault[]): AttentionDimensions | undefined {
  const { width, heads, headSize } = fields;
  if (fields.freeHeadSize === true) return freeHeads(fields, faults);
  if (heads !== undefined && headSize !== undefined) {
    const product = heads * headSize;
    if (width !== undefined && width !== product) {
      faults.push({
        field: "width",
        value: width,
        allowed: `${product}, or leave one of the three out, or freeHeadSize: true`,
        message: `width ${width} is not heads ${heads} × headSize ${headSize} = ${product}`,
      });
      return undefined;
    }
    if (product > MODEL_LIMITS.width) {
      faults.push({
        field: "heads",
        value: heads,
        allowed: `heads × headSize of at most ${MODEL_LIMITS.width}`,
        message: `heads ${heads} × headSize ${headSize} makes a width of ${product}`,
      });
      return undefined;
    }
    return { width: product, heads, headSize };
  }
  if (width !== undefined && heads !== undefined) {
    if (width % heads === 0) return { width, heads, headSize: width / heads };
    faults.push(notDivisible(width, "heads", heads));
    return undefined;
  }
  if (width !== undefined && headSize !== undefined) {
    const derived = width / headSize;
    if (width % headSize === 0 && derived <= MODEL_LIMITS.heads) return { width, heads: derived, headSize };
    faults.push(width % headSize === 0 ? tooManyHeads(width, headSize) : notDivisible(width, "headSize", headSize));
    return undefined;
  }
  const stated = (["width", "heads", "headSize"] as const).find((field) => fields[field] !== undefined);
  faults.push({
    field: stated === "width" ? "heads" : "width",
    value: undefined,
    allowed: "two of width, heads and headSize",
    message: `two of width, heads and headSize are needed and ${stated === undefined ? "none" : `only ${stated}`} is stated`,
  });
  return undefined;
}

/** All three as stated, because the model says that its heads do not span its width (Gemma, Qwen3, T5). */
function freeHeads(fields: ModelFields, faults: ShapeFault[]): AttentionDimensions | undefined {
  const { width, heads, headSize } = fields;
  if (width !== undefined && heads !== undefined && headSize !== undefined) return { width, heads, headSize };
  const missing = (["width", "heads", "headSize"] as const).filter((field) => fields[field] === undefined);
  for (const field of missing) {
    faults.push({
      field,
      value: undefined,
      allowed: "width, heads and headSize, all three, or freeHeadSize: false",
      message: `freeHeadSize is true, so no field follows from the others, and ${field} is missing`,
    });
  }
  return undefined;
}

function notDivisible(width: number, by: "heads" | "headSize", value: number): ShapeFault {
  const third = by === "heads" ? "headSize" : "heads";
  return {
    field: "width",
    value: width,
    allowed: `a multiple of ${by}, which is ${value}`,
    message: `width ${width} divided by ${by} ${value} gives no whole ${third}`,
  };
}

function tooManyHeads(width: number, headSize: number): ShapeFault {
  return {
    field: "headSize",
    value: headSize,
    allowed: `a headSize that gives at most ${MODEL_LIMITS.heads} heads`,
    message: `width ${width} divided by headSize ${headSize} makes ${width / headSize} heads`,
  };
}

/**
 * The feed-forward width: as stated, or a ratio of the width, 4 unless stated. Both are allowed where they agree.
 * Pushes a fault where they do not, or where the ratio gives no whole number within the limit. Answers undefined without
 * a fault of its own where it needs the width and there is none.
 *
 * Worked example: width 4,096 at ratio 3.5 → 14,336 (Llama 3 8B).
 */
export function resolveFeedForward(
  fields: ModelFields,
  width: number | undefined,
  faults: ShapeFault[],
): number | undefined {
  const { feedForward } = fields;
  if (feedForward !== undefined && fields.feedForwardRatio === undefined) return feedForward;
  if (width === undefined) return undefined;
  const ratio = fields.feedForwardRatio ?? MODEL_DEFAULTS.feedForwardRatio.value;
  const product = ratio * width;
  const whole = Math.round(product);
  if (feedForward !== undefined && feedForward !== whole) {
    faults.push({
      field: "feedForward",
      value: feedForward,
      allowed: "feedForward or feedForwardRatio, not both",
      message: `feedForward ${feedForward} is not feedForwardRatio ${ratio} × width ${width} = ${product}`,
    });
    return undefined;
  }
  // A ratio typed in decimals (2.7 × 1000) may miss the whole number by a rounding of the last place, never by more.
  if (Math.abs(product - whole) > 1e-9 * product || whole < 1 || whole > MODEL_LIMITS.feedForward) {
    faults.push({
      field: "feedForwardRatio",
      value: ratio,
      allowed: `a ratio that gives a whole number up to ${exact(MODEL_LIMITS.feedForward)}, or feedForward itself`,
      message: `feedForwardRatio ${ratio} × width ${width} = ${product}, ${whole > MODEL_LIMITS.feedForward ? "which is too large" : "which is no whole number"}`,
    });
    return undefined;
  }
  return whole;
}
