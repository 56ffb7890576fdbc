/** From the fields of a plan to the experts of a mixture. */
import { MODEL_DEFAULTS, type ModelFields, type ShapeFault } from "./model-fields.ts";
import { refuseFields } from "./refuse-fields.ts";
import type { Mixture } from "./shape.ts";

/** Fields that say something only beside `experts`. */
const MIXTURE_FIELDS = [
  "expertsPerToken",
  "expertFeedForward",
  "sharedExperts",
  "sharedExpertFeedForward",
  "sharedExpertGate",
  "denseLayers",
  "mixtureEvery",
  "routerBias",
] as const;

/**
 * The mixture that `fields` describe, null for none. Of `layers` blocks the first `denseLayers` have a dense
 * feed-forward, and of the others every `mixtureEvery`-th, counted from the first block of all, has experts.
 *
 * Worked example: 61 layers, 3 dense, every layer → 58; 48 layers, every second → 24.
 */
export function resolveMixture(
  fields: ModelFields,
  layers: number | undefined,
  feedForward: number | undefined,
  faults: ShapeFault[],
): Mixture | null {
  const experts = fields.experts ?? null;
  if (experts === null) {
    // An axis may go from no experts to some: said so, none is a value, and what else is said of them waits.
    if (fields.experts === null) return null;
    refuseFields(fields, MIXTURE_FIELDS, "no FIELD, or a number of experts", "a mixture, which experts makes", faults);
    return null;
  }
  const expertsPerToken = perToken(fields.expertsPerToken, experts, faults);
  const denseLayers = fields.denseLayers ?? MODEL_DEFAULTS.denseLayers.value;
  const every = fields.mixtureEvery ?? MODEL_DEFAULTS.mixtureEvery.value;
  const count = layers === undefined ? 1 : Math.floor(layers / every) - Math.floor(denseLayers / every);
  if (count < 1) {
    const field = denseLayers > 0 ? "denseLayers" : "mixtureEvery";
    faults.push({
      field,
      value: fields[field],
      allowed: `a number that leaves experts to some of the ${layers} layers`,
      message: `${field} ${fields[field]} leaves none of ${layers} layers for the experts`,
    });
  }
  const expertFeedForward = fields.expertFeedForward ?? feedForward ?? 0;
  const sharedExperts = fields.sharedExperts ?? MODEL_DEFAULTS.sharedExperts.value;
  if (sharedExperts === 0) {
    refuseFields(
      fields,
      ["sharedExpertFeedForward", "sharedExpertGate"],
      "no FIELD, or sharedExperts of 1 or more",
      "shared experts, and there are none",
      faults,
    );
  }
  return {
    layers: count,
    experts,
    expertsPerToken,
    expertFeedForward,
    sharedExperts,
    sharedExpertFeedForward: fields.sharedExpertFeedForward ?? expertFeedForward,
    sharedExpertGate: fields.sharedExpertGate ?? MODEL_DEFAULTS.sharedExpertGate.value,
    routerBias: fields.routerBias ?? MODEL_DEFAULTS.routerBias.value,
  };
}

function perToken(stated: number | undefined, experts: number, faults: ShapeFault[]): number {
  if (stated === undefined || stated > experts) {
    faults.push({
      field: "expertsPerToken",
      value: stated,
      allowed: `the experts that a token passes, from 1 to ${experts}`,
      message:
        stated === undefined
          ? "expertsPerToken is missing"
          : `expertsPerToken ${stated} is more than the ${experts} experts that there are`,
    });
  }
  return stated ?? 1;
}
