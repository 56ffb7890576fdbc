/** The hardware of a plan as it is written down: every field optional, because defaults and axes may supply the rest. */
import { z } from "zod";
import { strictObject } from "../lib/strict-object.ts";
import { quantity } from "../ranges/quantity.ts";
import { acceleratorFieldsSchema, cardsPerNodeSchema } from "./accelerator.ts";
import { layoutFields } from "./layout-fields.ts";
import { numberFormatSchema } from "./number-format.ts";

/** The keys of `hardware` in a plan document. */
export const hardwareFieldsSchema = strictObject({
  /** A card of the catalogue by its id, or a card by value. */
  accelerator: z
    .union([z.string().min(1).max(64), acceleratorFieldsSchema], {
      error: "Allowed: the id of a card in the catalogue, or a card with name and densePeak",
    })
    .optional(),
  format: numberFormatSchema.optional(),
  /** Share of the dense peak that training really uses (model FLOP utilisation). */
  utilisation: quantity({ min: 0, exclusiveMin: true, max: 1, what: "share of the dense peak" }).optional(),
  /** Speed of one card as measured, in place of a utilisation. */
  achieved: quantity({ min: 0, exclusiveMin: true, max: 1e18, what: "FLOP/s of one card" }).optional(),
  cardsPerNode: cardsPerNodeSchema.optional(),
  ...layoutFields,
  source: z.string().trim().min(1).max(2_000).optional(),
});

export type HardwareFields = z.infer<typeof hardwareFieldsSchema>;
export type HardwareField = keyof HardwareFields;

/** Two ways to say how fast a card is: where a nearer level of a plan uses one, the farther level's other one falls away. */
export const SPEED_FIELDS = ["utilisation", "achieved"] as const satisfies readonly HardwareField[];
