import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { explain } from "../estimate/explain.ts";
import { buildSheet } from "./build-sheet.ts";
import { anyPlan } from "./fixtures/any-plan.ts";
import { decoder, experiment, h100Card, plan, quote, runClass } from "./fixtures/plan.ts";
import { inputOf, sheetOf, tableOf } from "./fixtures/sheet-of.ts";
import { figuresOn, sheetProblems } from "./fixtures/sheet-problems.ts";
import type { Table } from "./sheet.ts";
import { sheetSchema } from "./sheet-schema.ts";
import { numberInFull } from "./text/printed-number.ts";

const FEW = 20;
const runs = { numRuns: 60 };

/** Sums of what is shown in a column against what is shown below it; null where a column is not shown in full. */
function footing({ rows, total, columns }: Table, key: string): readonly [sum: number, total: number] | null {
  const index = columns.findIndex((column) => column.key === key);
  const cells = rows.map((row) => row.cells[index]).filter((cell) => cell !== undefined && cell.text.length > 0);
  const shown = cells.map((cell) => numberInFull(cell?.text ?? []));
  const whole = numberInFull(total?.cells[index]?.text ?? []);
  if (whole === null || shown.some((value) => value === null)) return null;
  return [shown.reduce((sum: number, value) => sum + (value ?? 0), 0), whole];
}

describe("every sheet", () => {
  it("is sound: no broken words, no empty table, no dangling note, labels in order", () => {
    fc.assert(
      fc.property(anyPlan, (resolved) => {
        expect(sheetProblems(sheetOf(resolved, FEW))).toEqual([]);
      }),
      runs,
    );
  });

  it("adds up in every column that says it does", () => {
    let compared = 0;
    fc.assert(
      fc.property(anyPlan, (resolved) => {
        const sheet = sheetOf(resolved, FEW);
        for (const [id, keys] of [
          ["experiments", ["runs", "cardHours", "nodeHours", "cost", "share"]],
          ["models", ["runs", "cost", "share"]],
        ] as const) {
          const table = tableOf(sheet, id);
          if (table.total === null) continue;
          for (const key of keys) {
            const sums = footing(table, key);
            if (sums === null) continue;
            compared += 1;
            expect(sums[0], `${id} ${key}`).toBeCloseTo(sums[1], 6);
          }
        }
      }),
      runs,
    );
    expect(compared).toBeGreaterThan(100);
  });

  it("can explain each of its figures", () => {
    fc.assert(
      fc.property(anyPlan, (resolved) => {
        const input = inputOf(resolved, FEW);
        for (const figure of figuresOn(buildSheet(input))) {
          const trace = explain(resolved, input.estimate, input.ranges, figure);
          expect(Number.isFinite(trace.value), JSON.stringify(figure)).toBe(true);
        }
      }),
      { numRuns: 30 },
    );
  });

  it("has the shape that stores and printers check, and is the same letter by letter the next time", () => {
    fc.assert(
      fc.property(anyPlan, (resolved) => {
        const sheet = sheetOf(resolved, FEW);
        expect(sheetSchema.parse(JSON.parse(JSON.stringify(sheet)))).toEqual(sheet);
        expect(JSON.stringify(sheetOf(resolved, FEW))).toBe(JSON.stringify(sheet));
      }),
      { numRuns: 20 },
    );
  });
});

describe("the smallest plan", () => {
  const sheet = sheetOf(plan());

  it("has no table of what it does not have", () => {
    expect(sheet.sections.map((section) => section.id)).toEqual(["experiments", "models", "assumptions", "sources"]);
  });

  it("counts one in the singular", () => {
    expect(sheet.lead.map((inline) => (typeof inline === "string" ? inline : "…")).join("")).toBe(
      "One experiment of … trains a model of … parameters.",
    );
    expect(sheetProblems(sheet)).toEqual([]);
  });

  it("says nothing of ranges", () => {
    expect(JSON.stringify(sheet)).not.toMatch(/P10|PERT|draws/);
    expect(sheet.headline[0]?.range).toBeNull();
  });
});

it("goes without ranges while they are being drawn", () => {
  const doubtful = plan({
    inputs: [{ name: "n", title: "seeds", path: "variables.n", low: 1, likely: 2, high: 3, source: null }],
    classes: [runClass({ counts: [{ likely: 2, input: 0 }] })],
  });
  const sheet = buildSheet({ ...inputOf(doubtful), ranges: null });
  expect(sheetProblems(sheet)).toEqual([]);
  expect(sheet.headline[0]?.range).toBeNull();
  expect(sheet.sections.map((section) => section.id)).not.toContain("ranges");
});

it("names file, version and fingerprint in its foot", () => {
  const named = {
    ...inputOf(plan({ date: "2026-11-22" })),
    identity: { file: "my.yaml", planFingerprint: "4be107c9d52a8e36ff" },
  };
  expect(buildSheet(named).foot).toBe(
    "Plan “my.yaml”, prices of 22 November 2026. Flopsheet 1.2.3. Fingerprint SHA-256 4be1 07c9 d52a 8e36",
  );
  const undated = plan({ title: "Mine", quotes: [quote(3, { date: null })] });
  expect(sheetOf(undated).foot).toBe("Plan “Mine”. Flopsheet 1.2.3.");
});

it("dates prices by their quotes, and never by the plan", () => {
  const old = plan({ title: "Mine", date: "2026-11-22", quotes: [quote(3, { date: "2025-03" })] });
  expect(sheetOf(old)).toMatchObject({
    subtitle: "Rented H100 cards, prices of March 2025",
    foot: "Plan “Mine” of 22 November 2026, prices of March 2025. Flopsheet 1.2.3.",
  });
  const two = { ...old, cards: [h100Card, { ...h100Card, quote: 1 }], quotes: [...old.quotes, quote(2)] };
  expect(sheetOf(two)).toMatchObject({
    subtitle: "Rented H100 cards",
    foot: "Plan “Mine” of 22 November 2026. Flopsheet 1.2.3.",
  });
});

it("gives no total at the price of a card that the plan does not use", () => {
  const mine = quote(2, { id: "mine", title: "Mine", headline: false });
  const foreign = quote(9, { id: "b200", title: "B200", headline: false, accelerator: "b200-sxm" });
  expect(tableOf(sheetOf(plan({ quotes: [quote(3), mine, foreign] })), "prices").rows).toHaveLength(1);
  expect(sheetOf(plan({ quotes: [quote(3), foreign] })).sections.map(({ id }) => id)).not.toContain("prices");
});

it("says whom it is for, whoever wrote the line below the title", () => {
  expect(sheetOf(plan({ funder: "Research council" })).subtitle).toBe(
    "For Research council. Rented H100 cards, prices of 22 November 2026",
  );
  expect(sheetOf(plan({ funder: "Research Inc.", subtitle: "Ours" })).subtitle).toBe("For Research Inc. Ours");
});

it("holds a hundred models, and ten thousand", () => {
  for (const many of [100, 10_000]) {
    const classes = Array.from({ length: many }, (_, model) => runClass({ model, labels: model + 1 }));
    const models = classes.map((_, model) => ({ label: `width ${(model + 1) * 128}`, shape: decoder(model + 1) }));
    const table = tableOf(sheetOf(plan({ models, classes, experiments: [experiment("all")] }), FEW), "models");
    expect(table.rows.length).toBe(Math.min(many, 120));
    expect(footing(table, "cost")?.[0]).toBeCloseTo(footing(table, "cost")?.[1] ?? Number.NaN, 6);
  }
});
