import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyPlan } from "../../sheet/fixtures/any-plan.ts";
import { experiment, plan } from "../../sheet/fixtures/plan.ts";
import { sheetOf } from "../../sheet/fixtures/sheet-of.ts";
import { shippedPlan } from "../../sheet/fixtures/shipped-plans.ts";
import { displayWidth } from "../../sheet/text/display-width.ts";
import { sheetToMarkdown } from "./sheet-to-markdown.ts";

const read = (path: string) => readFileSync(new URL(`../../../assets/${path}`, import.meta.url), "utf8");
const golden = sheetToMarkdown(sheetOf(shippedPlan("scaling-exponents", read), 10_000));
const lines = golden.split("\n");

/** The cells of a table's line; escaped bars do not part cells. */
const cellsOf = (line: string) => line.split(/(?<!\\)\|/).slice(1, -1);

function tablesOf(markdown: string): string[][] {
  const tables: string[][] = [];
  for (const [index, line] of markdown.split("\n").entries()) {
    const before = markdown.split("\n")[index - 1] ?? "";
    if (!line.startsWith("|")) continue;
    if (!before.startsWith("|")) tables.push([]);
    tables.at(-1)?.push(line);
  }
  return tables;
}

describe("the golden sheet", () => {
  it("opens with title, headline figures and the result in words", () => {
    expect(lines[0]).toBe("# Scaling Exponents Across Parameterizations and Optimizers");
    expect(golden).toContain("- **Rental cost: 12.9 M USD**[^1], P10–P90 11.8–12.8 M, all low 9.92 M\n");
    expect(golden).toContain("- **Operations: 5.42 × 10²⁴ FLOP**, 14.3 % of Llama 3 405B’s 3.8 × 10²⁵\n");
  });

  it("has the table of experiments, numbers right, total bold", () => {
    const row = lines.find((line) => line.startsWith("| Gamma"));
    expect(row && cellsOf(row).map((cell) => cell.trim())).toEqual([
      "Gamma[^5]",
      "36,360",
      "1.35 × 10²⁴",
      "1,074,799",
      "134,350",
      "3,224,398",
      "25.0",
    ]);
    expect(golden).toMatch(/\| \*\*Total\*\* +\| +\*\*58,512\*\* \|/);
    expect(golden).toMatch(/\| -+ \| -+: \| -+: \|/);
  });

  it("defines each footnote that it calls, once", () => {
    const called = new Set([...golden.matchAll(/\[\^(\d+)\](?!:)/g)].map((match) => match[1]));
    const defined = [...golden.matchAll(/^\[\^(\d+)\]: \S/gm)].map((match) => match[1]);
    expect(new Set(defined)).toEqual(called);
    expect(defined.length).toBe(called.size);
  });

  it("tells charts by their finding, without repeating a table", () => {
    const figure = lines.indexOf("## Figure 1. The largest width takes 41 % of the money.");
    expect(lines.slice(figure, figure + 6)).toEqual([
      "## Figure 1. The largest width takes 41 % of the money.",
      "",
      "Rental cost by model width, all experiments; data in Table 2.",
      "",
      "Widths 12,288 and 16,384 together take 64.1 %.",
      "",
    ]);
  });
});

it("has tables whose lines all have the same cells and the same width, whatever the plan", () => {
  fc.assert(
    fc.property(anyPlan, (resolved) => {
      const tables = tablesOf(sheetToMarkdown(sheetOf(resolved, 20)));
      expect(tables.length).toBeGreaterThan(0);
      for (const table of tables) {
        expect(new Set(table.map((line) => cellsOf(line).length)).size).toBe(1);
        expect(new Set(table.map(displayWidth)).size).toBe(1);
      }
    }),
    { numRuns: 20 },
  );
});

it("cannot be made to carry markup", () => {
  const evil = plan({
    title: "<img src=x onerror=alert(1)> | *x*",
    experiments: [experiment("a", { title: "a | b\n## c", note: "[x](javascript:alert(1))" })],
  });
  const markdown = sheetToMarkdown(sheetOf(evil));
  expect(markdown).not.toMatch(/<img|^## c|(?<!\\)\]\(javascript/m);
  for (const table of tablesOf(markdown)) expect(new Set(table.map((line) => cellsOf(line).length)).size).toBe(1);
});
