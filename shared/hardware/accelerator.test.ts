import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import {
  type Accelerator,
  acceleratorFieldsSchema,
  acceleratorSchema,
  completeAccelerator,
  densePeakOf,
  formatsOf,
} from "./accelerator.ts";
import { NUMBER_FORMATS, type NumberFormat } from "./number-format.ts";

const text = readFileSync(new URL("../../assets/catalog/accelerators.json", import.meta.url), "utf8");
const rows: { id: string }[] = JSON.parse(text);
const catalogue: Accelerator[] = z.array(acceleratorSchema).parse(rows);

function card(id: string): Accelerator {
  const found = catalogue.find((row) => row.id === id);
  if (found === undefined) throw new Error(`no card ${id}`);
  return found;
}

describe("the catalogue of accelerators", () => {
  it("has 44 cards, each id and name once, sorted by vendor and name", () => {
    expect(catalogue).toHaveLength(44);
    expect(new Set(catalogue.map((row) => row.id)).size).toBe(44);
    expect(new Set(catalogue.map((row) => row.name)).size).toBe(44);
    const inOrder = catalogue.toSorted((a, b) => compare(a.vendor ?? "", b.vendor ?? "") || compare(a.name, b.name));
    expect(catalogue.map((row) => row.id)).toEqual(inOrder.map((row) => row.id));
  });

  it.each(rows)("$id fits the schema", (row) => {
    expect(acceleratorSchema.safeParse(row).error).toBeUndefined();
  });

  it.each(catalogue)("$id has a source and a peak in a format to train in", (row) => {
    expect(row.sources.length).toBeGreaterThan(0);
    expect(densePeakOf(row, "bf16") ?? densePeakOf(row, "fp16")).not.toBeNull();
  });

  it.each(catalogue)("$id is dated by its newest source", (row) => {
    const dates = row.sources.flatMap((source) => source.date ?? []).sort();
    expect(row.date).toBe(dates.at(-1) ?? null);
  });

  it.each(catalogue)("$id is not slower in fewer bits", (row) => {
    const byWidth = [["fp32", "tf32", "bf16"], ["fp8"], ["fp4"]] as const;
    let slowest = 0;
    for (const formats of byWidth) {
      for (const format of formats) {
        const peak = densePeakOf(row, format);
        if (peak !== null) expect(peak).toBeGreaterThanOrEqual(slowest);
        slowest = Math.max(slowest, peak ?? 0);
      }
    }
  });

  const trapped = catalogue.flatMap((row) =>
    NUMBER_FORMATS.flatMap((format) => {
      const figure = row.sparseTrap?.figures[format];
      return figure === undefined ? [] : [{ id: row.id, format, figure, dense: densePeakOf(row, format) }];
    }),
  );

  it.each(trapped)("$id gives the dense $format peak, never the sparse $figure", ({ figure, dense }) => {
    expect(dense).not.toBeNull();
    // Sparsity doubles the rate at least; datasheets round, so the dense peak may be a little over half.
    expect(Number(dense) / figure).toBeLessThan(0.51);
  });

  it("knows the trap of every card whose sparse figure circulates", () => {
    expect(trapped.length).toBeGreaterThanOrEqual(20);
    expect(card("h100-sxm").sparseTrap?.figures).toMatchObject({ bf16: 1979e12, fp8: 3958e12 });
  });

  it.each<[string, NumberFormat, number]>([
    ["h100-sxm", "bf16", 989.4e12],
    ["a100-sxm-80", "bf16", 312e12],
    ["v100-sxm2-16", "fp16", 125e12],
    ["tpu-v4", "bf16", 275e12],
    ["mi250x", "bf16", 383e12],
  ])("%s has the dense %s peak that published utilisations are shares of", (id, format, peak) => {
    expect(densePeakOf(card(id), format)).toBe(peak);
  });

  it("marks what was recalled and not found", () => {
    expect(card("rtx3090").unverified).toEqual(expect.arrayContaining(["densePeak.fp16", "densePeak.bf16"]));
    expect(card("h100-sxm").unverified).toEqual([]);
  });

  it.each(catalogue)("$id marks only fields that it has", (row) => {
    for (const field of row.unverified) {
      const [head, format] = field.split(".");
      const value = format === undefined ? Object.entries(row).find(([key]) => key === head)?.[1] : peakBy(row, format);
      expect(value ?? null).not.toBeNull();
    }
  });

  it("stands in the file one card a line", () => {
    const lines = text.trimEnd().split("\n");
    expect(lines).toHaveLength(catalogue.length + 2);
    expect(lines.filter((line) => line.startsWith('  {"id": '))).toHaveLength(catalogue.length);
  });
});

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function peakBy(row: Accelerator, format: string): number | null {
  const known = NUMBER_FORMATS.find((candidate) => candidate === format);
  return known === undefined ? null : densePeakOf(row, known);
}

describe("a card by value", () => {
  it("needs its name and a peak, and nothing else", () => {
    const stated = acceleratorFieldsSchema.parse({ name: "Lab card", densePeak: { bf16: 2e14 } });
    const complete = completeAccelerator(stated);
    expect(acceleratorSchema.omit({ id: true }).safeParse(withoutId(complete)).error).toBeUndefined();
    expect(complete).toMatchObject({ id: "Lab card", tdpWatts: null, sources: [], unverified: [] });
    expect(formatsOf(complete)).toEqual(["bf16"]);
    expect(densePeakOf(complete, "fp8")).toBeNull();
  });

  it("keeps everything that a copied row of the catalogue says", () => {
    const row = card("h100-sxm");
    expect(completeAccelerator(acceleratorFieldsSchema.parse(row))).toEqual(row);
  });

  it.each([
    { densePeak: { bf16: 2e14 } },
    { name: "x" },
    { name: "x", densePeak: { bf17: 2e14 } },
    { name: "x", densePeak: { bf16: 0 } },
    { name: "x", densePeak: { bf16: -1 } },
    { name: "x", densePeak: { bf16: 2e14 }, cardsPerNode: 0 },
    { name: "x", densePeak: { bf16: 2e14 }, tdp: 700 },
  ])("refuses %o", (fields) => {
    expect(acceleratorFieldsSchema.safeParse(fields).success).toBe(false);
  });
});

function withoutId({ id: _id, ...rest }: Accelerator): Omit<Accelerator, "id"> {
  return rest;
}
