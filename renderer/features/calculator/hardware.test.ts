import { describe, expect, it } from "vitest";
import { catalogue } from "../../estimating/catalogue.ts";
import { chosenCard, floatFormatsOf, peakSource, speedAt } from "./hardware.ts";

const cards = catalogue.accelerators;

describe("chosenCard", () => {
  it("has the dense peak of the format, and what the card achieves of it", () => {
    const chosen = chosenCard(cards, "h100-sxm", "bf16");
    expect(chosen?.densePeak).toBe(989.4e12);
    expect(chosen && speedAt(chosen, 0.3)).toBeCloseTo(2.9682e14, -6);
    expect(chosen && peakSource(chosen)).not.toBe("");
  });

  it("keeps to a format that the card has", () => {
    expect(chosenCard(cards, "v100-sxm2-32", "bf16")?.format).toBe("fp16");
    expect(chosenCard(cards, "a100-sxm-80", "fp8")?.format).toBe("bf16");
    expect(chosenCard(cards, "h100-sxm", "nonsense")?.format).toBe("bf16");
  });

  it("is none for a card that nobody knows", () => {
    expect(chosenCard(cards, "h900", "bf16")).toBeNull();
  });

  it("never counts integers as floating-point operations", () => {
    expect(cards.flatMap(floatFormatsOf)).not.toContain("int8");
  });
});
