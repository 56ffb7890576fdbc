import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nearest } from "./nearest.ts";

const fields = ["width", "heads", "headSize", "layers", "learningRate", "vocabulary", "sequence"];

describe("nearest", () => {
  it.each([
    ["widht", "width"],
    ["wdth", "width"],
    ["widthh", "width"],
    ["haeds", "heads"],
    ["head", "heads"],
    ["WIDTH", "width"],
    ["learningrate", "learningRate"],
    ["learning_rate", "learningRate"],
    ["vocabulry", "vocabulary"],
    ["seqeunce", "sequence"],
  ])("%s was meant as %s", (word, meant) => {
    expect(nearest(word, fields)).toBe(meant);
  });

  it.each(["", "colour", "x", "tokens", "a".repeat(100_000)])(
    "suggests nothing for a word that is far from all (%#)",
    (word) => {
      expect(nearest(word, fields)).toBeUndefined();
    },
  );

  it("counts a swap of neighbours as one slip, so that it beats a word two letters away", () => {
    expect(nearest("sequecne", ["sequecxx", "sequence"])).toBe("sequence");
  });

  it("takes the first of equals", () => {
    expect(nearest("form", ["fork", "from"])).toBe("fork");
  });

  it("does not take a wholly different short word for a slip", () => {
    expect(nearest("a", ["b"])).toBeUndefined();
  });

  it("finds every known word itself, and each with one letter left out", () => {
    fc.assert(
      fc.property(fc.constantFrom(...fields), fc.nat(), (word, at) => {
        const cut = at % word.length;
        expect(nearest(word, fields)).toBe(word);
        expect(nearest(word.slice(0, cut) + word.slice(cut + 1), fields)).toBe(word);
      }),
    );
  });

  it("knows nothing of an empty list", () => {
    expect(nearest("width", [])).toBeUndefined();
  });
});
