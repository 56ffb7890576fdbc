// @vitest-environment node
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
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
  let tables = 0;
  for (const [, kind, name = ""] of bare.matchAll(/\\(begin|end)\{(\w+)\}/g)) {
    if (kind === "begin") open.push(name);
    else if (open.pop() !== name) problems.push(`${name} ends what it did not begin`);
  }
  if (open.length > 0) problems.push(`${open} stay open`);
  // A head of several lines is a table in its cell.
  const outer = bare.replace(/\\begin\{tabular\}\[b\]\{@\{\}[lr]@\{\}\}[^&]*?\\end\{tabular\}/g, "head");
  for (const [, , columns = "", body = ""] of outer.matchAll(
    /\\begin\{(tabular|longtable)\}\{((?:[lr]|>\{\\ragged(?:left|right)\\arraybackslash\}p\{\d+pt\})+)\}([\s\S]*?)\\end\{\1\}/g,
  )) {
    tables += 1;
    const count = columns.replace(/>\{[^}]*\}p\{\d+pt\}/g, "p").length;
    for (const row of body.split("\n").filter((line) => line.endsWith(" \\\\"))) {
      const cells = row.split("&").length;
      if (cells !== count) problems.push(`${cells} cells in ${count} columns: ${row}`);
    }
  }
  const begun = outer.match(/\\begin\{(tabular|longtable)\}/g)?.length ?? 0;
  if (tables !== begun) problems.push(`${begun} tables, ${tables} of them with columns`);
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
      "Experiment & Runs & FLOP & Card-hours & \\begin{tabular}[b]{@{}r@{}}Node-hours\\\\(of 8 cards)\\end{tabular} & Cost (USD) & Share (\\%) \\\\",
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

describe("wide words and strange letters", () => {
  const names = [
    "Nguyễn Thị Ấu & Đặng Hương",
    "Łukasz Żółć, Ångström, Ærø, ß, €, ±, ², –, “q”",
    "日本語の計画 Ελλάδα Кириллица 🚀",
    '=HYPERLINK("http://evil","click") \\input{/etc/passwd} 100 % & _x_ #1 $ ^ ~',
    "Unverwechselbarkeitsüberprüfungsverfahren",
    "A very long title of an experiment which somebody wrote without thinking of the width of any page, and then went on",
  ];
  const wide = plan({
    title: names.join(" "),
    assumptions: names,
    experiments: names.map((title, index) => experiment(`e${index}`, { title, note: title })),
  });
  const budget = {
    layout: "ukri",
    months: 36,
    currency: "GBP",
    indirect: { estatesPerFteYear: 12_500, indirectsPerFteYear: 48_000 },
    lines: names.map((title, index) => ({
      id: `l${index}`,
      category: "people",
      title,
      year: "every",
      quantity: 1,
      price: 1e5,
    })),
  };
  const exchangeRates = [{ currency: "GBP", rate: 1.31, date: "2026-11-20" }];
  const documents = [
    golden,
    sheetToLatex(sheetOf(wide)),
    sheetToLatex(sheetOf(shippedPlan("whole-project", read, { budget, exchangeRates }))),
  ];

  it("make no unsound document", () => {
    for (const document of documents) expect(latexProblems(document)).toEqual([]);
    expect(documents[1]).toContain("\\DeclareUnicodeCharacter{65E5}{\\codepoint{65E5}}");
    expect(documents[1]).toContain("\\raggedright\\arraybackslash}p{");
  });

  const { status, stdout } = spawnSync("pdflatex", ["--version"], { encoding: "utf8" });
  if (status === 0) {
    it(`are set without an error, and within the margins, by ${stdout.split("\n")[0]}`, { timeout: 120_000 }, () => {
      for (const document of documents) {
        const folder = mkdtempSync(join(tmpdir(), "flopsheet-latex-"));
        try {
          writeFileSync(join(folder, "sheet.tex"), document);
          const done = spawnSync("pdflatex", ["-interaction=nonstopmode", "-no-shell-escape", "sheet.tex"], {
            cwd: folder,
          });
          const log = readFileSync(join(folder, "sheet.log"), "latin1");
          expect(log.match(/^!.*|^Overfull \\hbox.*/gm) ?? []).toEqual([]);
          expect(done.status).toBe(0);
        } finally {
          rmSync(folder, { recursive: true, force: true });
        }
      }
    });
  } else {
    // Not here is not passed: there is no such test then.
    console.log("The test of LaTeX documents is left out: pdflatex is not here.");
  }
});
