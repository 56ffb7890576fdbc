import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyPlan } from "../../sheet/fixtures/any-plan.ts";
import { experiment, plan } from "../../sheet/fixtures/plan.ts";
import { sheetOf } from "../../sheet/fixtures/sheet-of.ts";
import { shippedPlan } from "../../sheet/fixtures/shipped-plans.ts";
import { displayWidth } from "../../sheet/text/display-width.ts";
import { sheetToTerminal } from "./sheet-to-terminal.ts";

const read = (path: string) => readFileSync(new URL(`../../../assets/${path}`, import.meta.url), "utf8");
const golden = sheetOf(shippedPlan("scaling-exponents", read), 10_000);
const plainly = (width: number) => sheetToTerminal(golden, { width, colour: false });

describe("the golden sheet", () => {
  it("opens with the headline figures", () => {
    const lines = plainly(120).split("\n");
    const value = lines.findIndex((line) => line.startsWith("12.9 M USD"));
    expect(lines[value - 1]).toMatch(/^Rental cost¹ +Card-hours +Operations$/);
    expect(lines[value]).toMatch(/^12\.9 M USD +4\.30 M +5\.42 × 10²⁴ FLOP$/);
    expect(lines[value + 1]).toMatch(
      /^P10–P90 11\.8–12\.8 M, all low 9\.92 M +747 node-months of 720 h +14\.3 % of Llama/,
    );
  });

  it("has the table of experiments in lines, the total below a rule, footnotes below the table", () => {
    const lines = plainly(100).split("\n");
    const total = lines.findIndex((line) => line.startsWith("Total  "));
    expect(lines[total]?.trim().split(/ {2,}/)).toEqual([
      "Total",
      "58,512",
      "5.42 × 10²⁴",
      "4,302,487",
      "537,811",
      "12,907,461",
      "100.0",
    ]);
    expect(lines[total - 1]).toMatch(/^─+$/);
    expect(lines[total + 1]).toBe("² Text and sums differ: see Table 3.");
  });

  it("shows every row of the table of experiments at 80 columns without breaking it", () => {
    expect(plainly(80)).toMatch(/^Gamma⁵ +36,360 +1\.35 × 10²⁴ +1,074,799 +134,350 +3,224,398 +25\.0$/m);
  });

  it.each([60, 72, 80, 100, 132, 200])("stays within %d columns", (width) => {
    for (const line of plainly(width).split("\n")) expect(displayWidth(line), line).toBeLessThanOrEqual(width);
  });

  it("takes 60 columns where there are fewer", () => {
    expect(plainly(20)).toBe(plainly(60));
  });
});

describe("colour", () => {
  it("is in escape codes only, and the words are the same without", () => {
    const coloured = sheetToTerminal(golden, { width: 100, colour: true });
    expect(coloured).toContain("\u001b[1m");
    expect(coloured.replace(/\p{Cc}\[\d+m/gu, "")).toBe(plainly(100));
  });

  it("is absent when it is not wanted, even where the plan has escape codes of its own", () => {
    const evil = plan({
      title: "\u001b]0;owned\u0007 red \u001b[31m",
      experiments: [experiment("a", { title: "x\ny\u202ez", note: "\u009b2J" })],
    });
    expect(sheetToTerminal(sheetOf(evil), { width: 80, colour: false })).not.toMatch(/[^\P{Cc}\n]|\p{Bidi_Control}/u);
  });
});

it("stays within its width whatever the plan", () => {
  fc.assert(
    fc.property(anyPlan, fc.integer({ min: 60, max: 140 }), (resolved, width) => {
      const lines = sheetToTerminal(sheetOf(resolved, 20), { width, colour: false }).split("\n");
      for (const line of lines) expect(displayWidth(line), line).toBeLessThanOrEqual(width);
      expect(lines.join("\n")).not.toMatch(/undefined|NaN/);
    }),
    { numRuns: 30 },
  );
});
