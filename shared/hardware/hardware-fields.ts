/** The hardware of a plan as it is written down: every field optional, because defaults and axes may supply the rest. */
import { z } from "zod";
import { partialDateSchema } from "../lib/dates.ts";
import { strictObject } from "../lib/strict-object.ts";
import { boundedNumber, quantity } from "../ranges/quantity.ts";
import { acceleratorFieldsSchema, cardsPerNodeSchema } from "./accelerator.ts";
import { layoutFields } from "./layout-fields.ts";
import { numberFormatSchema } from "./number-format.ts";
import { runCardsFields } from "./run-cards-fields.ts";
import { widthTableSchema } from "./width-table.ts";

const utilisation = quantity({ min: 0, exclusiveMin: true, max: 1, what: "share of the dense peak" });

/**
 * What a pilot run was measured at: items of one card in a second, or the time of one step of the run's own batch on so
 * many cards. The operations of these items then say the speed.
 */
export const measuredSchema = strictObject({
  /** Tokens, or examples for a model whose items are examples. */
  tokensPerSecondPerCard: quantity({
    min: 1e-6,
    max: 1e12,
    what: "tokens or examples a second of one card",
  }).optional(),
  secondsPerStep: boundedNumber({ min: 0, exclusiveMin: true, max: 1e9, what: "seconds of a step" }).optional(),
  /** Cards that the step was measured on. */
  cards: boundedNumber({ min: 1, max: 1e9, integer: true, what: "cards of the pilot" }).optional(),
  /** The pilot's card, where it is not the one beside which this stands: an id of the catalogue. */
  accelerator: z.string().min(1).max(64).optional(),
  date: partialDateSchema.optional(),
  /** Of the code that was measured. */
  commit: z.string().trim().min(1).max(200).optional(),
  source: z.string().trim().min(1).max(2_000).optional(),
}).superRefine(({ tokensPerSecondPerCard, secondsPerStep, cards }, context) => {
  const add = (path: string, message: string, input: unknown) =>
    context.addIssue({ code: "custom", path: [path], input, message: `Allowed: ${message}` });
  if (tokensPerSecondPerCard === undefined && secondsPerStep === undefined) {
    add("tokensPerSecondPerCard", "tokensPerSecondPerCard, or secondsPerStep with cards", undefined);
  }
  if (tokensPerSecondPerCard !== undefined && secondsPerStep !== undefined) {
    add("secondsPerStep", "one of tokensPerSecondPerCard and secondsPerStep", secondsPerStep);
  }
  if (secondsPerStep !== undefined && cards === undefined) {
    add("cards", "the number of cards that the step was measured on", undefined);
  }
});
export type MeasuredFields = z.infer<typeof measuredSchema>;

/** The keys of `hardware` in a plan document. */
export const hardwareFieldsSchema = strictObject({
  /** A card of the catalogue by its id, or a card by value. */
  accelerator: z
    .union([z.string().min(1).max(64), acceleratorFieldsSchema], {
      error: "Allowed: the id of a card in the catalogue, or a card with name and densePeak",
    })
    .optional(),
  format: numberFormatSchema.optional(),
  /** Share of the dense peak that training really uses (model FLOP utilisation); a table where it goes by width. */
  utilisation: z
    .union([...utilisation.options, widthTableSchema], {
      error:
        "Allowed: share of the dense peak as a number above 0, at most 1, as {low, likely, high}, as {use: name} or as {byWidth: [{width, utilisation}, …]}",
    })
    .optional(),
  /** The format whose peak the utilisation beside it is a share of; where it is stated, it must be that of the runs. */
  utilisationOf: numberFormatSchema.optional(),
  /** Speed of one card as measured, in place of a utilisation. */
  achieved: quantity({ min: 0, exclusiveMin: true, max: 1e18, what: "FLOP/s of one card" }).optional(),
  /** What a pilot run was measured at, in place of either. */
  measured: measuredSchema.optional(),
  cardsPerNode: cardsPerNodeSchema.optional(),
  ...layoutFields,
  ...runCardsFields,
  source: z.string().trim().min(1).max(2_000).optional(),
});

export type HardwareFields = z.infer<typeof hardwareFieldsSchema>;
export type HardwareField = keyof HardwareFields;

/** Three ways to say how fast a card is: where a nearer level of a plan uses one, the farther level's others fall away. */
export const SPEED_FIELDS = ["utilisation", "achieved", "measured"] as const satisfies readonly HardwareField[];
