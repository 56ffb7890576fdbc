import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { buildSheet } from "./build-sheet.ts";
import { inputOf, sectionOf, tableOf, wordsOf } from "./fixtures/sheet-of.ts";
import { sheetProblems } from "./fixtures/sheet-problems.ts";
import { shippedPlan } from "./fixtures/shipped-plans.ts";
import { plainText } from "./text/rich-text.ts";

const read = (path: string) => readFileSync(new URL(`../../assets/${path}`, import.meta.url), "utf8");
const DRAWS = 10_000;
const sheet = buildSheet(inputOf(shippedPlan("scaling-exponents", read), DRAWS));

const rowsWithoutFirst = (id: string) => wordsOf(tableOf(sheet, id)).map((row) => row.slice(1));
const listOf = (id: string): string[] => {
  const section = sectionOf(sheet, id);
  return section.kind === "list" ? section.items.map(plainText) : [];
};

it("is sound", () => {
  expect(sheetProblems(sheet)).toEqual([]);
  expect(sheet.warnings).toEqual([]);
});

describe("headline", () => {
  it("says money with its range, card-hours with node-months, operations against Llama 3 405B", () => {
    expect(sheet.headline.map(({ value, unit, remark }) => [plainText(value.text), unit, plainText(remark)])).toEqual([
      ["12.9 M", "USD", "P10–P90 11.8–12.8 M, all low 9.92 M"],
      ["4.30 M", "", "747 node-months of 720 h"],
      ["5.42 × 10²⁴", "FLOP", "14.3 % of Llama 3 405B’s 3.8 × 10²⁵"],
    ]);
  });

  it("keeps every digit behind the figures", () => {
    expect(sheet.headline[0]?.value.exact).toBe("12,907,461.18 USD");
    expect(sheet.headline[0]?.range).toMatchObject({ likely: expect.closeTo(12_907_461.1811, 3) });
    const { p10 = 0, p50 = 0, p90 = 0, low = 0 } = sheet.headline[0]?.range ?? {};
    expect([p10, p50, p90, low].map(Math.round)).toEqual([11_806_149, 12_521_153, 12_845_235, 9_923_222]);
  });

  it("says at which values in its first footnote", () => {
    expect(plainText(sheet.footnotes[0]?.text ?? [])).toBe("Every range at its likely value, 3.00 USD a card-hour.");
  });
});

it("tells the result in words, and why the headline lies outside its range", () => {
  expect(plainText(sheet.lead)).toBe(
    "Nine experiments of 58,512 runs train 14 models of 9.79 M to 26.8 B parameters. " +
      "On 100,000 H100 cards that is 43.0 hours at best, on 100 cards 4.9 years and on 10 cards 49.1 years. " +
      "The headline lies above its own P10–P90 because it counts 15 points per line, and the source shows 10 to 15: " +
      "the number can only fall.",
  );
});

it("has the table of experiments, cell by cell", () => {
  expect(wordsOf(tableOf(sheet, "experiments"))).toEqual([
    ["Alignment", "12", "3.73 × 10²⁰", "296", "37", "889", "0.0"],
    ["Table E1 settings", "456", "1.63 × 10²³", "129,652", "16,206", "388,956", "3.0"],
    ["Epsilon variants", "5,040", "7.99 × 10²³", "634,008", "79,251", "1,902,022", "14.7"],
    ["Epsilon heat maps", "3,744", "1.34 × 10²⁴", "1,064,511", "133,064", "3,193,533", "24.7"],
    ["Beta only", "5,040", "7.99 × 10²³", "634,008", "79,251", "1,902,022", "14.7"],
    ["Gamma", "36,360", "1.35 × 10²⁴", "1,074,799", "134,350", "3,224,398", "25.0"],
    ["Weight decay", "840", "1.33 × 10²³", "105,668", "13,208", "317,004", "2.5"],
    ["Adafactor", "2,640", "7.92 × 10²²", "62,844", "7,856", "188,533", "1.5"],
    ["Compute-optimal", "4,380", "7.52 × 10²³", "596,701", "74,588", "1,790,104", "13.9"],
    ["Total", "58,512", "5.42 × 10²⁴", "4,302,487", "537,811", "12,907,461", "100.0"],
  ]);
});

it("keeps the unrounded numbers behind the cells", () => {
  const cost = tableOf(sheet, "experiments").rows.map((row) => row.cells[5]?.value ?? 0);
  const oracle = [
    888.81395400704, 388955.9991064986, 1902022.3291813303, 3193533.466348094, 1902022.3291813303, 3224397.534237257,
    317003.7215302217, 188532.80765144504, 1790104.1799513847,
  ];
  cost.forEach((value, index) => {
    expect(Math.abs(value / (oracle[index] ?? Number.NaN) - 1)).toBeLessThan(1e-12);
  });
});

it("has the table of models, cell by cell", () => {
  expect(wordsOf(tableOf(sheet, "models"))).toEqual([
    ["128", "1", "9.79 M", "63.4", "0.194", "0.00579", "1,920", "1,014", "0.0"],
    ["256", "2", "22.7 M", "68.5", "0.486", "0.0337", "1,920", "2,552", "0.0"],
    ["512", "4", "58.0 M", "75.3", "1.36", "0.242", "1,920", "7,249", "0.1"],
    ["768", "6", "106 M", "79.7", "2.63", "0.852", "1,920", "14,213", "0.1"],
    ["1,024", "8", "166 M", "82.8", "4.30", "2.18", "30,724", "395,031", "3.1"],
    ["1,536", "12", "325 M", "86.8", "8.80", "8.73", "1,920", "50,670", "0.4"],
    ["2,048", "16", "534 M", "89.3", "14.9", "24.3", "1,924", "90,946", "0.7"],
    ["2,560", "20", "794 M", "91.0", "22.5", "54.5", "1,920", "147,042", "1.1"],
    ["3,072", "24", "1.10 B", "92.2", "31.7", "107", "2,620", "290,071", "2.2"],
    ["4,096", "32", "1.87 B", "93.9", "54.9", "314", "2,624", "571,934", "4.4"],
    ["6,144", "48", "4.02 B", "95.7", "120", "1,472", "2,620", "1,673,502", "13.0"],
    ["8,192", "64", "6.97 B", "96.7", "210", "not run", "2,200", "1,388,029", "10.8"],
    ["12,288", "96", "15.3 B", "97.7", "466", "not run", "2,140", "2,993,333", "23.2"],
    ["16,384", "128", "26.8 B", "98.3", "823", "not run", "2,140", "5,281,875", "40.9"],
    ["Total", "", "", "", "", "", "58,512", "12,907,461", "100.0"],
  ]);
  const section = sectionOf(sheet, "models");
  expect(plainText(section.subtitle)).toBe(
    "8 layers, heads of 128, context 512, vocabulary 32,101; N counts embeddings.",
  );
  expect(tableOf(sheet, "models").columns.map(({ title, unit }) => `${title} ${unit}`.trim())).toEqual([
    "Width",
    "Heads",
    "Parameters",
    "FLOP a token ÷ 6N, %",
    "Card-hours a run 50,000 steps",
    "Card-hours a run 20 tokens per N",
    "Runs",
    "Cost USD",
    "Share %",
  ]);
});

it("finds that the largest width takes 41 % of the money", () => {
  const section = sectionOf(sheet, "cost-by-axis");
  expect(section).toMatchObject({
    label: "Figure 1",
    title: "The largest width takes 41 % of the money.",
    outline: "Figure 1, cost by width",
    tableId: "models",
    chart: { direction: "columns", unit: "USD", remark: "Widths 12,288 and 16,384 together take 64.1 %" },
  });
  const chart = section.kind === "chart" && section.chart.kind === "bars" ? section.chart : null;
  expect(chart?.bars.map(({ label, text }) => `${label} ${text}`)).toEqual([
    "128 1.01 k",
    "256 2.55 k",
    "512 7.25 k",
    "768 14.2 k",
    "1,024 395 k",
    "1,536 50.7 k",
    "2,048 90.9 k",
    "2,560 147 k",
    "3,072 290 k",
    "4,096 572 k",
    "6,144 1.67 M",
    "8,192 1.39 M",
    "12,288 2.99 M",
    "16,384 5.28 M",
  ]);
  expect(chart?.bars.filter((bar) => bar.highlight).map((bar) => bar.label)).toEqual(["16,384"]);
});

it("takes differences unrounded and rounds them once", () => {
  expect(rowsWithoutFirst("disputes")).toEqual([
    ["2,666", "+1,778"],
    ["995,244", "−794,860"],
    ["1,666,447", "−123,657"],
    ["1,752,249", "−37,855"],
  ]);
});

it("has ideal times with their ranges, and the total at the other prices", () => {
  expect(wordsOf(tableOf(sheet, "times"))).toEqual([
    ["10", "49.1 years", "44.9–48.9 years"],
    ["100", "4.9 years", "4.5–4.9 years"],
    ["100,000", "43.0 h", "39.4–42.8 h"],
  ]);
  expect(rowsWithoutFirst("prices")).toEqual([
    ["2.00", "8,604,974"],
    ["2.85", "12,262,088"],
    ["3.50", "15,058,705"],
  ]);
});

it("has the energy at the card's power and at the node's", () => {
  expect(rowsWithoutFirst("energy").slice(0, 2)).toEqual([
    ["3,312.9", "MWh"],
    ["6,034.2", "MWh"],
  ]);
});

it("ranks what moves the total", () => {
  expect(rowsWithoutFirst("sensitivity").slice(0, 3)).toEqual([
    ["8,604,974", "15,058,705"],
    ["9,923,222", "12,907,461"],
    ["12,112,601", "12,907,461"],
  ]);
});

it("points from the rows in dispute to their table, by its number", () => {
  const marked = tableOf(sheet, "experiments").rows.filter((row) =>
    row.cells[0]?.text.some(
      (inline) => typeof inline !== "string" && inline.kind === "note" && inline.id === "disputes",
    ),
  );
  expect(marked.map((row) => row.cells[0]?.text[0])).toEqual(["Alignment", "Compute-optimal"]);
  expect(plainText(sheet.footnotes.find((note) => note.id === "disputes")?.text ?? [])).toBe(
    "Text and sums differ: see Table 3.",
  );
  expect(sectionOf(sheet, "disputes").label).toBe("Table 3");
});

it("lists what it assumes", () => {
  const assumptions = listOf("assumptions").map((text) => text.replace(/(,? \[[a-z]+\])+$/, ""));
  expect(assumptions).toEqual(
    expect.arrayContaining([
      "N counts every parameter, embeddings included.",
      "Norms, positions and biases are not counted; embeddings are not tied.",
      "3.5 × 10¹⁴ FLOP/s achieved per card, 35.4 % of the dense bf16 peak of 9.894 × 10¹⁴ FLOP/s.",
      "3.00 USD a card-hour, 8 cards a node, no idle time billed.",
      "50,000 steps × 256 sequences × 512 tokens = 6.5536 × 10⁹ tokens a run, unless said otherwise.",
      "20 tokens per N in sequences of 512, in Compute-optimal.",
      "Points per line: PERT(10, 15, 15), one draw wherever it is used.",
    ]),
  );
  expect(assumptions[0]).toMatch(/^1 multiply-accumulate is 2 FLOP\. Convention matmul: /);
  expect(assumptions.at(-1)).toBe(
    "A month is 720 h, a year 8,760 h. Money, hours, runs and shares are rounded once, by largest remainder: " +
      "rows add up to 12,907,461 USD. In thousands they add up to 12,907; rounding each row alone would give 12,908.",
  );
});

it("lists who says so, with dates", () => {
  const sources = listOf("sources");
  expect(sources.some((text) => /^NVIDIA H100 .*Epoch AI.*20\d\d\.$/.test(text))).toBe(true);
  expect(sources.some((text) => text.includes("https://arxiv.org/abs/2407.05872"))).toBe(true);
});

it("stands in the order of the page", () => {
  expect(sheet.sections.map(({ id, width }) => `${id} ${width}`)).toEqual([
    "experiments full",
    "cost-by-axis full",
    "models full",
    "time half",
    "disputes half",
    "times full",
    "prices half",
    "energy half",
    "cost-by-experiment full",
    "ranges half",
    "sensitivity half",
    "assumptions half",
    "sources half",
  ]);
});
