/**
 * The plan document as it is written down: the only place that says which keys a plan file may have.
 *
 * It is composed of the nouns' own schemas. What a single value must be is checked here; what several places of a
 * document must agree on (a `use` that names a variable, an axis that names a field) is checked in `checks/`.
 */
import { z } from "zod";
import { clusterSchema } from "../cluster/cluster.ts";
import { POLICIES } from "../cluster/policy.ts";
import { conventionFieldSchema } from "../compute/convention.ts";
import { energyAssumptionsSchema } from "../energy/assumptions.ts";
import { hardwareFieldsSchema } from "../hardware/hardware-fields.ts";
import { calendarDateSchema } from "../lib/dates.ts";
import { strictObject } from "../lib/strict-object.ts";
import { webAddress } from "../lib/web-address.ts";
import { modelFieldsSchema } from "../models/model-fields.ts";
import { budgetFieldsSchema } from "../money/budget/budget-fields.ts";
import { currencySchema } from "../money/currency.ts";
import { exchangeRateSchema } from "../money/exchange-rate.ts";
import { quoteSchema } from "../money/quote.ts";
import { storageSchema } from "../money/storage.ts";
import { quantity, rangeSchema } from "../ranges/quantity.ts";
import { trainingFieldsSchema } from "../training/training-fields.ts";
import { axesSchema } from "./axes.ts";

/** The version of the plan format that this program writes. */
export const PLAN_VERSION = 1;

/** The largest plan document that is read, in bytes; checked before anything is parsed. */
export const PLAN_MAX_BYTES = 1_000_000;

const text = z.string().trim().min(1).max(2_000);
const id = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9_-]{0,63}$/, "Allowed: a letter, then letters, digits, _ or -, at most 64 characters");
const date = calendarDateSchema;

/** The three groups of assumptions that a plan, an experiment and a sweep may each state; the nearest wins. */
const layers = {
  model: modelFieldsSchema.optional(),
  training: trainingFieldsSchema.optional(),
  hardware: hardwareFieldsSchema.optional(),
};

const repeats = quantity({ min: 1, max: 1_000_000, what: "repeats of every run" });

/** One sweep: a model recipe, a training recipe and the axes whose product is its runs. */
export const sweepSchema = strictObject({
  id: id.optional(),
  title: text.optional(),
  ...layers,
  axes: axesSchema.optional(),
  repeats: repeats.optional(),
  maxParallel: strictObject({
    runs: z.int().min(1).max(1e9),
    per: z.array(z.string()).optional(),
  }).optional(),
  earlyStopped: strictObject({
    share: quantity({ min: 0, max: 1, what: "share of the runs that end early" }),
    at: quantity({ min: 0, max: 1, what: "part of the training after which they end" }),
  }).optional(),
  /** Chance that the sweep is run at all: "repeat the search if the optimum lies at the edge". */
  probability: z.number().min(0).max(1).optional(),
  sharedWith: id.optional(),
  note: text.optional(),
});

/** One experiment: a row of the budget. */
export const experimentSchema = strictObject({
  id,
  title: text,
  note: text.optional(),
  after: z.array(id).optional(),
  ...layers,
  repeats: repeats.optional(),
  sharedWith: id.optional(),
  sweeps: z.array(sweepSchema).min(1).max(1_000),
});

/**
 * A reading of the source that this plan does not follow: how one sweep would be `instead`.
 * Fields of `instead` replace the sweep's own one by one, its axes by name; the sheet prints the difference.
 * `sweep` names the sweep by its id and may be left out when the experiment has only one.
 */
export const disputeSchema = strictObject({
  id,
  title: text,
  note: text.optional(),
  source: text.optional(),
  experiment: id,
  sweep: id.optional(),
  instead: strictObject({ ...layers, axes: axesSchema.optional(), repeats: repeats.optional() }),
});

/** Of one plan. */
export const MOST_PLAN_QUOTES = 100;

/** The whole plan document, version 1. */
export const planSchema = strictObject({
  $schema: z.string().optional(),
  flopsheet: z.literal(PLAN_VERSION),
  title: text,
  subtitle: text.optional(),
  date: date.optional(),
  funder: text.optional(),
  ceiling: z.number().positive().optional(),
  currency: currencySchema.optional(),
  convention: conventionFieldSchema.optional(),
  variables: z.record(id, rangeSchema).optional(),
  defaults: strictObject(layers).optional(),
  experiments: z.array(experimentSchema).min(1).max(1_000),
  disputes: z.array(disputeSchema).max(100).optional(),
  overhead: strictObject({
    reruns: quantity({ min: 0, max: 10, what: "work done again, as a share of all runs" }),
    source: text.optional(),
  }).optional(),
  quotes: z.array(quoteSchema).min(1).max(MOST_PLAN_QUOTES),
  exchangeRates: z.array(exchangeRateSchema).max(100).optional(),
  storage: storageSchema.optional(),
  clusters: z.array(clusterSchema).min(1).max(50).optional(),
  schedule: strictObject({ policy: z.enum(POLICIES).optional() }).optional(),
  energy: energyAssumptionsSchema.optional(),
  budget: budgetFieldsSchema.optional(),
  compareWith: strictObject({ title: text, flop: z.number().positive(), source: text.optional() }).optional(),
  assumptions: z.array(text).max(100).optional(),
  sources: z
    .array(strictObject({ text, url: webAddress.optional(), date: date.optional() }))
    .max(100)
    .optional(),
});

export type PlanDocument = z.infer<typeof planSchema>;
export type ExperimentDocument = z.infer<typeof experimentSchema>;
export type SweepDocument = z.infer<typeof sweepSchema>;
export type DisputeDocument = z.infer<typeof disputeSchema>;
