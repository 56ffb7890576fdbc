/**
 * How a funder wants a budget laid out, as a row of the catalogue: its headings, codes and rounding, and its rules about
 * indirect costs. Every rule has its words, source and date, and every threshold is a number in the data, never in code.
 */
import { z } from "zod";
import { partialDateSchema } from "../../lib/dates.ts";
import { slugSchema } from "../../lib/slug.ts";
import { categorySchema } from "./category.ts";

const text = z.string().trim().min(1).max(600);

const said = {
  /** The rule in a sentence. */
  text,
  source: text,
  url: z.url().optional(),
  /** Since when it holds, or when it was read. */
  date: partialDateSchema,
  /** Not read in the funder's own text: ask the office before relying on it. */
  verify: z.literal(true).optional(),
};

const noteSchema = z.strictObject(said);
const ruled = <Value extends z.ZodType>(value: Value) => z.strictObject({ value, ...said });

const amount = z.number().min(0).max(1e12);
const share = z.number().min(0).max(1);

const indirectSchema = z.discriminatedUnion("kind", [
  /** No indirect costs. */
  z.strictObject({ kind: z.literal("none"), rule: noteSchema }),
  /** A share of direct costs, some of which are left out of the base. */
  z.strictObject({
    kind: z.literal("base"),
    /** What the base is called: "Modified total direct costs". */
    name: text,
    rate: ruled(share),
    excluded: ruled(z.array(categorySchema)),
    /** What a piece of equipment costs at least to be equipment; cheaper ones are supplies. */
    equipmentThreshold: ruled(amount).nullable(),
    /** How much of each subaward is in the base, over all years together. */
    subawardCap: ruled(amount).nullable(),
  }),
  /** So much for every full-time year of work; the organisation's own rates, which the plan states. */
  z.strictObject({ kind: z.literal("perFteYear"), rule: noteSchema, equipmentThreshold: ruled(amount).nullable() }),
]);

const headingSchema = z.strictObject({
  /** As the funder writes it: "G4". */
  code: z.string().max(20),
  title: text,
  categories: z.array(categorySchema),
});

/** What a paragraph of the justification is written from. */
export const PARAGRAPHS = [
  "goal",
  "compute",
  "storage",
  "support",
  "team",
  "people",
  "equipment",
  "otherDirect",
  "indirect",
  "costShare",
] as const;
export type Paragraph = (typeof PARAGRAPHS)[number];

const paragraphSchema = z.strictObject({
  /** As the funder writes it: "B". */
  code: z.string().max(20),
  title: text,
  about: z.array(z.enum(PARAGRAPHS)).min(1),
});

export const funderLayoutSchema = z
  .strictObject({
    id: slugSchema,
    title: text,
    funder: text,
    /** What is asked for: money by heading and year, credits of a cloud, or units of a machine by quarter. */
    asks: z.enum(["money", "credits", "allocation"]),
    /** The currency that the funder pays in; null for any. */
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .nullable(),
    roundTo: ruled(z.literal([0.01, 1, 10, 100, 1000])),
    headings: z.array(headingSchema).min(1),
    indirect: indirectSchema,
    /** Direct costs are asked for in whole steps, the same every year, without lines. */
    modular: z.strictObject({ step: ruled(amount.positive()), mostDirectPerYear: ruled(amount.positive()) }).nullable(),
    /** The share of full costs that the funder pays, and the headings it pays whole. */
    funded: z.strictObject({ share: ruled(share), whole: z.array(z.string()) }).nullable(),
    /** Whether a reserve for what may go wrong can be asked for. */
    contingency: ruled(z.boolean()),
    /** Whether prices may rise by a yearly rate. */
    escalation: ruled(z.boolean()),
    /** Most pages of the justification, or of the whole request. */
    mostPages: ruled(z.int().min(1)).nullable(),
    justification: z.array(paragraphSchema).min(1),
    /** Further rules that no figure of the budget depends on; with a `category`, said where a budget has lines of it. */
    notes: z.array(noteSchema.extend({ category: categorySchema.optional() })),
  })
  .superRefine(({ headings, funded }, context) => {
    const listed = headings.flatMap(({ categories }) => categories);
    const twice = listed.find((category, index) => listed.indexOf(category) !== index);
    if (twice !== undefined) {
      context.addIssue({
        code: "custom",
        path: ["headings"],
        input: twice,
        message: `Allowed: every category under one heading; ${twice} stands under two`,
      });
    }
    const codes = new Set(headings.map(({ code }) => code));
    for (const code of funded?.whole ?? []) {
      if (codes.has(code)) continue;
      context.addIssue({
        code: "custom",
        path: ["funded", "whole"],
        input: code,
        message: `Allowed: a code of the headings; ${code} is none`,
      });
    }
  });
export type FunderLayout = z.infer<typeof funderLayoutSchema>;
export type Heading = FunderLayout["headings"][number];
/** A rule of a funder in words, with who says so. */
export type FunderRule = z.infer<typeof noteSchema>;
