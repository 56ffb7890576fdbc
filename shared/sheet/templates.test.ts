import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { explain } from "../estimate/explain.ts";
import { buildSheet } from "./build-sheet.ts";
import { inputOf, sectionOf, tableOf, wordsOf } from "./fixtures/sheet-of.ts";
import { figuresOn, sheetProblems } from "./fixtures/sheet-problems.ts";
import { SHIPPED, shippedPlan } from "./fixtures/shipped-plans.ts";
import { plainText } from "./text/rich-text.ts";

const read = (path: string) => readFileSync(new URL(`../../assets/${path}`, import.meta.url), "utf8");

describe.each(SHIPPED)("the sheet of %s", (name) => {
  const resolved = shippedPlan(name, read);
  const input = inputOf(resolved);
  const sheet = buildSheet(input);

  it("is sound with ranges and without", () => {
    expect(sheetProblems(sheet)).toEqual([]);
    expect(sheetProblems(buildSheet({ ...input, ranges: null }))).toEqual([]);
  });

  it("can explain each of its figures", () => {
    const figures = figuresOn(sheet);
    expect(figures.length).toBeGreaterThan(30);
    for (const figure of figures) {
      expect(Number.isFinite(explain(resolved, input.estimate, input.ranges, figure).value)).toBe(true);
    }
  });

  it("gives every number of its tables an address, but for plain facts of the plan", () => {
    const facts = ["cards", "price", "heads", "width", "layers", "share"];
    for (const section of sheet.sections) {
      if (section.kind !== "table") continue;
      for (const row of section.table.rows) {
        row.cells.forEach(({ value, figure }, index) => {
          const key = section.table.columns[index]?.key ?? "";
          if (value !== null && !facts.includes(key)) expect(figure, `${section.id} ${key}`).not.toBeNull();
        });
      }
    }
  });
});

it("shows one model of stated counts by what an example costs", () => {
  const sheet = buildSheet(inputOf(shippedPlan("vision-epochs", read)));
  const columns = tableOf(sheet, "models").columns.map(({ title, unit }) => `${title} ${unit}`.trim());
  expect(columns).toContain("FLOP an example");
  expect(columns.join()).not.toContain("6N");
});

it("sets reruns apart, alike in both tables, and adds them up", () => {
  const sheet = buildSheet(inputOf(shippedPlan("pretrain-7b", read)));
  const reruns = (id: string) => wordsOf(tableOf(sheet, id)).find((row) => row[0] === "Reruns and failures") ?? [];
  expect(reruns("experiments").at(-2)).toBe(reruns("models").at(-2));
  expect(tableOf(sheet, "experiments").rows.at(-1)?.apart).toBe(true);
  const subtitle = (id: string) => plainText(sectionOf(sheet, id).subtitle);
  expect(subtitle("cost-by-experiment")).toContain(", reruns apart; data in Table 1.");
  expect(subtitle("ranges")).toMatch(/; reruns in the total only\.$/);
});

it("says how likely the plan is to stay under its ceiling", () => {
  const lead = plainText(buildSheet(inputOf(shippedPlan("pretrain-7b", read))).lead);
  expect(lead).toMatch(/The total stays under the ceiling of 300 k USD in (more than )?\d+ % of 200 draws\.$/);
});

it("names conditional sweeps and runs that are counted elsewhere", () => {
  const sheet = buildSheet(inputOf(shippedPlan("fine-tuning-seeds", read)));
  expect(plainText(sheet.lead)).toContain("One sweep is conditional and counts at its probability of 30 %.");
  const notes = sheet.footnotes.map((note) => plainText(note.text)).join(" ");
  expect(notes).toContain("Its runs are counted in Learning rate search.");
});
