/**
 * The run-time check of a `Sheet`: what a host does before it prints one that somebody handed to it, and what a store will
 * do before it shows an old one. Kept in step with sheet.ts by a test of the types, in both directions.
 */
import { z } from "zod";
import { figureSchema } from "./figure-schema.ts";
import { type RichText, SHEET_VERSION } from "./sheet.ts";

const text = z.string();
/** No column is printed with more decimals. */
const MOST_PLACES = 20;
const colour = z.int().min(0).nullable();

/** A figure's text is running text again; TypeScript cannot infer a type that goes round, so this one is stated. */
const innerText: z.ZodType<RichText> = z.lazy(() => z.array(inline));

const inline = z.union([
  text,
  z.strictObject({ kind: z.literal("superscript"), text }),
  z.strictObject({ kind: z.literal("strong"), text }),
  z.strictObject({ kind: z.literal("note"), id: text }),
  z.strictObject({ kind: z.literal("figure"), text: innerText, exact: text, figure: figureSchema }),
]);

const richText = z.array(inline);

const cell = z.strictObject({
  text: richText,
  value: z.number().nullable(),
  exact: text.nullable(),
  figure: figureSchema.nullable(),
  muted: z.boolean().exactOptional(),
  date: text.exactOptional(),
});

const row = z.strictObject({
  cells: z.array(cell),
  colour: z.int().min(0).exactOptional(),
  apart: z.boolean().exactOptional(),
});

const table = z.strictObject({
  columns: z.array(
    z.strictObject({
      key: text,
      title: text,
      unit: text,
      valueUnit: text.exactOptional(),
      align: z.enum(["left", "right", "decimal"]),
      bar: z.boolean().exactOptional(),
      places: z.int().min(0).max(MOST_PLACES).exactOptional(),
      adds: z.boolean().exactOptional(),
    }),
  ),
  rows: z.array(row),
  total: row.nullable(),
  onPaper: z.strictObject({ without: z.array(z.int().min(0)), instead: z.array(row) }).exactOptional(),
});

const range = {
  low: z.number(),
  p10: z.number(),
  p50: z.number(),
  p90: z.number(),
  high: z.number(),
  likely: z.number(),
};

const barChart = z.strictObject({
  kind: z.literal("bars"),
  direction: z.enum(["columns", "rows"]),
  unit: text,
  categoryTitle: text,
  bars: z.array(
    z.strictObject({
      label: text,
      value: z.number(),
      text,
      highlight: z.boolean(),
      colour,
      figure: figureSchema.nullable(),
    }),
  ),
  remark: text.nullable(),
});

const timeChart = z.strictObject({
  kind: z.literal("time"),
  cardHours: z.number(),
  fromCards: z.number(),
  toCards: z.number(),
  marks: z.array(z.strictObject({ cards: z.number(), hours: z.number(), text, figure: figureSchema })),
  curves: z
    .array(
      z.strictObject({
        of: z.enum(["ideal", "scheduled", "expected"]),
        points: z.array(z.strictObject({ cards: z.number(), hours: z.number() })),
      }),
    )
    .exactOptional(),
  stops: z.strictObject({ cards: z.number(), hours: z.number(), text }).nullable().exactOptional(),
});

const timelineChart = z.strictObject({
  kind: z.literal("timeline"),
  cards: z.number(),
  hours: z.number(),
  hoursText: text,
  idealHours: z.number(),
  idealText: text,
  figure: figureSchema,
  bands: z.array(
    z.strictObject({
      label: text,
      colour,
      steps: z.array(z.strictObject({ hours: z.number(), cards: z.number() })),
    }),
  ),
});

const rangeChart = z.strictObject({
  kind: z.literal("ranges"),
  unit: text,
  rows: z.array(z.strictObject({ label: text, ...range, colour, figure: figureSchema.nullable() })),
});

const tornadoChart = z.strictObject({
  kind: z.literal("tornado"),
  unit: text,
  centre: z.number(),
  rows: z.array(
    z.strictObject({
      label: text,
      low: z.number(),
      high: z.number(),
      lowText: text,
      highText: text,
      figure: figureSchema.nullable(),
    }),
  ),
});

const sectionBase = {
  id: text,
  label: text,
  title: text,
  subtitle: richText,
  outline: text,
  width: z.enum(["full", "half"]),
};

const section = z.discriminatedUnion("kind", [
  z.strictObject({ ...sectionBase, kind: z.literal("table"), table, notes: z.array(text) }),
  z.strictObject({
    ...sectionBase,
    kind: z.literal("chart"),
    chart: z.discriminatedUnion("kind", [barChart, timeChart, timelineChart, rangeChart, tornadoChart]),
    table,
    tableId: text.nullable(),
    notes: z.array(text),
  }),
  z.strictObject({
    ...sectionBase,
    kind: z.literal("list"),
    marker: z.enum(["number", "letter"]),
    items: z.array(richText),
  }),
]);

const headline = z.strictObject({
  id: z.enum(["cost", "cardHours", "flop"]),
  title: richText,
  value: cell,
  unit: text,
  remark: richText,
  range: z.strictObject({ ...range, words: text }).nullable(),
});

export const sheetSchema = z.strictObject({
  version: z.literal(SHEET_VERSION),
  kind: text,
  title: text,
  subtitle: text,
  currency: text,
  date: text.nullable(),
  headline: z.array(headline),
  lead: richText,
  sections: z.array(section),
  footnotes: z.array(z.strictObject({ id: text, mark: text, text: richText })),
  warnings: z.array(text),
  foot: text,
});
