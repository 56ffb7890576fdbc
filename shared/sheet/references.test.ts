import { expect, it } from "vitest";
import { createReferences, letter, sourceLine } from "./references.ts";

it("letters sources as they are cited, equal ones once", () => {
  const references = createReferences();
  expect(references.cite({ text: "Kaplan et al. 2020" })).toEqual({ kind: "superscript", text: "a" });
  expect(references.cite({ text: "Ember", date: "2024" })).toEqual({ kind: "superscript", text: "b" });
  expect(references.cite({ text: "Kaplan et al. 2020" })).toEqual({ kind: "superscript", text: "a" });
  expect(references.items()).toEqual([["Kaplan et al. 2020."], ["Ember. 2024."]]);
});

it("goes on after z", () => {
  expect([0, 25, 26, 51, 52].map(letter)).toEqual(["a", "z", "aa", "az", "ba"]);
});

it("writes address and date once", () => {
  const url = "https://arxiv.org/abs/2407.05872";
  expect(sourceLine({ text: "Everett et al.", url, date: "2024-07-08" })).toBe(`Everett et al. ${url}. 8 July 2024.`);
  expect(sourceLine({ text: `Everett et al., ${url}, 8 July 2024.`, url, date: "2024-07-08" })).toBe(
    `Everett et al., ${url}, 8 July 2024.`,
  );
});
