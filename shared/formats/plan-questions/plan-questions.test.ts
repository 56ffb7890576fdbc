import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { planDifference } from "../../estimate/difference/plan-difference.ts";
import { estimate } from "../../estimate/estimate.ts";
import { computingCeiling } from "../../estimate/fit-to-sum/computing-ceiling.ts";
import { fitted } from "../../estimate/fit-to-sum/fitted.ts";
import { shippedCatalogue } from "../../plan/catalogue.fixture.ts";
import { type ReadPlan, readPlan } from "../../plan/read.ts";
import { inputOf } from "../../sheet/fixtures/sheet-of.ts";
import { redTeam } from "../../sheet/red-team/red-team.ts";
import { differenceToJson } from "./difference-to-json.ts";
import { differenceToText } from "./difference-to-text.ts";
import { fitToJson } from "./fit-to-json.ts";
import { fitToText } from "./fit-to-text.ts";
import { redTeamToJson, redTeamToText } from "./red-team-to-text.ts";

const asset = (path: string) => readFileSync(new URL(`../../../assets/${path}`, import.meta.url), "utf8");
const catalogue = shippedCatalogue(asset);
const goldenText = asset("templates/scaling-exponents.json");

function planOf(text: string): ReadPlan {
  const plan = readPlan(text, catalogue);
  if (!plan.ok) throw new Error(JSON.stringify(plan.error[0]));
  return plan.value;
}

const golden = planOf(goldenText);
const json = (text: string): Record<string, unknown> => JSON.parse(text);

describe("difference", () => {
  const dearer = planOf(goldenText.replace('"likely": 15', '"likely": 14').replace('"price": 3,', '"price": 3.2,'));
  const difference = planDifference(golden, dearer, catalogue);

  it("as text has the totals, a row a change whose sums add up, and the remainder by name", () => {
    const lines = differenceToText(difference).split("\n");
    expect(lines[0]).toBe("Total 12,907,461 to 13,131,321 USD: +223,860 (+1.7 %).");
    expect(lines.find((line) => line.startsWith("Points per line, likely 15 to 14"))).toMatch(/−596,848 +−596,848$/);
    expect(lines.find((line) => line.startsWith("Changes together"))).toMatch(/−39,790$/);
    expect(lines.find((line) => line.startsWith("Total  "))).toMatch(/\+223,860 +\+223,860$/);
    const changes = lines.slice(5, 7).map((line) => line.split(/ {2,}/)[1]?.replace("−", "-").replaceAll(/[+,]/g, ""));
    expect(changes.reduce((sum, text) => sum + Number(text), 0)).toBe(223_860);
  });

  it("as JSON has every number unrounded", () => {
    const { changes, remainder, difference: change, schemaVersion } = json(differenceToJson(difference));
    expect([schemaVersion, (changes as unknown[]).length]).toEqual([1, 2]);
    expect(change).toBeCloseTo(223_859.626, 2);
    expect(remainder).toBe(difference.remainder);
  });

  it("has what the budgets ask for, and does not say of a budget's line that it moves no money", () => {
    const withPostdoc = (price: number) => {
      const line = { id: "p", category: "people", title: "Postdoc", quantity: 1, price, justification: "work" };
      const budget = { layout: "nsf", indirect: { rate: 0.5 }, computeLines: { leaveOut: true }, lines: [line] };
      return planOf(JSON.stringify({ ...json(goldenText), budget }));
    };
    const moved = planDifference(withPostdoc(200_000), withPostdoc(900_000), catalogue);
    expect(differenceToText(moved)).toMatch(
      /^Cost of used card-hours 12,907,461 to 12,907,461 USD: 0\.\nRequest of the budget 300,000 to 1,350,000 USD: \+1,050,000 \(\+350\.0 %\)\.\n/,
    );
    expect(differenceToText(moved)).toContain("1 change moves at most the request, not the cost of used card-hours.");
    expect(json(differenceToJson(moved))).toMatchObject({
      request: { currency: "USD", before: 300_000, after: 1_350_000 },
      budgetLines: [
        { title: "Postdoc", before: 200_000, after: 900_000, difference: 700_000 },
        { title: "Indirect costs", before: 100_000, after: 450_000, difference: 350_000 },
      ],
    });
    const budget = differenceToText(moved).split("\n").slice(-6);
    expect(budget.map((row) => row.split(/ {2,}/))).toEqual([
      ["Budget", "Before", "After", "Difference, USD"],
      [expect.stringMatching(/^─+$/), ...new Array(3).fill(expect.stringMatching(/^─+$/))],
      ["Postdoc", "200,000", "900,000", "+700,000"],
      ["Indirect costs", "100,000", "450,000", "+350,000"],
      ["Asked for", "300,000", "1,350,000", "+1,050,000"],
      [""],
    ]);
    expect(differenceToText(planDifference(golden, withPostdoc(200_000), catalogue))).toContain(
      "Request of the budget no budget to 300,000 USD.",
    );
  });

  it("says that nothing differs, and that currencies do", () => {
    expect(differenceToText(planDifference(golden, golden, catalogue))).toBe(
      "Total 12,907,461 to 12,907,461 USD: 0.\nRuns 58,512 to 58,512.\n",
    );
    const euros = planDifference(golden, planOf(goldenText.replace('"USD"', '"EUR"')), catalogue);
    expect(differenceToText(euros)).toBe("The plans are in two currencies: no money is compared.\n");
    expect(json(differenceToJson(euros))).toMatchObject({ currency: null, difference: null });
  });
});

describe("fit under the ceiling of a budget", () => {
  const budget = {
    ...{ layout: "nsf", indirect: { rate: 0.56, agreement: "HHS", date: "2026-01-01" } },
    lines: [{ id: "p", category: "people", title: "Postdoc", quantity: 1, price: 200_000, justification: "w" }],
  };
  const study = (ceiling: number, hours: number) =>
    planOf(
      JSON.stringify({
        ...{ flopsheet: 1, title: "Small study", ceiling, budget },
        experiments: [
          {
            ...{ id: "a", title: "First study", training: { runKind: "interactive", hours, cards: 8 } },
            sweeps: [{ axes: { seed: 10 } }],
          },
        ],
        defaults: { hardware: { accelerator: "h100-sxm", cardsPerNode: 8 } },
        quotes: [{ id: "q", price: 2.5, source: "x", date: "2026-11-01" }],
      }),
    );
  const textOf = (plan: ReadPlan) => {
    const ceiling = computingCeiling(plan.resolved, estimate(plan.resolved));
    return fitToText(plan.resolved, fitted(plan, catalogue, ceiling ?? -1), 100);
  };

  it("says that no cuts are enough where the other lines leave nothing", () => {
    const text = textOf(study(300_000, 1_000));
    expect(text).toContain("Computing 200,000 USD, ceiling 0 USD: 200,000 USD too much.");
    expect(text).toContain("leave nothing of the plan’s ceiling of 300,000 USD for\nthe whole request.");
    expect(text).toContain("No cuts of this plan are enough.");
    expect(text).not.toContain("Nothing has to go.");
  });

  it("lists no cuts and no loss where nothing has to go", () => {
    const text = textOf(study(900_000, 0.000001));
    expect(text).toContain("Nothing has to go.");
    const none = fitted(study(900_000, 1_000), catalogue, 300_000);
    const whole = { ...none, smaller: none.smaller.map((one) => ({ ...none.proposal, share: one.share })) };
    expect(fitToText(study(900_000, 1_000).resolved, whole, 100)).not.toMatch(/Without \.|Lost: 0 runs/);
  });
});

describe("fit", () => {
  const answer = fitted(golden, catalogue, 500_000);

  it("as text has the excess, a proposal with what is lost and its chance, the ranking, and the study at parts", () => {
    const text = fitToText(golden.resolved, answer, 100);
    expect(text).toMatch(/^Total 12,907,461 USD, ceiling 500,000 USD: 12,407,461 USD too much\.\n/);
    expect(text).toContain("Chance of staying under it, all ranges drawn: 100.0 %.");
    expect(text).toMatch(/^Heads 128 +7 experiments +5,281,875 +40\.9 % +2,140$/m);
    expect(text).toContain("The study at 30.0 % of its cost, 3,872,238 USD:");
    for (const line of text.split("\n")) expect(line.length).toBeLessThanOrEqual(110);
  });

  it("as JSON has the edits that make the proposal", () => {
    const { proposal, cuts, smaller } = json(fitToJson(golden.resolved, answer)) as {
      proposal: { total: number; edits: unknown[] };
      cuts: unknown[];
      smaller: { share: number }[];
    };
    expect(proposal.total).toBeLessThanOrEqual(500_000);
    expect(proposal.edits.length).toBeGreaterThan(5);
    expect(cuts.length).toBeGreaterThan(20);
    expect(smaller.map(({ share }) => share)).toEqual([0.3, 0.1]);
  });

  it("says that nothing has to go, and where nothing helps", () => {
    expect(fitToText(golden.resolved, fitted(golden, catalogue, 2e7), 100)).toContain("Nothing has to go.");
    expect(fitToText(golden.resolved, fitted(golden, catalogue, 1e-9), 100)).toContain(
      "No cuts of this plan are enough.",
    );
  });
});

describe("red team", () => {
  const challenges = redTeam(inputOf(golden.resolved));

  it("numbers the assumptions, and prints no control character of a plan", () => {
    const text = redTeamToText(challenges, "USD", 100);
    expect(text).toMatch(
      /^1\. Price of a card-hour, 2\.00 to 3\.50 USD\. Total 8,604,974 to 15,058,705 USD\.\n {3}Why this price/,
    );
    const evil = challenges.map((one) => ({ ...one, title: "\u001b[2Jx" }));
    expect(redTeamToText(evil, "USD", 100)).not.toContain("\u001b");
    expect(redTeamToText([], "USD", 100)).toBe("Nothing in this plan moves its total.\n");
  });

  it("is data, too", () => {
    expect(json(redTeamToJson(challenges, "USD"))).toMatchObject({ schemaVersion: 1, challenges: { length: 5 } });
  });
});
