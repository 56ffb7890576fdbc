/** From the fields of a plan to the encoder of an encoder-decoder. */
import type { ModelFields, ShapeFault } from "./model-fields.ts";
import { refuseFields } from "./refuse-fields.ts";
import type { Encoder } from "./shape.ts";

/** What no encoder-decoder here has: each would need to say which half has it. */
const NOT_BESIDE_AN_ENCODER = [
  "experts",
  "stateSpace",
  "keyValueRank",
  "imageSize",
  "window",
  "predictionHeads",
] as const;

/** The encoder that `fields` describe; null for a model of one stack. */
export function resolveEncoder(fields: ModelFields, faults: ShapeFault[]): Encoder | null {
  const layers = fields.encoderLayers ?? null;
  if (layers === null) {
    if (fields.encoderLayers === undefined) {
      refuseFields(
        fields,
        ["encoderSequence"],
        "no FIELD, or encoderLayers",
        "an encoder-decoder, which encoderLayers makes",
        faults,
      );
    }
    return null;
  }
  refuseFields(
    fields,
    NOT_BESIDE_AN_ENCODER,
    "no FIELD, or no encoderLayers",
    "a model of one stack, and encoderLayers makes it two",
    faults,
  );
  return { layers, sequence: fields.encoderSequence ?? null };
}
