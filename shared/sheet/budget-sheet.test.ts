/** Budgets on the sheet: the plan of arXiv 2407.05872 in every shipped layout. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { smallPlan } from "../estimate/budget/small-plan.fixture.ts";
import { numericSides } from "../estimate/explain/trace-of.fixture.ts";
import { explain } from "../estimate/explain.ts";
import { shippedCatalogue } from "../plan/catalogue.fixture.ts";
import { readPlan } from "../plan/read.ts";
import type { ResolvedPlan } from "../plan/resolved.ts";
import { buildSheet } from "./build-sheet.ts";
import { inputOf, sectionOf, sheetOf, tableOf, wordsOf } from "./fixtures/sheet-of.ts";
import { figuresOn, sheetProblems } from "./fixtures/sheet-problems.ts";
import type { Sheet } from "./sheet.ts";
import { sheetSchema } from "./sheet-schema.ts";
import { numberInFull } from "./text/printed-number.ts";
import { plainText } from "./text/rich-text.ts";

const assets = new URL("../../assets/", import.meta.url);
const catalogue = shippedCatalogue((path) => readFileSync(new URL(path, assets), "utf8"));
const golden = JSON.parse(readFileSync(new URL("templates/scaling-exponents.json", assets), "utf8"));

function resolved(budget: object | undefined, other: object = {}): ResolvedPlan {
  const read = readPlan(JSON.stringify({ ...golden, ...other, budget }), catalogue);
  if (!read.ok) throw new Error(JSON.stringify(read.error, null, 2));
  return read.value.resolved;
}

const student = {
  id: "student",
  category: "people",
  title: "Graduate student",
  year: "every",
  quantity: 1,
  price: 42_000,
};
const federal = {
  layout: "nsf",
  call: "NSF 26-500",
  start: "2027-01-01",
  months: 36,
  indirect: { rate: 0.56, agreement: "Negotiated agreement", date: "2024-07-01" },
  computeLines: { shares: [0.5, 0.3, 0.2] },
  lines: [
    { ...student, costShare: { share: 0.5, bearer: "internal", source: "Graduate school" } },
    { id: "server", category: "equipment", title: "Storage server", quantity: 2, price: 30_000 },
    { id: "lab-b", category: "subaward", title: "Lab B", year: "every", quantity: 1, price: 30_000 },
  ],
};

const cost = (sheet: Sheet) => {
  const found = sheet.headline.find(({ id }) => id === "cost");
  if (found === undefined) throw new Error("no headline of the cost");
  return { title: plainText(found.title), exact: found.value.exact, remark: plainText(found.remark) };
};

const justificationOf = (sheet: Sheet): string[] => {
  const section = sectionOf(sheet, "budget-justification");
  return section.kind === "list" ? section.items.map(plainText) : [];
};

describe("a budget on the sheet", () => {
  it("leaves the sheet of a plan without one as it is", () => {
    const sheet = sheetOf(resolved(undefined));
    expect(sheet.kind).toBe("Compute budget");
    expect(sheet.sections.filter(({ id }) => id.startsWith("budget"))).toEqual([]);
    expect(cost(sheet).title).toBe("Rental cost");
  });

  it("has lines under the funder’s codes that add up both ways", () => {
    const table = tableOf(sheetOf(resolved(federal)), "budget-lines");
    const words = wordsOf(table);
    expect(words[0]).toEqual(["Graduate student", "A–B", "42,000", "42,000", "42,000", "126,000"]);
    expect(words.at(-1)).toEqual(["Total", "", "10,240,139", "6,147,412", "4,122,648", "20,510,199"]);
    expect(words.filter(([, code]) => code === "G4")).toHaveLength(9);
    const rows = [...table.rows, ...(table.total === null ? [] : [table.total])];
    const numbers = rows.map(({ cells }) => cells.slice(2).map(({ text }) => numberInFull(text) ?? Number.NaN));
    const total = numbers.at(-1) ?? [];
    for (const row of numbers) expect(row.slice(0, -1).reduce((sum, amount) => sum + amount, 0)).toBe(row.at(-1));
    total.forEach((amount, column) => {
      expect(numbers.slice(0, -1).reduce((sum, row) => sum + (row[column] ?? 0), 0)).toBe(amount);
    });
  });

  it("has storage and data transfer at the price of the headline, by year, and no line that nobody has priced", () => {
    const [headline, ...others] = golden.quotes;
    const priced = { ...headline, storagePerTBMonth: 20, egressPerTB: 45.5 };
    const other = { storage: { dataTB: 12, months: 18, egressTB: 4 }, quotes: [priced, ...others] };
    const plan = resolved(federal, other);
    const table = tableOf(sheetOf(plan), "budget-lines");
    const words = wordsOf(table);
    // 4 TB × 45.50, half of it in the first year; the sheet rounds to whole dollars.
    expect(words.find(([title]) => title === "Data transfer")).toEqual([
      "Data transfer",
      "G4",
      "91",
      "55",
      "36",
      "182",
    ]);
    const stored = words.find(([title]) => title === "Storage") ?? [];
    // More than the data alone: 12 TB × 18 months × 20.
    expect(Number((stored.at(-1) ?? "").replaceAll(",", ""))).toBeGreaterThan(4_320);
    expect(sheetProblems(sheetOf(plan))).toEqual([]);
    const { estimate } = inputOf(plan);
    for (const line of ["estimate.storage", "estimate.egress"]) {
      const trace = explain(plan, estimate, null, { of: "budgetLine", line, year: null });
      for (const side of numericSides(trace)) expect(Math.abs(side - trace.value)).toBeLessThanOrEqual(0.5);
      expect(trace.inputs[0]?.figure).toMatchObject({ of: "stored" });
      expect(trace.inputs[1]).toMatchObject({ place: "quotes", date: headline.date });
    }
    const unpriced = wordsOf(tableOf(sheetOf(resolved(federal, { storage: other.storage })), "budget-lines"));
    expect(unpriced.some(([title]) => title === "Storage" || title === "Data transfer")).toBe(false);
  });

  it("works out the base of indirect costs, and says why the rest is not in it", () => {
    expect(wordsOf(tableOf(sheetOf(resolved(federal)), "budget-base"))).toEqual([
      ["Direct costs", "13,183,461"],
      ["Storage server: equipment", "−60,000"],
      ["Lab B: beyond the first part of the subaward", "−40,000"],
      ["Base", "13,083,461"],
      ["Rate", "56 %"],
      ["Indirect costs", "7,326,738"],
    ]);
  });

  it("says which total the headline is, and how far the draws move it", () => {
    expect(cost(sheetOf(resolved(federal), 2_000))).toEqual({
      title: "Asked of NSF, less cost sharing",
      exact: "20,411,919 USD",
      remark: expect.stringMatching(/^P10–P90 18\.\d–20\.\d M, all low 15\.8 M$/),
    });
    expect(cost(sheetOf(resolved({ layout: "nsf", indirect: { base: "none" } }))).title).toBe(
      "Asked of NSF, no indirect costs",
    );
    expect(
      cost(sheetOf(resolved({ layout: "allocation", allocation: { unit: "credits", perCardHour: 64 } }))),
    ).toMatchObject({
      title: "Asked of the computing centre",
      remark: "12.9 M USD rented, at 3.00 USD a card-hour",
    });
  });

  it("has the head that an office asks for, with blanks for what nobody has said", () => {
    expect(wordsOf(tableOf(sheetOf(resolved(federal, { ceiling: 15e6 })), "budget-head"))).toEqual([
      ["Call", "NSF 26-500"],
      ["Ceiling", "15,000,000 USD, of all that is asked for"],
      ["Start and length", "1 January 2027, 36 months"],
      ["Rate of indirect costs", "56 %: Negotiated agreement, 1 July 2024"],
      ["Currency", "USD"],
      ["Rounded to", "1 USD"],
      ["VAT or sales tax", "none counted"],
    ]);
    const sheet = sheetOf(
      resolved({ layout: "nsf", indirect: { rate: 0.5 }, lines: [{ ...student, category: "contingency" }] }),
    );
    expect(wordsOf(tableOf(sheet, "budget-head"))).toEqual(
      expect.arrayContaining([
        ["Call", "[which call]"],
        ["Start and length", "[first day of the grant], 12 months"],
        ["Rate of indirect costs", "50 %: [rate agreement], [its date]"],
      ]),
    );
    const head = sectionOf(sheet, "budget-head");
    expect(head.kind === "table" && head.notes).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^Not asked for, and in no sum: Graduate student\. Reserves for contingencies/),
        expect.stringMatching(/^Verify with your office: Several organisations exempt cloud/),
      ]),
    );
    expect(sheet.warnings).toContain("The justification has 2 blanks in square brackets that only you can fill in.");
  });

  it("holds a ceiling of direct costs against direct costs, and one of all against all", () => {
    const lead = (ceilingKind: string, ceiling: number) =>
      plainText(sheetOf(resolved({ ...federal, ceilingKind }, { ceiling }), 2_000).lead);
    expect(lead("direct", 13e6)).toMatch(
      /Direct costs that are asked for are .* over the ceiling of 13\.0 M USD, and under it in \d\d % of 2,000 draws\.$/,
    );
    expect(lead("total", 13e6)).toMatch(
      /The total is 7\.41 M USD over the ceiling of 13\.0 M USD, and no draw stays under it\.$/,
    );
  });

  it("counts only direct costs that are asked for under a ceiling of them", () => {
    const computeLines = { costShare: { share: 0.5, bearer: "external", source: "Cloud" } };
    const budget = { layout: "nsf", ceilingKind: "direct", indirect: { rate: 0.5 }, computeLines };
    const plan = smallPlan(catalogue, budget, { ceiling: 120_000 });
    const { lead } = sheetOf(plan);
    expect(plainText(lead)).toMatch(
      /Direct costs that are asked for are 20\.0 k USD under the ceiling of 120 k USD\.$/,
    );
    const trace = explain(plan, inputOf(plan).estimate, null, { of: "budget", measure: "ownDirect", year: null });
    expect(trace.value).toBeCloseTo(100_000, 6);
    for (const side of numericSides(trace)) expect(side).toBeCloseTo(100_000, 6);
  });

  it("shows modules apart from what others bear", () => {
    const costShare = { share: 1, bearer: "internal", source: "Dean" };
    const one = { year: 1, quantity: 1 };
    const lines = [
      { ...student, ...one, price: 240_000 },
      { id: "s", category: "supplies", title: "Supplies", ...one, price: 50_000, costShare },
    ];
    const plan = smallPlan(catalogue, { layout: "nih-modular", computeLines: { leaveOut: true }, lines });
    const input = inputOf(plan);
    const sheet = buildSheet(input);
    expect(sheetProblems(sheet)).toEqual([]);
    expect(wordsOf(tableOf(sheet, "budget-lines")).slice(0, 2)).toEqual([
      ["Direct costs, in modules", "", "250,000"],
      ["Direct costs that others bear", "", "50,000"],
    ]);
    for (const figure of figuresOn(sheet).filter(({ of }) => of === "budget")) {
      const trace = explain(plan, input.estimate, null, figure);
      for (const side of numericSides(trace)) expect(Math.abs(side - trace.value)).toBeLessThan(1);
    }
  });

  it("writes the justification from the plan’s own facts, and keeps what a person wrote", () => {
    const written = justificationOf(sheetOf(resolved(federal)));
    expect(written[2]).toMatch(
      /^G4, Computer services\. Nine experiments of 58,512 runs train 14 models .* Together the runs take 4,302,487 card-hours\. Computing costs 12,907,461 USD \(Stated rental price, 22 November 2026\)\. 50 % of the work is done in year 1, 30 % in year 2 and 20 % in year 3\./,
    );
    expect(written[0]).toBe(
      "A–C, Salaries, wages and fringe benefits. Graduate student, 1 FTE-year in each of 3 years at 42,000 USD: 126,000 USD. [Why it is needed.]",
    );
    const own = justificationOf(sheetOf(resolved({ ...federal, justification: { G4: "Our own words." } })));
    expect(own[2]).toBe("G4, Computer services. Our own words.");
    expect(own[0]).toBe(written[0]);
  });

  const layouts = catalogue.funders.map(({ id, currency }) => [id, currency ?? "USD"] as const);
  const rates = ["EUR", "GBP"].map((currency) => ({ currency, rate: 1.1, date: "2026-11-01" }));
  const lines = [student, { id: "lab", category: "subaward", title: "Lab", quantity: 1, price: 80_000 }];

  it.each(layouts)("is a sound sheet in the layout %s, and every figure of it can be asked", (layout, currency) => {
    const plan = resolved(
      { layout, currency, months: 30, lines, tax: { rate: 0.2 } },
      { exchangeRates: rates, ceiling: 2e7 },
    );
    const input = inputOf(plan);
    const sheet = buildSheet(input);
    expect(sheetProblems(sheet)).toEqual([]);
    expect(sheetSchema.safeParse(sheet).success).toBe(true);
    const budgets = figuresOn(sheet).filter(({ of }) => of.startsWith("budget"));
    expect(budgets.length).toBeGreaterThan(3);
    for (const figure of budgets) {
      const trace = explain(plan, input.estimate, input.ranges, figure);
      expect(trace.title).not.toBe("");
      // The numbers put in give the figure, but for its one rounding.
      for (const side of numericSides(trace)) expect(Math.abs(side - trace.value)).toBeLessThan(12);
    }
  });

  it.each(["cloud-credits", "allocation"])("is a few sections of its own as a request for %s", (layout) => {
    const { sections } = sheetOf(resolved({ layout }));
    expect(sections.map(({ id }) => id)).toEqual([
      "budget-head",
      layout === "allocation" ? "budget-units" : "budget-lines",
      "budget-justification",
      "experiments",
      ...(layout === "allocation" ? ["times"] : []),
      "assumptions",
      "sources",
    ]);
    expect(justificationOf(sheetOf(resolved({ layout })))).toHaveLength(4);
  });
});

describe("what the justification says of a sum", () => {
  const said = (budget: object, other: object = {}) =>
    justificationOf(sheetOf(smallPlan(catalogue, { layout: "nsf", ...budget }, other))).join(" ");
  const why = { justification: "Needed" };

  it("names rates of single lines beside the rate of the base", () => {
    const computeLines = { by: "plan", indirectRate: 0.1 };
    const lines = [{ id: "t", category: "travel", title: "Trips", quantity: 1, price: 100_000, ...why }];
    expect(said({ computeLines, lines, indirect: { rate: 0.5 } })).toContain(
      "Indirect costs are 50 % of modified total direct costs of 300,000 USD, of which Computing at 10 %: 70,000 USD",
    );
  });

  it("says why a line is more than quantity × price", () => {
    const of = { category: "supplies", title: "Disks", year: "every", quantity: 10, price: 100, escalated: true };
    const budget = { months: 24, tax: { rate: 0.2 }, escalation: { rate: 0.03 }, lines: [{ id: "d", ...of, ...why }] };
    const written = said(budget);
    expect(written).toContain(
      "Disks, 10 in each of 2 years at 100 USD, rising 3 % a year, with 20 % tax: 2,436 USD. Needed.",
    );
    expect(written).toContain("Computing costs 240,000 USD, with 20 % tax (");
  });

  it("leaves a blank for what is stored or sent out and has no price", () => {
    const quotes = [{ id: "q", price: 2.5, storagePerTBMonth: 20, source: "Offer", date: "2026-11-01" }];
    const storage = { dataTB: 10, months: 12, egressTB: 5 };
    const blank = "[What a TB sent out costs: no quote of this plan has a price for it.]";
    expect(said({}, { quotes, storage })).toContain(blank);
    expect(said({}, { quotes, storage })).not.toContain("[What a TB-month of storage costs");
    expect(said({}, { quotes, storage: { ...storage, egressTB: 0 } })).not.toContain(blank);
    expect(said({ egressLine: { leaveOut: true } }, { quotes, storage })).not.toContain(blank);
    expect(said({}, { storage })).toMatch(/\[What a TB-month of storage costs: .*\] \[What a TB sent out costs: /);
  });
});

describe("the head of a budget", () => {
  const notesOf = (budget: object, other: object = {}) => {
    const head = sectionOf(sheetOf(smallPlan(catalogue, budget, other)), "budget-head");
    return head.kind === "table" ? head.notes : [];
  };

  it("says that the funder pays in another currency, and takes amounts of its rules as they are", () => {
    const rates = { exchangeRates: [{ currency: "EUR", rate: 1.1, date: "2026-11-01" }] };
    const note =
      "NSF pays in USD, and this budget is in EUR: amounts in the funder’s rules are taken as they are, not converted.";
    expect(notesOf({ layout: "nsf", currency: "EUR" }, rates)).toContain(note);
    expect(notesOf({ layout: "nsf" }, rates)).not.toContain(note);
    expect(notesOf({ layout: "generic", currency: "EUR" }, rates)).toEqual([]);
  });

  it("says of equipment that it is charged by its depreciation where the funder has such a rule", () => {
    const lines = [{ id: "s", category: "equipment", title: "Server", quantity: 1, price: 90_000 }];
    const note = expect.stringMatching(/^Server: Equipment is charged by its depreciation .* the whole price\.$/);
    const euro = { currency: "EUR" };
    expect(notesOf({ layout: "erc-horizon", lines }, euro)).toContainEqual(note);
    expect(notesOf({ layout: "erc-horizon" }, euro)).not.toContainEqual(note);
  });
});

describe("a price that stands until a day", () => {
  it("says so wherever the sheet has it", () => {
    const until = { validUntil: "2026-12-31" };
    const quotes = [
      { id: "q", price: 2.5, headline: true, ...until },
      { id: "other", title: "Other", price: 3, ...until },
    ];
    const sheet = sheetOf(smallPlan(catalogue, undefined, { quotes }));
    const assumptions = sectionOf(sheet, "assumptions");
    expect(assumptions.kind === "list" && assumptions.items.map(plainText)).toContainEqual(
      expect.stringContaining("no idle time billed; the price is valid until 31 December 2026."),
    );
    expect(wordsOf(tableOf(sheet, "prices"))[0]?.[0]).toBe("Other, valid until 31 December 2026");
  });
});

describe("the headline at a quote with a commitment", () => {
  const quotes = [
    { id: "year", headline: true, basis: "reserved", price: 1.8, commitment: { cards: 64, hours: 8_760 } },
    { id: "blocks", basis: "block", price: 1.5, commitment: { cards: 512, hours: 720 } },
  ];
  const year = "the commitment, 64 cards for 8,760 hours as often as needed, costs 1,009,152 USD in all, used or not.";

  it("says what the commitment costs wherever used card-hours are counted", () => {
    const sheet = sheetOf(smallPlan(catalogue, undefined, { quotes }));
    expect(sheet.warnings).toContain(`Rental cost counts used card-hours; ${year}`);
    const assumptions = sectionOf(sheet, "assumptions");
    const items = assumptions.kind === "list" ? assumptions.items.map(plainText) : [];
    expect(items).toContainEqual(expect.stringContaining(`8 cards a node, by the used card-hour: ${year}`));
    expect(items.join()).not.toContain("no idle time billed");
    const prices = sectionOf(sheet, "prices");
    expect(prices.kind === "table" && prices.notes).toEqual([
      "“blocks” counts the card-hours that are used; the commitment, 512 cards for 720 hours as often as needed, costs 1,105,920 USD in all, used or not.",
    ]);
  });

  it("asks for what is not used in a line that can be asked", () => {
    const plan = smallPlan(catalogue, { layout: "nsf", computeLines: { by: "plan" } }, { quotes });
    const input = inputOf(plan);
    const sheet = buildSheet(input);
    expect(sheetProblems(sheet)).toEqual([]);
    expect(wordsOf(tableOf(sheet, "budget-lines"))).toContainEqual(["Reserved and not used", "G4", "865,152"]);
    expect(justificationOf(sheet)[0]).toContain(
      "Computing costs 1,009,152 USD, of which 865,152 USD is for cards that are reserved or bought in a block and not used",
    );
    const trace = explain(plan, input.estimate, null, { of: "budgetLine", line: "estimate.unused.0", year: null });
    expect(trace.inputs.slice(0, 2)).toMatchObject([
      { name: "Card-hours that are reserved, or bought in blocks", value: 560_640, place: "quotes[0].commitment" },
      { name: "Card-hours of the work", value: 80_000, figure: { of: "total", measure: "cardHours" } },
    ]);
    for (const side of numericSides(trace)) expect(side).toBeCloseTo(865_152, 6);
  });
});

describe("the headline at a quote that rents whole nodes and whole hours", () => {
  const terms = { wholeNodes: true, cardsPerNode: 16, minimumCards: 32, billingIncrementMinutes: 60 };
  const quotes = [{ id: "nodes", title: "Fjord", headline: true, price: 2.5, ...terms }];
  const clusters = [{ cards: 40 }];
  const training = { runKind: "interactive", hours: 1_000.25, cards: 8 };
  const experiments = [{ id: "a", title: "First study", training, sweeps: [{ axes: { seed: 10 } }] }];

  it("says what comes on top of used card-hours, and asks for it", () => {
    // 6 and 4 runs at a time on three whole nodes: two for 2,000.5 h, paid as 2,001, one for 1,000.25, paid as 1,001.
    const plan = smallPlan(catalogue, { layout: "generic" }, { quotes, clusters, experiments });
    const sheet = sheetOf(plan);
    expect(sheetProblems(sheet)).toEqual([]);
    expect(wordsOf(tableOf(sheet, "budget-lines")).map(([title, , total]) => [title, total])).toEqual([
      ["First study", "200,050"],
      ["Rounding to billing increments", "70"],
      ["Indirect costs", "0"],
      ["Total", "200,120"],
    ]);
    const said = "70 USD for whole billing increments comes on top";
    expect(sheet.warnings).toContain(
      `Rental cost counts used card-hours; ${said}; the budget has it in lines of its own.`,
    );
    const assumptions = sectionOf(sheet, "assumptions");
    expect(assumptions.kind === "list" && assumptions.items.map(plainText)).toContainEqual(
      expect.stringContaining(`by the used card-hour: ${said}.`),
    );
    expect(justificationOf(sheet)[0]).toContain("of which 70 USD is for whole billing increments");
  });
});
