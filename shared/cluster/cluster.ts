import { z } from "zod";
import { cardsPerNodeSchema } from "../hardware/accelerator.ts";
import { checkpointFields } from "../hardware/run-cards-fields.ts";
import { copiedFromSchema } from "../lib/copied-from.ts";
import { calendarDateSchema } from "../lib/dates.ts";
import { strictObject } from "../lib/strict-object.ts";
import { boundedNumber, quantity } from "../ranges/quantity.ts";
import { exact } from "../units/format/exact.ts";

const cardsError = "Allowed: cards as a whole number from 1 to 10,000,000";

/** Units in which a centre counts what it grants, and how many a card-hour, or a node-hour, costs. */
const allocationSchema = strictObject({
  unit: z.string().trim().min(1).max(60),
  perCardHour: boundedNumber({ min: 0, max: 1e9, what: "allocation units for a card-hour" }).optional(),
  perNodeHour: boundedNumber({ min: 0, max: 1e9, what: "allocation units for a node-hour" }).optional(),
}).superRefine(({ perCardHour, perNodeHour }, context) => {
  if ((perCardHour === undefined) !== (perNodeHour === undefined)) return;
  context.addIssue({
    code: "custom",
    path: [perCardHour === undefined ? "perCardHour" : "perNodeHour"],
    input: perNodeHour,
    message: "Allowed: one of perCardHour and perNodeHour",
  });
});

const fields = {
  title: z.string().optional(),
  cards: z.int({ error: cardsError }).min(1, { error: cardsError }).max(1e7, { error: cardsError }),
  /** A card of the catalogue, where it is not the plan's own: the plan then runs at that card's speed. */
  accelerator: z.string().min(1).max(64).optional(),
  cardsPerNode: cardsPerNodeSchema.optional(),
  interconnect: z.string().trim().min(1).max(200).optional(),
  hoursPerWeek: boundedNumber({ min: 1, max: 168, what: "hours a week that the cluster can be used" }).optional(),
  /** What of the cards is granted to this project. */
  share: boundedNumber({ min: 0, exclusiveMin: true, max: 1, what: "granted share of the cards" }).optional(),
  queueWaitHours: quantity({ min: 0, max: 100_000, what: "hours of waiting before the first run starts" }).optional(),
  cardMtbfHours: quantity({
    min: 0,
    exclusiveMin: true,
    max: 1e9,
    what: "mean hours between failures of one card",
  }).optional(),
  ...checkpointFields,
  start: calendarDateSchema.optional(),
  end: calendarDateSchema.optional(),
  allocation: allocationSchema.optional(),
};

type Dates = { readonly start?: string | undefined; readonly end?: string | undefined };

/** Dates as YYYY-MM-DD compare as texts; a cluster of one day starts and ends on it. */
const endsFromStartOn = ({ start, end }: Dates, context: z.core.$RefinementCtx<Dates>): void => {
  if (start === undefined || end === undefined || start <= end) return;
  context.addIssue({ code: "custom", path: ["end"], input: end, message: `Allowed: a day from start on, ${start}` });
};

type Granted = { readonly cards: number; readonly share?: number | undefined };

/** Of 0.1 × 30 cards no card is to be lost to rounding. */
const ROUNDING = 1e-9;

const grantsACard = ({ cards, share }: Granted, context: z.core.$RefinementCtx<Granted>): void => {
  // What is no share, or no number of cards, is refused for that.
  if (share === undefined || !(share > 0) || !(cards >= 1) || cards * share + ROUNDING >= 1) return;
  const message = `Allowed: a share that is at least one of the ${exact(cards)} ${cards === 1 ? "card" : "cards"}`;
  context.addIssue({ code: "custom", path: ["share"], input: share, message });
};

/** A cluster of the plan document: how many cards the work may be spread over, when, and how often they fail. */
export const clusterSchema = strictObject({
  ...fields,
  /** The cluster of the library that this one was copied from. */
  from: copiedFromSchema.optional(),
})
  .superRefine(endsFromStartOn)
  .superRefine(grantsACard);
export type Cluster = z.infer<typeof clusterSchema>;

/** A cluster of the library, for all projects. */
export const libraryClusterSchema = strictObject(fields).superRefine(endsFromStartOn).superRefine(grantsACard);

/** The clusters of a plan that names none: a group's server room, a rented pod, the largest training sites. */
export const PRESETS: readonly Cluster[] = [{ cards: 10 }, { cards: 100 }, { cards: 100_000 }];

/** What a cluster means where it says nothing. */
export const CLUSTER_DEFAULTS = {
  hoursPerWeek: 168,
  share: 1,
  queueWaitHours: 0,
  /** Grattafiori et al. 2024, The Llama 3 Herd of Models, table 5: 419 unexpected interruptions in 54 days on 16,384 cards. */
  cardMtbfHours: (54 * 24 * 16_384) / 419,
  checkpointWriteMinutes: 5,
  restartMinutes: 10,
} as const;
