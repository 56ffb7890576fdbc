/** A published scaling law: its figures, what it counts, where it was fitted, and who says so. */
import { z } from "zod";
import { partialDateSchema } from "../lib/dates.ts";
import { slugSchema } from "../lib/slug.ts";
import { strictObject } from "../lib/strict-object.ts";
import { webAddress } from "../lib/web-address.ts";

const positive = z.number().positive();
const text = z.string().trim().min(1).max(2_000);
const interval = strictObject({ from: positive, to: positive });

/** L(N, D) = E + A/N^alpha + B/D^beta: loss in nats per token of N parameters trained on D tokens. */
const sumLawSchema = strictObject({
  kind: z.literal("sum"),
  E: positive,
  A: positive,
  B: positive,
  alpha: positive,
  beta: positive,
});

/** log10 D = slope · log10 N + intercept at the optimum: how to divide compute, and nothing of the loss. */
const allocationLawSchema = strictObject({
  kind: z.literal("allocation"),
  slope: positive,
  intercept: z.number(),
});

/**
 * L(N, D) = ((Nc/N)^(alphaN/alphaD) + Dc/D)^alphaD. At the optimum N = anchor.parameters · (C/anchor.flop)^sizeExponent and
 * L = (criticalPetaflopDays/C in PF-days)^computeExponent, two fits of their own.
 */
const kaplanLawSchema = strictObject({
  kind: z.literal("kaplan"),
  Nc: positive,
  Dc: positive,
  alphaN: positive,
  alphaD: positive,
  sizeExponent: positive.max(1),
  anchor: strictObject({ flop: positive, parameters: positive }),
  computeExponent: positive,
  criticalPetaflopDays: positive,
});

/** A row of assets/catalog/scaling-laws.json. */
export const scalingFitSchema = strictObject({
  id: slugSchema,
  name: text,
  law: z.discriminatedUnion("kind", [sumLawSchema, allocationLawSchema, kaplanLawSchema]),
  /** Which parameters its N counts. */
  countedAs: z.enum(["total", "nonEmbedding"]),
  /** The runs it was fitted on; everywhere else it is an extrapolation. Null where the source gives no range. */
  fittedOn: strictObject({ parameters: interval, tokens: interval.nullable() }),
  /** Why it is shown and yet no part of a spread; null for a fit that counts. */
  comparisonOnly: text.nullable(),
  note: text,
  source: text,
  url: webAddress,
  date: partialDateSchema,
});

export type ScalingFit = z.infer<typeof scalingFitSchema>;
export type ScalingLaw = ScalingFit["law"];
export type SumLaw = z.infer<typeof sumLawSchema>;
