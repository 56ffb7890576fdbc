/** The hardware of a plan as it is written down: every field optional, because defaults and axes may supply the rest. */
import { z } from "zod";
import { strictObject } from "../lib/strict-object.ts";
import { quantity } from "../ranges/quantity.ts";
import { acceleratorFieldsSchema, cardsPerNodeSchema } from "./accelerator.ts";
import { layoutFields } from "./layout-fields.ts";
import { numberFormatSchema } from "./number-format.ts";
import { widthTableSchema } from "./width-table.ts";

const utilisation = quantity({ min: 0, exclusiveMin: true, max: 1, what: "share of the dense peak" });

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
  cardsPerNode: cardsPerNodeSchema.optional(),
  ...layoutFields,
  source: z.string().trim().min(1).max(2_000).optional(),
});

export type HardwareFields = z.infer<typeof hardwareFieldsSchema>;
export type HardwareField = keyof HardwareFields;

/** Two ways to say how fast a card is: where a nearer level of a plan uses one, the farther level's other one falls away. */
export const SPEED_FIELDS = ["utilisation", "achieved"] as const satisfies readonly HardwareField[];
