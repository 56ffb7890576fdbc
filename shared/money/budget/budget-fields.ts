/** The budget of a plan as it is written down: what the person states beside what the plan's own estimate gives. */
import { z } from "zod";
import { calendarDateSchema } from "../../lib/dates.ts";
import { slugSchema } from "../../lib/slug.ts";
import { strictObject } from "../../lib/strict-object.ts";
import { boundedNumber } from "../../ranges/quantity.ts";
import { MONTHS_PER_YEAR } from "../../units/constants.ts";
import { categorySchema } from "./category.ts";

/** The longest grant, in months, and what a budget without them runs for. */
const MOST_MONTHS = 120;
export const DEFAULT_MONTHS = 12;
const MOST_YEARS = MOST_MONTHS / MONTHS_PER_YEAR;

const MOST_LINES = 200;
const MOST_WORDS = 20_000;

const text = z.string().trim().min(1).max(2_000);
const code = z.string().trim().min(1).max(20);
const currency = z.string().regex(/^[A-Z]{3}$/, "Allowed: three capital letters, as USD");
const share = (what: string) => boundedNumber({ min: 0, max: 1, what });
const rate = (what: string) => boundedNumber({ min: 0, max: 2, what });
const money = (what: string) => boundedNumber({ min: 0, max: 1e12, what });

export const CEILING_KINDS = ["direct", "total"] as const;
export type CeilingKind = (typeof CEILING_KINDS)[number];
export const DEFAULT_CEILING_KIND: CeilingKind = "total";

const ROUNDINGS = [0.01, 1, 10, 100, 1000] as const;

/** A part of a line that somebody other than the funder bears, with the indirect costs on it. */
const costShareSchema = strictObject({
  share: share("part of the line that others bear"),
  /** The own organisation, or somebody else. */
  bearer: z.enum(["internal", "external"], { error: "Allowed: internal, external" }),
  source: text.optional(),
});
export type CostShare = z.infer<typeof costShareSchema>;

/** What a line says where it differs from its category and the layout. */
const flags = {
  funderCode: code.optional(),
  inIndirectBase: z.boolean().optional(),
  indirectRate: rate("indirect costs of this line as a share").optional(),
  taxed: z.boolean().optional(),
  escalated: z.boolean().optional(),
  capital: z.boolean().optional(),
  costShare: costShareSchema.optional(),
};

const year = z.union(
  [boundedNumber({ min: 1, max: MOST_YEARS, integer: true, what: "grant year" }), z.literal("every")],
  {
    error: `Allowed: a grant year from 1 to ${MOST_YEARS}, or every`,
  },
);

const budgetLineSchema = strictObject({
  id: slugSchema,
  category: categorySchema,
  title: text,
  year: year.optional(),
  quantity: boundedNumber({ min: 0, max: 1e9, what: "quantity" }),
  unit: z.string().trim().min(1).max(60).optional(),
  price: money("price of one"),
  currency: currency.optional(),
  ...flags,
  source: text.optional(),
  date: calendarDateSchema.optional(),
  justification: text.optional(),
});
export type BudgetLineFields = z.infer<typeof budgetLineSchema>;
export type EstimatedFields = z.infer<typeof computeSchema>;

/** Lines that are made from the plan's own estimate. */
const estimatedSchema = strictObject({ ...flags, leaveOut: z.boolean().optional() });

const shares = z.array(share("part of the work in a grant year")).min(1).max(MOST_YEARS);

const computeSchema = strictObject({
  /** A line for every experiment, or one for all. */
  by: z.enum(["experiment", "plan"], { error: "Allowed: experiment, plan" }).optional(),
  /** Part of the card-hours by grant year; they add up to 1. */
  shares: shares.optional(),
  ...flags,
  leaveOut: z.boolean().optional(),
});

const indirectSchema = strictObject({
  base: z.enum(["layout", "totalDirect", "none"], { error: "Allowed: layout, totalDirect, none" }).optional(),
  rate: rate("indirect costs as a share of their base").optional(),
  equipmentThreshold: money("price from which equipment is left out of the base").optional(),
  subawardCap: money("part of each subaward in the base").optional(),
  estatesPerFteYear: money("estates for a full-time year").optional(),
  indirectsPerFteYear: money("indirects for a full-time year").optional(),
  /** The organisation's negotiated agreement. */
  agreement: text.optional(),
  date: calendarDateSchema.optional(),
});

const allocationSchema = strictObject({
  /** What the machine's owner counts in. */
  unit: z.string().trim().min(1).max(60),
  perCardHour: boundedNumber({ min: 0, exclusiveMin: true, max: 1e9, what: "units of an hour of one card" }),
  source: text.optional(),
  date: calendarDateSchema.optional(),
});

export const budgetFieldsSchema = strictObject({
  layout: slugSchema,
  call: text.optional(),
  start: calendarDateSchema.optional(),
  months: boundedNumber({ min: 1, max: MOST_MONTHS, integer: true, what: "months of the grant" }).optional(),
  ceilingKind: z.enum(CEILING_KINDS, { error: `Allowed: ${CEILING_KINDS.join(", ")}` }).optional(),
  currency: currency.optional(),
  roundTo: z.literal([...ROUNDINGS], { error: `Allowed: ${ROUNDINGS.join(", ")}` }).optional(),
  indirect: indirectSchema.optional(),
  tax: strictObject({ rate: share("sales tax or VAT"), recoverable: z.boolean().optional() }).optional(),
  escalation: strictObject({ rate: share("rise of prices a year"), source: text.optional() }).optional(),
  computeLines: computeSchema.optional(),
  storageLine: estimatedSchema.optional(),
  egressLine: estimatedSchema.optional(),
  allocation: allocationSchema.optional(),
  lines: z.array(budgetLineSchema).max(MOST_LINES).optional(),
  /** Text that stands in place of the one written from the plan, by the code or title of the layout's paragraph. */
  justification: z.record(z.string().min(1).max(100), z.string().trim().min(1).max(MOST_WORDS)).optional(),
});
export type BudgetFields = z.infer<typeof budgetFieldsSchema>;
