import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { computeBudget } from "./compute-budget.ts";
import { fteYearsOf } from "./fte-years.ts";
import type { BudgetLine } from "./line.ts";
import { roundBudget } from "./round-budget.ts";
import { line, ruleOf, rulesOf, shippedLayouts } from "./shipped-layouts.fixture.ts";

const { layoutOf } = shippedLayouts(
  readFileSync(new URL("../../../assets/catalog/funders.json", import.meta.url), "utf8"),
);

const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);

/** The worked case of modified total direct costs. */
const FEDERAL: readonly BudgetLine[] = [
  line("people", 180_000),
  line("fringe", 54_000),
  line("compute", 120_000),
  line("equipment", 85_000),
  line("tuition", 30_000),
  line("subaward", 90_000),
  line("travel", 12_000),
  line("supplies", 9_500),
];

describe.each(["nsf", "nih-detailed"])("modified total direct costs in the layout %s", (id) => {
  const layout = layoutOf(id);
  it.each([
    [50_000, true, 425_500, 238_280, 818_780],
    [50_000, false, 305_500, 171_080, 751_580],
    [25_000, true, 400_500, 224_280, 804_780],
    [25_000, false, 280_500, 157_080, 737_580],
  ])("with subawards to %d and cloud in the base %s", (subawardCap, inIndirectBase, base, indirect, total) => {
    const lines = FEDERAL.map((one) => (one.category === "compute" ? { ...one, flags: { inIndirectBase } } : one));
    const budget = computeBudget(lines, rulesOf(layout, { indirect: ruleOf(layout, { rate: 0.56, subawardCap }) }));
    const rounded = roundBudget(budget, layout.roundTo.value);
    expect(sum(budget.base)).toBeCloseTo(base, 6);
    expect([rounded.direct.total, rounded.indirect.total, rounded.total.total, rounded.request.total]).toEqual([
      580_500,
      indirect,
      total,
      total,
    ]);
  });

  it("has the cloud in the base unless the line says otherwise, and 15 % without a negotiated rate", () => {
    const budget = computeBudget(FEDERAL, rulesOf(layout));
    expect(sum(budget.indirect)).toBeCloseTo(425_500 * 0.15, 6);
    expect(
      budget.lines.filter(({ leftOut }) => leftOut !== null).map(({ category, leftOut }) => [category, leftOut]),
    ).toEqual(
      expect.arrayContaining([
        ["equipment", "equipment"],
        ["tuition", "category"],
        ["subaward", "subaward"],
      ]),
    );
  });
});

describe("Horizon Europe", () => {
  const layout = layoutOf("erc-horizon");
  const euro = { currency: "EUR" };
  const lines = [
    line("people", 900_000, euro),
    line("depreciation", 150_000, euro),
    line("compute", 200_000, euro),
    line("internallyInvoiced", 120_000, euro),
    line("subcontracting", 60_000, euro),
    line("travel", 40_000, euro),
  ];
  const currencies = { plan: "EUR", budget: "EUR", rates: [] };

  it("takes 25 % on all but subcontracting and what is invoiced internally, not the common 1,837,500", () => {
    const budget = computeBudget(lines, rulesOf(layout, { currencies }));
    const { direct, indirect, total } = roundBudget(budget, 1);
    expect(sum(budget.base)).toBe(1_290_000);
    expect([direct.total, indirect.total, total.total]).toEqual([1_470_000, 322_500, 1_792_500]);
  });

  it("takes no contingency", () => {
    const reserve = line("contingency", 50_000, euro);
    const budget = computeBudget([...lines, reserve], rulesOf(layout, { currencies }));
    expect(budget.refused).toEqual([reserve]);
    expect(sum(budget.request)).toBe(1_792_500);
  });
});

describe("NIH, modular", () => {
  const layout = layoutOf("nih-modular");
  const three = (one: BudgetLine): BudgetLine => ({ ...one, quantities: [1 / 3, 1 / 3, 1 / 3] });
  // The equipment is of 85,000 a unit, whatever part of it stands in a year.
  const lines = FEDERAL.map(three);

  it("asks for the same whole steps every year, and takes indirect costs on what the steps add", () => {
    const budget = computeBudget(lines, rulesOf(layout, { years: 3, indirect: ruleOf(layout, { rate: 0.56 }) }));
    // 580,500 ÷ 3 = 193,500 a year: 8 modules; 155,000 of 580,500 are not in the base.
    expect(budget.modular).toMatchObject({ direct: 200_000, isOver: false });
    expect(budget.direct).toEqual([200_000, 200_000, 200_000]);
    expect(sum(budget.indirect)).toBeCloseTo((600_000 - 155_000) * 0.56, 6);
    expect(roundBudget(budget, 1)).toMatchObject({ lines: [], total: { total: 849_200 } });
  });

  it("takes no more off a year's base than there is in it, and the rest off another year's", () => {
    const lines = [line("equipment", 200_000, { quantities: [1, 0] }), line("people", 20_000, { quantities: [1, 1] })];
    const budget = computeBudget(lines, rulesOf(layout, { years: 2, indirect: ruleOf(layout, { rate: 0.5 }) }));
    // 240,000 ÷ 2: 5 modules a year; 200,000 of 250,000 are equipment.
    expect(budget.direct).toEqual([125_000, 125_000]);
    expect(budget.base).toEqual([0, 50_000]);
    expect(budget.indirect).toEqual([0, 25_000]);
  });

  it("builds modules on what others do not bear", () => {
    const costShare = { share: 1, bearer: "internal" } as const;
    const lines = [line("people", 240_000), line("supplies", 50_000, { costShare })];
    const budget = computeBudget(lines, rulesOf(layout, { indirect: ruleOf(layout, { rate: 0.5 }) }));
    expect(budget.modular).toEqual({ direct: 250_000, needed: [240_000], isOver: false });
    expect(budget).toMatchObject({ direct: [300_000], ownDirect: [250_000], borneDirect: [50_000], base: [300_000] });
    expect(budget).toMatchObject({ internal: [75_000], request: [375_000] });
    const { modular, direct, request } = roundBudget(budget, 1);
    expect(modular).toMatchObject({ direct: { total: 250_000 }, borne: { total: 50_000 } });
    expect([direct.total, request.total]).toEqual([300_000, 375_000]);
  });

  it("says when a detailed budget is needed", () => {
    const one = (price: number) => computeBudget([line("compute", price)], rulesOf(layout)).modular;
    expect(one(250_000)).toMatchObject({ direct: 250_000, isOver: false });
    expect(one(250_000.01)).toMatchObject({ direct: 275_000, isOver: true });
  });
});

describe("UKRI", () => {
  const layout = layoutOf("ukri");
  const rule = { kind: "perFteYear", estates: 12_000, indirects: 48_000, equipmentThreshold: 25_000 } as const;
  const currencies = { plan: "GBP", budget: "GBP", rates: [] };
  const pounds = { currency: "GBP" };

  it("counts estates and indirects by full-time year, and pays 80 % of all but exceptions", () => {
    const lines = [
      line("people", 60_000, { ...pounds, quantities: [1, 0.5], unit: "FTE-year" }),
      line("equipment", 24_999, pounds),
      line("equipment", 25_000, { ...pounds, id: "server" }),
      line("compute", 100_000, { ...pounds, quantities: [0.5, 0.5] }),
      line("tuition", 20_000, pounds),
    ];
    const budget = computeBudget(
      lines,
      rulesOf(layout, {
        years: 2,
        indirect: rule,
        currencies,
        tax: { rate: 0.2, recoverable: false },
        escalationRate: 0.03,
      }),
    );
    expect(budget.lines.map(({ heading, amounts }) => [heading.code, sum(amounts)])).toEqual([
      // No escalation; VAT on what is bought.
      ["DI staff", 90_000],
      ["DI equipment", 30_000],
      ["DI other", 24_999 * 1.2],
      ["DI other", 120_000],
      ["Exceptions", 20_000],
    ]);
    expect(budget.fteYears).toEqual([1, 0.5]);
    expect(sum(budget.indirect)).toBe(90_000);
    const whole = 90_000 + 30_000 + 29_998.8 + 120_000 + 90_000;
    expect(sum(budget.request)).toBeCloseTo(0.8 * whole + 20_000, 6);
    expect(sum(budget.unfunded)).toBeCloseTo(0.2 * whole, 6);
  });
});

describe("people by full-time year", () => {
  const rule = { kind: "perFteYear", estates: 10_000, indirects: 50_000, equipmentThreshold: 25_000 } as const;
  const currencies = { plan: "GBP", budget: "GBP", rates: [] };
  const of = (...lines: BudgetLine[]) =>
    computeBudget(lines, rulesOf(layoutOf("ukri"), { indirect: rule, currencies }));
  const people = { currency: "GBP", unit: "FTE-year" };

  it("counts twelve person-months as one year, and fringe benefits as none", () => {
    const months = line("people", 5_000, { ...people, quantities: [12], unit: "person-month" });
    const fringe = line("fringe", 5_000, people);
    expect(of(months, fringe)).toMatchObject({ fteYears: [1], indirect: [60_000] });
    expect(fteYearsOf("stipend")).toBeNull();
  });

  it("has others bear the estates and indirect costs of their share, too", () => {
    const costShare = { share: 0.5, bearer: "internal" } as const;
    const budget = of(line("people", 40_000, { ...people, costShare }));
    expect(budget).toMatchObject({ total: [100_000], internal: [50_000] });
    expect(budget.unfunded[0]).toBeCloseTo(10_000, 6);
    expect(budget.request[0]).toBeCloseTo(40_000, 6);
  });
});

describe("equipment", () => {
  it("is supplies below the layout's threshold, whatever the base of indirect costs is", () => {
    const none = { kind: "none", equipmentThreshold: 10_000 } as const;
    const budget = computeBudget([line("equipment", 2_000)], rulesOf(layoutOf("nsf"), { indirect: none }));
    expect(budget.lines[0]?.heading.code).toBe("G1");
  });
});

describe("layouts that ask for no money of their own", () => {
  it.each(["cloud-credits", "allocation"])("%s has no indirect costs", (id) => {
    const budget = computeBudget([line("compute", 96_000), line("storage", 4_000)], rulesOf(layoutOf(id)));
    expect(roundBudget(budget, 1)).toMatchObject({ indirect: { total: 0 }, request: { total: 100_000 } });
  });
});

describe("a line", () => {
  const layout = layoutOf("generic");
  const one = (other: Partial<BudgetLine>, rules = {}) =>
    computeBudget([line("compute", 1_000, other)], rulesOf(layout, { years: 2, ...rules })).lines[0];

  it("rises every year where it is escalated, and bears tax that is not got back", () => {
    const quantities = [1, 1];
    expect(one({ quantities, flags: { escalated: true } }, { escalationRate: 0.03 })?.amounts).toEqual([1_000, 1_030]);
    expect(one({ quantities }, { escalationRate: 0.03 })?.amounts).toEqual([1_000, 1_000]);
    expect(one({}, { tax: { rate: 0.19, recoverable: false } })).toMatchObject({ amounts: [1_190, 0], tax: [190, 0] });
    expect(one({}, { tax: { rate: 0.19, recoverable: true } })?.amounts).toEqual([1_000, 0]);
    expect(one({ flags: { taxed: false } }, { tax: { rate: 0.19, recoverable: false } })?.amounts).toEqual([1_000, 0]);
  });

  it("may have an indirect rate of its own, and a share that others bear with its indirect costs", () => {
    const indirect = { kind: "base", rate: 0.5, excluded: [], equipmentThreshold: null, subawardCap: null } as const;
    const costShare = { share: 0.25, bearer: "external" } as const;
    const budget = computeBudget(
      [line("compute", 1_000, { flags: { indirectRate: 0.1 }, costShare })],
      rulesOf(layout, { indirect }),
    );
    expect(budget).toMatchObject({ indirect: [100], external: [275], internal: [0], request: [825] });
  });

  it("is converted by the plan's table of rates, through the plan's currency", () => {
    const rates = [
      { currency: "GBP", rate: 1.3, date: "2026-11-01" },
      { currency: "EUR", rate: 1.04, date: "2026-11-01" },
    ];
    const inEuro = { currencies: { plan: "USD", budget: "EUR", rates } };
    expect(one({ currency: "GBP" }, inEuro)?.amounts[0]).toBeCloseTo(1_250, 9);
    expect(() => one({ currency: "JPY" }, inEuro)).toThrow("no exchange rate of JPY to USD");
  });

  it("is one subaward with others of its title: the cap is for all years together", () => {
    const federal = layoutOf("nsf");
    const lines = [
      line("subaward", 45_000, { title: "Lab B", quantities: [1, 1] }),
      line("subaward", 30_000, { id: "c", title: "Lab C", quantities: [0, 1] }),
      line("subaward", 10_000, { id: "d", title: "Lab B", quantities: [0, 1] }),
    ];
    const budget = computeBudget(lines, rulesOf(federal, { years: 2 }));
    expect(budget.lines.map(({ base }) => base)).toEqual([
      [45_000, 5_000],
      [0, 30_000],
      [0, 0],
    ]);
  });

  it("stands under its own code where it has one", () => {
    const federal = layoutOf("nsf");
    const budget = computeBudget([line("compute", 1, { funderCode: "G6" })], rulesOf(federal));
    expect(budget.lines[0]?.heading.code).toBe("G6");
  });
});
