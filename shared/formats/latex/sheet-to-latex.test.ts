import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyPlan } from "../../sheet/fixtures/any-plan.ts";
import { experiment, plan } from "../../sheet/fixtures/plan.ts";
import { sheetOf } from "../../sheet/fixtures/sheet-of.ts";
import { shippedPlan } from "../../sheet/fixtures/shipped-plans.ts";
import { sheetToLatex } from "./sheet-to-latex.ts";

const read = (path: string) => readFileSync(new URL(`../../../assets/${path}`, import.meta.url), "utf8");
const golden = sheetToLatex(sheetOf(shippedPlan("scaling-exponents", read), 10_000));
const lines = golden.split("\n");

/** What keeps LaTeX from setting a text: braces and environments that do not match, rows of another width than their table. */
function latexProblems(latex: string): string[] {
  const problems: string[] = [];
  const bare = latex.replace(/^%.*$/gm, "").replace(/\\[\\{}$&#%_]/g, (two) => (two === "\\\\" ? "\\\\" : ""));
  let depth = 0;
  for (const letter of bare) {
    if (letter === "{") depth += 1;
    if (letter === "}") depth -= 1;
    if (depth < 0) problems.push("a brace too many is closed");
  }
  if (depth !== 0) problems.push(`${depth} braces stay open`);
  const open: string[] = [];
  for (const [, kind, name = ""] of bare.matchAll(/\\(begin|end)\{(\w+)\}/g)) {
    if (kind === "begin") open.push(name);
    else if (open.pop() !== name) problems.push(`${name} ends what it did not begin`);
  }
  if (open.length > 0) problems.push(`${open} stay open`);
  for (const [, , columns = "", body = ""] of bare.matchAll(
    /\\begin\{(tabular|longtable)\}\{([lr]+)\}([\s\S]*?)\\end\{\1\}/g,
  )) {
    for (const row of body.split("\n").filter((line) => line.endsWith(" \\\\"))) {
      const cells = row.split("&").length;
      if (cells !== columns.length) problems.push(`${cells} cells in ${columns.length} columns: ${row}`);
    }
  }
  return problems;
}

describe("the golden sheet", () => {
  it("is sound", () => {
    expect(latexProblems(golden)).toEqual([]);
  });

  it("has the table of experiments with units, the total apart, and the footnotes that it calls", () => {
    const start = lines.indexOf(
      "\\caption{What each experiment costs. Rows add up to the total; FLOP show three digits and do not.}\\label{tab:experiments}",
    );
    const table = lines.slice(start, lines.indexOf("\\end{table}", start));
    expect(table).toContain("\\begin{tabular}{lrrrrrr}");
    expect(table).toContain(
      "Experiment & Runs & FLOP & Card-hours & Node-hours (of 8 cards) & Cost (USD) & Share (\\%) \\\\",
    );
    expect(table).toContain(
      "Gamma\\textsuperscript{5} & 36,360 & 1.35 \\ensuremath{\\times} 10\\textsuperscript{24} & 1,074,799 & 134,350 & 3,224,398 & 25.0 \\\\",
    );
    const total = table.findIndex((line) => line.startsWith("\\textbf{Total} & \\textbf{58,512}"));
    expect(table[total - 1]).toBe("\\midrule");
    expect(table[total + 1]).toBe("\\bottomrule");
    expect(table.join("\n")).toContain("\\textsuperscript{2}\\,Text and sums differ: see Table 3.");
  });

  it("tells charts by their finding, without repeating a table", () => {
    expect(golden).toContain("\\textbf{Figure 1. The largest width takes 41 \\% of the money.}");
    expect(golden.match(/12,907,461/g)?.length).toBeGreaterThan(0);
    expect(golden.match(/\\label\{tab:models\}/g)).toHaveLength(1);
  });

  it("has assumptions, sources and all footnotes", () => {
    expect(golden).toContain("\\subsection*{Assumptions}");
    expect(golden).toContain("\\item[1.] ");
    expect(golden).toContain("\\item[a] ");
    expect(golden).toContain("\\item[1] Every range at its likely value, 3.00 USD a card-hour.");
  });
});

it("is sound whatever the plan", () => {
  fc.assert(
    fc.property(anyPlan, (resolved) => {
      expect(latexProblems(sheetToLatex(sheetOf(resolved, 20)))).toEqual([]);
    }),
    { numRuns: 20 },
  );
});

it("breaks a table that no page holds", () => {
  const many = Array.from({ length: 41 }, (_, index) => experiment(`e${index}`, { title: `Part ${index}` }));
  const latex = sheetToLatex(sheetOf(plan({ experiments: many })));
  expect(latexProblems(latex)).toEqual([]);
  expect(latex).toContain("\\begin{longtable}{lrrrrrr}");
  expect(latex).toContain("\\endhead");
});

it("cannot be made to carry a command", () => {
  const evil = plan({
    title: "\\input{/etc/passwd} $x$ % gone",
    experiments: [experiment("a", { title: "[2pt] & \\\\ }", note: "\\write18{ls}" })],
  });
  const latex = sheetToLatex(sheetOf(evil));
  expect(latex).not.toMatch(/\\(input|write18)/);
  expect(latexProblems(latex)).toEqual([]);
});
