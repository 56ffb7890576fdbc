/** The run-time check of a `Figure`, for sheets that come from outside. Kept in step with figure.ts by a test of the types. */
import { z } from "zod";
import { BUDGET_MEASURES, OFFER_PARTS, SCHEDULE_MEASURES, STORED_MEASURES } from "../estimate/figure.ts";

const index = z.int().min(0);
const name = z.string().max(2_000);

const total = z.enum(["runs", "flop", "cardHours", "nodeHours", "cost"]);
const totalOrShare = z.enum([...total.options, "share"]);
const ranged = z.enum(["flop", "cardHours", "cost"]);
const part = z.enum(["low", "p10", "p50", "p90", "high"]);

export const figureSchema = z.discriminatedUnion("of", [
  z.strictObject({ of: z.literal("total"), measure: total, stage: z.enum(["core", "withRepeats", "withReruns"]) }),
  z.strictObject({ of: z.literal("totalRange"), measure: ranged, part }),
  z.strictObject({ of: z.literal("experiment"), experiment: index, measure: totalOrShare }),
  z.strictObject({ of: z.literal("experiments"), experiments: z.array(index), measure: totalOrShare }),
  z.strictObject({ of: z.literal("experimentRange"), experiment: index, measure: ranged, part }),
  z.strictObject({ of: z.literal("sweep"), experiment: index, sweep: index, measure: total }),
  z.strictObject({
    of: z.literal("class"),
    runClass: index,
    measure: z.enum([...total.options, "flopPerRun", "cardHoursPerRun", "items", "flopPerItem", "speed", "passSpeed"]),
  }),
  z.strictObject({ of: z.literal("reruns"), measure: total.exclude(["runs"]) }),
  z.strictObject({
    of: z.literal("model"),
    model: index,
    measure: z.enum(["parameters", "activeParameters", "flopPerItem", "sixNdRatio", "runs", "cost", "share"]),
  }),
  z.strictObject({ of: z.literal("withoutModel"), measure: z.enum(["runs", "cost", "share"]) }),
  z.strictObject({ of: z.literal("axisValue"), axis: name, value: name, measure: totalOrShare }),
  z.strictObject({ of: z.literal("speed"), card: index }),
  z.strictObject({ of: z.literal("memory"), model: index, measure: z.enum(["bytes", "cards"]) }),
  z.strictObject({ of: z.literal("cluster"), cluster: index }),
  z.strictObject({ of: z.literal("schedule"), cluster: index, measure: z.enum(SCHEDULE_MEASURES) }),
  z.strictObject({ of: z.literal("energy"), measure: z.enum(["kilowattHours", "kilogramsCO2e", "byCard", "byNode"]) }),
  z.strictObject({ of: z.literal("dispute"), dispute: index, measure: z.enum(["then", "difference"]) }),
  z.strictObject({ of: z.literal("quote"), quote: index }),
  z.strictObject({ of: z.literal("offer"), quote: index, part: z.enum(OFFER_PARTS) }),
  z.strictObject({ of: z.literal("stored"), measure: z.enum(STORED_MEASURES) }),
  z.strictObject({ of: z.literal("swing"), input: index, end: z.enum(["low", "high"]) }),
  z.strictObject({ of: z.literal("chanceUnderCeiling") }),
  z.strictObject({ of: z.literal("comparison") }),
  z.strictObject({
    of: z.literal("budget"),
    measure: z.enum(BUDGET_MEASURES),
    year: index.nullable(),
  }),
  z.strictObject({ of: z.literal("budgetLine"), line: name, year: index.nullable() }),
  z.strictObject({ of: z.literal("budgetLines"), lines: z.array(name), year: index.nullable() }),
  z.strictObject({ of: z.literal("budgetUnits"), quarter: index.nullable() }),
]);
