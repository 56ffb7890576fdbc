// @vitest-environment node
import { describe, expect, it } from "vitest";
import template from "../../assets/templates/scaling-exponents.json?raw";
import { estimateRanges } from "../../shared/estimate/ranges.ts";
import { plainText } from "../sheet/rich-text.ts";
import { catalogue } from "./catalogue.ts";
import { openPlan, sheetOf, withRanges } from "./opened-plan.ts";

const source = { name: "scaling-exponents.json", text: template };
const opened = () => {
  const result = openPlan(source, catalogue);
  if (!result.ok) throw new Error(result.error.map((fault) => fault.message).join("; "));
  return result.value;
};

describe("the example", () => {
  it("has its headline before the draws and its range after them", () => {
    const first = opened();
    const cost = sheetOf(first, "1.2.3").headline.find((headline) => headline.id === "cost");
    expect([plainText(cost?.value.text ?? []), cost?.range]).toEqual(["12.9 M", null]);
    const { resolved, estimated } = first;
    const drawn = withRanges(first, {
      ranges: estimateRanges(resolved, estimated, { draws: 1000 }),
      planFingerprint: "4be107c9d52a8e36ffff",
      schedules: null,
    });
    const later = sheetOf(drawn, "1.2.3");
    expect(later.headline.find((headline) => headline.id === "cost")?.range?.low).toBeLessThan(1e7);
    expect(later.foot).toContain("SHA-256 4be1 07c9 d52a 8e36");
  });

  it("says in the foot which file and which version", () => {
    expect(sheetOf(opened(), "1.2.3").foot).toContain("scaling-exponents.json");
    expect(sheetOf(opened(), "1.2.3").foot).toContain("1.2.3");
  });
});

it("answers all faults of a plan that has some", () => {
  const text = template.replace('"low": 10', '"low": 16').replace('"sequence": 512', '"sequnce": 512');
  const result = openPlan({ name: "bad.json", text }, catalogue);
  expect(!result.ok && result.error.map(({ line }) => line !== null)).toEqual([true, true]);
});
