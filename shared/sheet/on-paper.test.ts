import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { smallPlan } from "../estimate/budget/small-plan.fixture.ts";
import { explain } from "../estimate/explain.ts";
import { shippedCatalogue } from "../plan/catalogue.fixture.ts";
import { buildSheet } from "./build-sheet.ts";
import { inputOf } from "./fixtures/sheet-of.ts";
import { named, smaller } from "./on-paper.ts";
import type { Row, Table } from "./sheet.ts";
import { printedNumber } from "./text/printed-number.ts";
import { plainText } from "./text/rich-text.ts";

const assets = new URL("../../assets/", import.meta.url);
const catalogue = shippedCatalogue((path) => readFileSync(new URL(path, assets), "utf8"));

const experiments = Array.from({ length: 12 }, (_, index) => ({
  id: `study-${index}`,
  title: `Study ${index}`,
  training: { runKind: "interactive", hours: 10 + ((index * 5) % 12) / 3, cards: 8 },
  sweeps: [{ axes: { seed: 2 } }],
}));
const lines = Array.from({ length: 7 }, (_, index) => ({
  id: `tool-${index}`,
  category: "supplies",
  title: `Tool ${index}`,
  quantity: 1,
  price: 100.3 + index,
  year: "every",
}));

function asked(layout: string) {
  const plan = smallPlan(catalogue, { layout, months: 24, lines }, { experiments });
  const input = inputOf(plan);
  const tableOf = (id: string): Table => {
    const found = buildSheet(input).sections.find((section) => section.id === id);
    if (found?.kind !== "table") throw new Error(`no table ${id}`);
    return found.table;
  };
  return { plan, input, tableOf };
}

const onPaper = ({ rows, onPaper: paper }: Table): Row[] => [
  ...rows.filter((_, index) => paper?.without.includes(index) !== true),
  ...(paper?.instead ?? []),
];

describe("a request of a few pages", () => {
  const credits = asked("cloud-credits");

  it.each([
    ["budget-lines", 19, ["9 further lines, in the workbook", "4 further lines, in the workbook"]],
    ["experiments", 12, ["9 further experiments, in the workbook"]],
  ])("has the larger rows of %s on paper, and what the others come to", (id, all, instead) => {
    const table = credits.tableOf(id);
    expect(table.rows).toHaveLength(all);
    expect(table.onPaper?.instead.map(({ cells: [first] }) => plainText(first?.text ?? []))).toEqual(instead);
    table.columns.forEach((column, index) => {
      if (column.places === undefined) return;
      const numberOf = (row: Row | null) => {
        const cell = row?.cells[index];
        return cell === undefined ? 0 : (printedNumber(cell, column) ?? 0);
      };
      const sum = onPaper(table).reduce((total, row) => total + numberOf(row), 0);
      expect(sum, column.title).toBeCloseTo(numberOf(table.total), 6);
    });
    for (const { figure, value } of table.onPaper?.instead.flatMap(({ cells }) => cells) ?? []) {
      if (figure === null || value === null) continue;
      expect(explain(credits.plan, credits.input.estimate, null, figure).value).toBeCloseTo(value, 6);
    }
  });

  it("leaves times to its opening where it has many experiments", () => {
    expect(() => credits.tableOf("times")).toThrow("no table times");
    expect(asked("nsf").tableOf("times").rows).not.toHaveLength(0);
  });

  it("is whole where pages are not counted", () => {
    const { tableOf } = asked("nsf");
    expect(tableOf("budget-lines").onPaper).toBeUndefined();
    expect(tableOf("experiments").onPaper).toBeUndefined();
  });
});

it("keeps the largest, and puts no single row in place of itself", () => {
  expect(smaller([5, 1, 9, 2], "linesOfHeading")).toEqual([]);
  expect(smaller([5, 1, 9, 2, 8], "linesOfHeading")).toEqual([1, 3]);
});

it("names a few in a short request only", () => {
  expect(named(["a", "b", "c", "d"], null)).toBe("a, b, c and d");
});
