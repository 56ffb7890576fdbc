import { cleanup, render } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import type { Formula } from "../../shared/estimate/trace.ts";
import { FormulaView } from "./formula.tsx";

afterEach(cleanup);

const cost: Formula = {
  kind: "equals",
  sides: [
    { kind: "symbol", name: "cost" },
    {
      kind: "product",
      factors: [
        {
          kind: "fraction",
          over: { kind: "sum", index: "sweeps", of: { kind: "symbol", name: "F", sub: "run" } },
          under: { kind: "number", value: 3600, unit: "s/h" },
        },
        { kind: "symbol", name: "p" },
      ],
    },
    { kind: "number", value: 5.42e24, unit: "FLOP" },
  ],
};

const mathOf = (formula: Formula) => {
  const { container } = render(<FormulaView formula={formula} />);
  const math = container.querySelector("math");
  if (math === null) throw new Error("no MathML was rendered");
  return math;
};

describe("FormulaView", () => {
  it("is MathML in its own namespace", () => {
    const math = mathOf(cost);
    expect(math.namespaceURI).toBe("http://www.w3.org/1998/Math/MathML");
    expect(math.querySelector("mfrac > :first-child")?.textContent).toContain("Σsweeps");
    expect(math.querySelector("msub")?.textContent).toBe("Frun");
  });

  it("puts further sides of an equation below each other", () => {
    expect([...mathOf(cost).querySelectorAll("mtr")].map((line) => line.textContent)).toEqual([
      "cost=ΣsweepsFrun3,600s/h·p",
      "=5.42×1024FLOP",
    ]);
  });

  it("sets powers of ten as such, letters upright when they are words", () => {
    const math = mathOf(cost);
    expect(math.querySelector("msup")?.textContent).toBe("1024");
    expect(math.querySelector("mi")?.classList.contains("formula-letter")).toBe(false);
  });

  it("raises a power, with brackets around what is not one letter, as tall as a fraction between them", () => {
    const power = (base: Formula): Formula => ({ kind: "power", base, exponent: { kind: "symbol", name: "α" } });
    const letter: Formula = { kind: "symbol", name: "N" };
    expect(mathOf(power(letter)).querySelector("msup")?.textContent).toBe("Nα");
    const large = mathOf(power({ kind: "number", value: 5.76e23 }));
    expect(large.textContent).toBe("(5.76×1023)α");
    expect(large.querySelector(".formula-tall")).toBeNull();
    const fraction = mathOf(power({ kind: "fraction", over: letter, under: { kind: "number", value: 6 } }));
    expect(fraction.querySelectorAll("mo.formula-tall")).toHaveLength(2);
  });

  it("has a cross where numbers meet", () => {
    const product: Formula = {
      kind: "product",
      factors: [
        { kind: "number", value: 2 },
        {
          kind: "group",
          inner: { kind: "minus", from: { kind: "symbol", name: "a" }, take: { kind: "text", text: "b" } },
        },
        {
          kind: "plus",
          terms: [
            { kind: "number", value: 1 },
            { kind: "number", value: 4 },
          ],
        },
      ],
    };
    expect(mathOf(product).textContent).toBe("2×(a−b)×1+4");
  });
});
