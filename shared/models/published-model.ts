/** A row of the catalogue of published models: what was trained, on what, for how long, and who says so. */
import { z } from "zod";
import { partialDateSchema } from "../lib/dates.ts";
import { slugSchema } from "../lib/slug.ts";
import { strictObject } from "../lib/strict-object.ts";
import { modelFieldsSchema } from "./model-fields.ts";

const text = z.string().trim().min(1).max(2_000);
const positive = z.number().positive();

/** Fields that may be marked as not verified. */
const MARKABLE = ["model", "parameters", "tokens", "cardHours", "cards"] as const;

export const publishedModelSchema = strictObject({
  id: slugSchema,
  name: text,
  /** The model as a plan writes it down; null where nobody published its shape. */
  model: modelFieldsSchema.nullable(),
  /** The longest sequence it was made for, in tokens; null where unknown. */
  context: z.int().positive().nullable(),
  /** As published, and rounded where that was. */
  parameters: positive,
  /** Of a mixture, those of one token; null where not published. */
  activeParameters: positive.nullable(),
  /**
   * By how much the count of `model` differs from `parameters` where that is more than half a per cent, as a share; null
   * where it does not.
   */
  differs: z.number().nullable(),
  tokens: positive.nullable(),
  /** Training FLOP as published. */
  trainingFlop: positive.nullable(),
  cards: strictObject({ name: text, count: z.int().positive().nullable() }).nullable(),
  cardHours: positive.nullable(),
  /** Model FLOP utilisation as published; a measure of hardware FLOP is said in the note. */
  utilisation: z.number().positive().max(1).nullable(),
  released: partialDateSchema.nullable(),
  sources: z.array(text).min(1).max(10),
  /** When these sources were read. */
  date: partialDateSchema,
  note: text.nullable(),
  /** Fields that were recalled and not found in a source. */
  unverified: z.array(z.enum(MARKABLE)).max(MARKABLE.length),
});
export type PublishedModel = z.infer<typeof publishedModelSchema>;
