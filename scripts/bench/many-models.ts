/** The models of the bench that counts operations: one of each make, and ten thousand that all differ. */
import { DEFAULT_CONVENTION } from "../../shared/compute/convention.ts";
import { trainingFlopPerItem } from "../../shared/compute/training-flop.ts";
import { completeShape } from "../../shared/models/complete-shape.ts";
import { attendedBy } from "../../shared/models/mean-attended-length.ts";
import type { ModelFields } from "../../shared/models/model-fields.ts";
import type { ModelShape } from "../../shared/models/shape.ts";

const SEQUENCE = 4_096;

function shapeOf(fields: ModelFields): ModelShape {
  const made = completeShape(fields);
  if (!made.ok) throw new Error(`the bench's own model has faults: ${JSON.stringify(made.error[0])}`);
  return made.value;
}

/** DeepSeek-V3: latent attention, dense first blocks, shared experts; nothing of the table of parts is nothing. */
const deepSeekV3 = shapeOf({
  layers: 61,
  width: 7_168,
  heads: 128,
  queryRank: 1_536,
  keyValueRank: 512,
  nopeHeadSize: 128,
  ropeHeadSize: 64,
  valueHeadSize: 128,
  feedForward: 18_432,
  gated: true,
  experts: 256,
  expertsPerToken: 8,
  expertFeedForward: 2_048,
  sharedExperts: 1,
  denseLayers: 3,
  vocabulary: 129_280,
});

/** Training FLOP of one token of a complete model. */
export const flopOfOneModel = (): number =>
  trainingFlopPerItem(deepSeekV3, { sequence: SEQUENCE, attended: SEQUENCE / 2 }, DEFAULT_CONVENTION);

const MODELS = 10_000;

const tenThousand = Array.from({ length: MODELS }, (_, index): ModelFields => {
  const heads = 1 + (index % 100);
  const common = { layers: 1 + Math.floor(index / 100), heads, headSize: 64, vocabulary: 32_000 };
  return index % 2 === 0 ? common : { ...common, experts: 8, expertsPerToken: 2, window: 1_024 };
});

/** From the fields of ten thousand models to the FLOP of a token of each, summed so that nothing is left out. */
export function flopOfManyModels(): number {
  let sum = 0;
  for (const fields of tenThousand) {
    const shape = shapeOf(fields);
    const attended = shape.kind === "transformer" ? attendedBy(shape, SEQUENCE) : 0;
    sum += trainingFlopPerItem(shape, { sequence: SEQUENCE, attended }, DEFAULT_CONVENTION);
  }
  return sum;
}
