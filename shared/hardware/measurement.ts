/**
 * What others have measured of a card: how many tokens it trained on in a second, and what share of its peak that was.
 * Model and hardware utilisation are fields of their own and never stand in for each other: the first counts the
 * operations that the model needs, the second those that the card did, recomputed ones included.
 */
import { z } from "zod";
import { partialDateSchema } from "../lib/dates.ts";
import { strictObject } from "../lib/strict-object.ts";
import { percentiles } from "../ranges/percentile.ts";
import { type NumberFormat, numberFormatSchema } from "./number-format.ts";

const text = z.string().trim().min(1).max(2_000);
const share = z.number().positive().max(1);
const count = z.int().min(1);

/**
 * How the operations behind a model utilisation were counted: 6·N a token, or the same with attention over the full
 * sequence (Chowdhery et al. 2022, appendix B).
 */
const COUNTINGS = ["six-nd", "palm"] as const;

const rowSchema = strictObject({
  /** Key of the source in `sources`. */
  source: text,
  model: text,
  /** Null where nobody says. */
  parameters: z.number().positive().nullable(),
  /** What kind of run it was: LoRA does not do the six operations a parameter that pre-training does. */
  work: z.enum(["pre-training", "LoRA"]),
  /** As the source names the card. */
  card: text,
  /** Id of the card in the catalogue; null where the source leaves open which it is, or the catalogue has it not. */
  accelerator: text.nullable(),
  cards: count.nullable(),
  format: numberFormatSchema.nullable(),
  /** Tokens in a sequence. */
  sequence: count.nullable(),
  /** Sequences in a step, of all cards together. */
  batch: count.nullable(),
  /** Whether activations are computed again on the way back; null where nobody says. */
  recomputes: z.boolean().nullable(),
  /** Of one card. */
  tokensPerSecond: z.number().positive().nullable(),
  /** Of the whole run, where that was measured. */
  minutes: z.number().positive().nullable(),
  modelUtilisation: share.nullable(),
  hardwareUtilisation: share.nullable(),
  /** The format whose dense peak the utilisations are shares of. */
  peakFormat: numberFormatSchema.nullable(),
  counting: z.enum(COUNTINGS).nullable(),
  /** True where the utilisation was worked out here, of a throughput that the source states; false: it says so itself. */
  isRecomputed: z.boolean(),
  date: partialDateSchema.nullable(),
  note: text.nullable(),
}).superRefine(({ format, peakFormat, modelUtilisation }, context) => {
  if (peakFormat !== null && peakFormat !== format) {
    const message = `Allowed: ${format ?? "null"}, the format of the run`;
    context.addIssue({ code: "custom", path: ["peakFormat"], input: peakFormat, message });
  }
  if (modelUtilisation !== null && peakFormat === null) {
    const message = "Allowed: the format whose peak the utilisation is a share of";
    context.addIssue({ code: "custom", path: ["peakFormat"], input: peakFormat, message });
  }
});

/** assets/catalog/measurements.json. */
export const measurementsSchema = strictObject({
  sources: z.record(text, strictObject({ title: text, url: z.url().nullable(), note: text.nullable() })),
  rows: z.array(rowSchema),
});

export type Measurements = z.infer<typeof measurementsSchema>;
export type Measurement = Measurements["rows"][number];

/** A measurement that can stand beside a plan's utilisation: its size and its share of the peak are known. */
export interface MeasuredShare extends Measurement {
  readonly parameters: number;
  readonly modelUtilisation: number;
}

/**
 * The measurements of model utilisation on a card in a format, against the peak of that format. One that states only
 * hardware utilisation, or whose share is of another format's peak (an fp8 run against the bf16 peak looks twice as
 * good as it is), is not among them.
 */
export function measuredShares(
  rows: readonly Measurement[],
  accelerator: string,
  format: NumberFormat,
): readonly MeasuredShare[] {
  return rows.filter(
    (row): row is MeasuredShare =>
      row.accelerator === accelerator &&
      row.format === format &&
      row.peakFormat === format &&
      row.parameters !== null &&
      row.modelUtilisation !== null,
  );
}

/**
 * Model FLOP utilisation of a throughput under 6·N operations a token.
 *
 * Worked example: LLaMA 65B, 65.2e9 parameters, 380 tokens a second on an A100 (312e12 FLOP/s) → 0.4765.
 */
export function utilisationOfThroughput(run: {
  readonly parameters: number;
  readonly tokensPerSecond: number;
  readonly densePeak: number;
}): number {
  return (6 * run.parameters * run.tokensPerSecond) / run.densePeak;
}

export interface Spread {
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Least, middle and greatest of some shares; null of none. Of an even number, the median is the mean of the middle two.
 *
 * @example spreadOf([0.4, 0.3, 0.45, 0.35]) // {low: 0.3, median: 0.375, high: 0.45}
 */
export function spreadOf(shares: readonly number[]): Spread | null {
  if (shares.length === 0) return null;
  const [low = 0, median = 0, high = 0] = percentiles(Float64Array.from(shares), [0, 0.5, 1]);
  return { low, median, high };
}
