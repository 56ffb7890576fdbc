/** What share of its peak a card can be expected to use when nobody has measured it, with who says so. */
import { z } from "zod";
import { partialDateSchema } from "../lib/dates.ts";
import { strictObject } from "../lib/strict-object.ts";
import type { ModelItems } from "../models/shape.ts";
import { numberFormatSchema } from "./number-format.ts";

const text = z.string().trim().min(1).max(2_000);
const share = z.number().positive().max(1);
const prior = strictObject({ utilisation: share, source: text, url: z.url(), date: partialDateSchema });

/** One published measurement of model FLOP utilisation (never hardware utilisation, which counts recomputation). */
const measured = strictObject({
  model: text,
  /** Id of the card in the catalogue. */
  accelerator: text,
  cards: z.int().min(1).nullable(),
  /** The format whose dense peak the share is of. */
  format: numberFormatSchema,
  utilisation: share,
  source: text,
  note: text.nullable(),
});

/** assets/catalog/utilisation.json. */
export const utilisationPriorsSchema = strictObject({
  languageModel: prior,
  other: prior,
  measured: z.array(measured),
});

export type UtilisationPriors = z.infer<typeof utilisationPriorsSchema>;
export type UtilisationPrior = UtilisationPriors["languageModel"];

/**
 * The sourced advice for a model of such items: that for language models where they are tokens, that for other models
 * where they are examples. The shipped catalogue says 0.30 and 0.40 (Sevilla et al. 2022).
 */
export function utilisationPrior(priors: UtilisationPriors, items: ModelItems): UtilisationPrior {
  return items === "tokens" ? priors.languageModel : priors.other;
}

/** Utilisation above this is beyond every published training run of a dense model in 16 bits that the catalogue knows. */
export const HIGH_UTILISATION = 0.65;

/** Utilisation below this says that a figure is in the wrong unit, or that the cards mostly wait. */
const LOW_UTILISATION = 0.05;

/**
 * Whether a utilisation deserves a warning: `impossible` above 1, `high` above 0.65, `low` below 0.05, else null.
 *
 * Worked example: 7e14 FLOP/s on an H100 SXM (989.4e12) is 0.7075 → `high`; 3.5e14 → null.
 */
export function utilisationWarning(utilisation: number): "impossible" | "high" | "low" | null {
  if (utilisation > 1) return "impossible";
  if (utilisation > HIGH_UTILISATION) return "high";
  return utilisation < LOW_UTILISATION ? "low" : null;
}
