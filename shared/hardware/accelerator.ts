/** An accelerator ("card"): what its datasheet says, with who says so. */
import { z } from "zod";
import { copiedFromSchema } from "../lib/copied-from.ts";
import { partialDateSchema } from "../lib/dates.ts";
import { strictObject } from "../lib/strict-object.ts";
import { webAddress } from "../lib/web-address.ts";
import { boundedNumber } from "../ranges/quantity.ts";
import { byFormatSchema, NUMBER_FORMATS, type NumberFormat } from "./number-format.ts";

/** The highest dense peak that is taken for one card, in FLOP/s: some seventy times the fastest of today. */
const MOST_FLOP_PER_SECOND = 1e18;

const text = z.string().trim().min(1).max(2_000);
const positive = (max: number, what: string) => boundedNumber({ min: 0, exclusiveMin: true, max, what });
const flopPerSecond = positive(MOST_FLOP_PER_SECOND, "FLOP/s of one card");

/** Dense peak by format in FLOP/s, without sparsity. Null where the card has no such format or nobody is known to say. */
const densePeakSchema = byFormatSchema(flopPerSecond.nullable());

/** Fields that may be marked as not verified, by their place in the row. */
const MARKABLE = [
  ...NUMBER_FORMATS.map((format) => `densePeak.${format}` as const),
  "marketedMemoryGB",
  "bandwidthBytesPerSecond",
  "tdpWatts",
  "interconnect",
  "cardsPerNode",
] as const;

/** Cards in one node. */
export const cardsPerNodeSchema = boundedNumber({ min: 1, max: 1_000, integer: true, what: "cards in a node" });

const interconnectSchema = strictObject({
  name: text,
  /** Both directions of a card together; null where unknown. */
  bytesPerSecond: positive(1e15, "bytes per second").nullable(),
});

const sourceSchema = strictObject({ title: text, url: webAddress.nullable(), date: partialDateSchema.nullable() });

const fields = {
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/, "Allowed: small letters, digits and -, at most 64 characters"),
  name: text,
  vendor: text.nullable(),
  releaseYear: boundedNumber({ min: 1990, max: 2100, integer: true, what: "year of release" }).nullable(),
  densePeak: densePeakSchema,
  /** As marketed, in the vendor's own mixture of GB and GiB. */
  marketedMemoryGB: positive(1e6, "memory in GB").nullable(),
  /** Memory that a program can use; null where nobody is known to have measured it. */
  memoryBytes: positive(1e15, "memory in bytes").nullable(),
  bandwidthBytesPerSecond: positive(1e15, "bytes per second").nullable(),
  /** Thermal design power of the card alone; null is unknown, not 0. */
  tdpWatts: positive(100_000, "watts").nullable(),
  interconnect: interconnectSchema.nullable(),
  /** The usual size of a node. */
  cardsPerNode: cardsPerNodeSchema.nullable(),
  sources: z.array(sourceSchema).max(20),
  /** Date of the newest source; null where none is dated. */
  date: partialDateSchema.nullable(),
  notes: text.nullable(),
  /** Figures with 2:4 sparsity (or half-width accumulation) that circulate as this card's peak, in FLOP/s. */
  sparseTrap: strictObject({ figures: byFormatSchema(flopPerSecond), note: text }).nullable(),
  /** Fields that were recalled and not found in a source. */
  unverified: z.array(z.enum(MARKABLE)).max(MARKABLE.length),
};

/** A row of the shipped catalogue: every field there, null where unknown. */
export const acceleratorSchema = strictObject(fields);
export type Accelerator = z.infer<typeof acceleratorSchema>;

/**
 * A card written into a plan: its name and the dense peak of the format in use; all else may be left out. A field that
 * is there has the bounds of the catalogue's.
 */
export const acceleratorFieldsSchema = strictObject({
  ...acceleratorSchema.partial().shape,
  name: fields.name,
  densePeak: fields.densePeak,
  /** The card of the library that this one was copied from. */
  from: copiedFromSchema.optional(),
});
export type AcceleratorFields = z.infer<typeof acceleratorFieldsSchema>;

/**
 * The card that a plan writes down, with everything left out unknown. A card without an id is known by its name.
 *
 * @example completeAccelerator({ name: "Lab card", densePeak: { bf16: 2e14 } }).tdpWatts // null
 */
export function completeAccelerator(stated: AcceleratorFields): Accelerator {
  return {
    id: stated.id ?? stated.name,
    name: stated.name,
    vendor: stated.vendor ?? null,
    releaseYear: stated.releaseYear ?? null,
    densePeak: stated.densePeak,
    marketedMemoryGB: stated.marketedMemoryGB ?? null,
    memoryBytes: stated.memoryBytes ?? null,
    bandwidthBytesPerSecond: stated.bandwidthBytesPerSecond ?? null,
    tdpWatts: stated.tdpWatts ?? null,
    interconnect: stated.interconnect ?? null,
    cardsPerNode: stated.cardsPerNode ?? null,
    sources: stated.sources ?? [],
    date: stated.date ?? null,
    notes: stated.notes ?? null,
    sparseTrap: stated.sparseTrap ?? null,
    unverified: stated.unverified ?? [],
  };
}

/** The card's dense peak in `format`, in FLOP/s; null where it has none or it is unknown. */
export function densePeakOf(accelerator: Accelerator, format: NumberFormat): number | null {
  return accelerator.densePeak[format] ?? null;
}

/** The formats that the card has a dense peak for, in the order of `NUMBER_FORMATS`. */
export function formatsOf(accelerator: Accelerator): readonly NumberFormat[] {
  return NUMBER_FORMATS.filter((format) => densePeakOf(accelerator, format) !== null);
}

/** Where a card lacks the one 16-bit format, runs compute in the other. */
const STAND_IN: Partial<Record<NumberFormat, NumberFormat>> = { bf16: "fp16", fp16: "bf16" };

/** The format in which `accelerator` does what another card does in `format`, with its dense peak; null where none is known. */
export function formatOn(
  accelerator: Accelerator,
  format: NumberFormat,
): { readonly format: NumberFormat; readonly densePeak: number } | null {
  for (const one of [format, STAND_IN[format]]) {
    const densePeak = one === undefined ? null : densePeakOf(accelerator, one);
    if (one !== undefined && densePeak !== null) return { format: one, densePeak };
  }
  return null;
}
