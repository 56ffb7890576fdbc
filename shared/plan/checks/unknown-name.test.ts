import { describe, expect, it } from "vitest";
import { unknownName } from "./unknown-name.ts";

describe("unknownName", () => {
  it("names the nearest, and what there is", () => {
    expect(unknownName(["after", 0], "gama", "experiment", ["alpha", "gamma"])).toEqual({
      path: ["after", 0],
      message: '"gama" names no experiment',
      value: "gama",
      allowed: "alpha, gamma",
      hint: "Did you mean gamma?",
      suggestion: '"gamma"',
    });
  });

  it("asks about the names that it is the beginning of, and puts them first", () => {
    const cards = ["b100", "gb200", "h100-pcie", "h100-sxm"];
    expect(unknownName([], "H100", "accelerator", cards)).toMatchObject({
      allowed: "h100-pcie, h100-sxm, b100, gb200",
      hint: "Did you mean h100-pcie or h100-sxm?",
      suggestion: null,
    });
    expect(unknownName([], "h100", "accelerator", cards.slice(0, 3))).toMatchObject({ suggestion: '"h100-pcie"' });
    expect(unknownName([], "b10", "accelerator", cards)).toMatchObject({ hint: "Did you mean b100?" });
  });

  it("lists some of many, and says when there are none", () => {
    const many = Array.from({ length: 40 }, (_, index) => `name${index}`);
    expect(unknownName([], "x", "rate", many).allowed).toMatch(/^name0, name1, .* name29, …$/);
    expect(unknownName([], "x", "variable", [])).toMatchObject({
      allowed: "no name: there is no variable to name",
      hint: null,
      suggestion: null,
    });
  });
});
