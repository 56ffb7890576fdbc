import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { completeShape } from "./complete-shape.ts";
import { countParameters } from "./count-parameters.ts";
import { publishedModelSchema } from "./published-model.ts";

const file = new URL("../../assets/catalog/models.json", import.meta.url);
const shipped: unknown = JSON.parse(readFileSync(file, "utf8"));
const rows = z.array(publishedModelSchema).parse(shipped);

const counted = rows.flatMap((row) => {
  if (row.model === null) return [];
  const shape = completeShape(row.model);
  if (!shape.ok) throw new Error(`${row.id}: ${shape.error.map(({ message }) => message).join("; ")}`);
  return [{ ...row, count: countParameters(shape.value) }];
});

/** What a published number that was rounded to three digits may be off by. */
const ROUNDED = 0.005;

describe("the catalogue of published models", () => {
  it("has 53 rows, each with an id of its own, a source and the month in which it was read", () => {
    expect(rows).toHaveLength(53);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(53);
    expect(shipped).toEqual(rows);
    for (const { sources } of rows) expect(sources.join()).not.toMatch(/memory/i);
  });

  it.each(counted)("$name counts what was published, or says by how much not", ({ count, parameters, differs }) => {
    const off = count.total / parameters - 1;
    if (differs === null) expect(Math.abs(off)).toBeLessThanOrEqual(ROUNDED);
    else expect(off).toBeCloseTo(differs, 3);
  });

  it("says why, where a count differs", () => {
    const differing = counted.filter(({ differs }) => differs !== null);
    expect(differing.map(({ id }) => id)).toEqual(["gopher-280b", "chinchilla-70b", "falcon-180b", "phi-1"]);
    for (const { note } of differing) expect(note).not.toBeNull();
  });

  it("counts MPT to the unit of its benchmark, and Mixtral's active parameters", () => {
    const exact = counted.filter(({ id }) => id.startsWith("mpt-"));
    expect(exact.map(({ count }) => count.total)).toEqual(exact.map(({ parameters }) => parameters));
    expect(counted.find(({ id }) => id === "mixtral-8x7b")?.count.active).toBe(12_879_925_248);
  });

  it("has no count of active parameters above the total", () => {
    for (const { parameters, activeParameters } of rows) expect(activeParameters ?? 0).toBeLessThan(parameters);
  });

  it("has no shape of the two models whose shape nobody published", () => {
    expect(rows.filter(({ model }) => model === null).map(({ id }) => id)).toEqual([
      "switch-c-1-6t",
      "nemotron-4-340b",
    ]);
  });
});
