import { describe, expect, it } from "vitest";
import { findingOf, type Part, type Wording } from "./finding.ts";

const widths: Wording = {
  one: (label) => `width ${label}`,
  label: (label) => label,
  before: "widths ",
  many: "widths",
  largest: "the largest width",
  smallest: "the smallest width",
};
const names: Wording = {
  ...widths,
  one: (label) => label,
  before: "",
  many: "optimizers",
  largest: null,
  smallest: null,
};

const numbers = (shares: Record<string, number>): Part[] =>
  Object.entries(shares).map(([label, share]) => ({ label, share, size: Number(label), onAxis: true }));
const words = (shares: Record<string, number>): Part[] =>
  Object.entries(shares).map(([label, share]) => ({ label, share, size: null, onAxis: true }));

const titles = (parts: readonly Part[], wording: Wording) => findingOf(parts, wording, "money").title;

describe("the title", () => {
  it("speaks of the largest and of the smallest by their place", () => {
    expect(titles(numbers({ 128: 0.1, 256: 0.3, 512: 0.6 }), widths)).toBe(
      "The largest width takes 60 % of the money.",
    );
    expect(titles(numbers({ 128: 0.6, 256: 0.3, 512: 0.1 }), widths)).toBe(
      "The smallest width takes 60 % of the money.",
    );
    expect(titles(numbers({ 128: 0.3, 256: 0.6, 512: 0.1 }), widths)).toBe("Width 256 takes 60 % of the money.");
  });

  it("calls nothing the largest that is not larger than all others", () => {
    const alike: Part[] = [
      { label: "A", share: 0.7, size: 5, onAxis: true },
      { label: "B", share: 0.3, size: 5, onAxis: true },
    ];
    expect(titles(alike, { ...widths, one: (label) => `the model “${label}”` })).toBe(
      "The model “A” takes 70 % of the money.",
    );
  });

  it("names what has no order", () => {
    expect(titles(words({ SGD: 0.2, Adam: 0.5, Adafactor: 0.3 }), names)).toBe("Adam takes 50 % of the money.");
  });

  it("says when all are alike", () => {
    expect(titles(words({ SGD: 0.33, Adam: 0.34, Adafactor: 0.33 }), names)).toBe(
      "The money is spread evenly over three optimizers.",
    );
  });

  it("names ties for the first place, or counts them where they are many", () => {
    expect(titles(numbers({ 128: 0.4, 256: 0.4, 512: 0.2 }), widths)).toBe(
      "Widths 128 and 256 take 40 % of the money each.",
    );
    expect(titles(numbers({ 1: 0.2, 2: 0.2, 3: 0.2, 4: 0.2, 5: 0.1, 6: 0.1 }), widths)).toBe(
      "Four of six widths take 20 % of the money each.",
    );
  });

  it("says when one takes all, and when none takes any", () => {
    expect(titles(words({ Adam: 1 }), names)).toBe("Adam takes all of the money.");
    expect(titles(words({ Adam: 0, SGD: 0 }), names)).toBe("No optimizers take any of the money.");
  });

  it("does not take what is off the axis for one of its values", () => {
    const rest: Part = { label: "rest", share: 0.6, size: null, onAxis: false };
    expect(titles([...numbers({ 128: 0.1, 256: 0.3 }), rest], widths)).toBe(
      "The rest of the plan takes 60 % of the money.",
    );
  });
});

describe("the remark", () => {
  const remark = (parts: readonly Part[]) => findingOf(parts, widths, "money").remark;

  it("names the few that make up more than half, in the order of the axis", () => {
    expect(remark(numbers({ 1: 0.1, 2: 0.35, 3: 0.1, 4: 0.409, 5: 0.041 }))).toBe(
      "Widths 2 and 4 together take 75.9 %",
    );
    expect(remark(numbers({ 1: 0.1, 2: 0.1, 3: 0.2, 4: 0.21, 5: 0.22, 6: 0.17 }))).toBe(
      "Widths 3, 4 and 5 together take 63.0 %",
    );
  });

  it("is silent where few are nearly all there are", () => {
    expect(remark(numbers({ 1: 0.2, 2: 0.3, 3: 0.5 }))).toBeNull();
  });
});

it("highlights what the title speaks of", () => {
  expect(findingOf(numbers({ 1: 0.2, 2: 0.7, 3: 0.1 }), widths, "money").highlight).toBe(1);
  expect(findingOf(numbers({ 1: 0.5, 2: 0.5 }), widths, "money").highlight).toBeNull();
});
