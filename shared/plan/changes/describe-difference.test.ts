import { describe, expect, it } from "vitest";
import { changed, samplePlan } from "../sample-plan.ts";
import { describeDifference } from "./describe-difference.ts";

describe("describeDifference", () => {
  it.each([
    ["a change of a value", changed(["price: 3", "price: 3.5"]), "Price 3.00 to 3.50 USD"],
    ["a value that is not finished", changed(["price: 3", 'price: "3."']), "Price 3.00 USD to “3.”"],
    ["nothing", samplePlan, ""],
    ["a comment", `# new\n${samplePlan}`, "Only how the text is written changed"],
    ["a text that cannot be read", `${samplePlan}  x`, "The plan as text changed"],
  ])("says what %s comes to", (_, after, words) => {
    expect(describeDifference(samplePlan, after).words).toBe(words);
  });
});
