import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { Flop } from "../units/brands.ts";
import { shippedFits } from "./shipped.fixture.ts";
import { optimumSpread } from "./spread.ts";

const { all, named } = shippedFits(
  readFileSync(new URL("../../assets/catalog/scaling-laws.json", import.meta.url), "utf8"),
);
const GOPHER = Flop(5.76e23);

describe("optimumSpread", () => {
  it("spans the fits that count, and lists the others too", () => {
    const { byFit, parameters, tokens, loss } = optimumSpread(all, GOPHER);
    expect(byFit).toHaveLength(all.length);
    expect((parameters.low / 1e9).toFixed(1)).toBe("40.4");
    expect((parameters.high / 1e9).toFixed(1)).toBe("72.4");
    expect((tokens.low / 1e12).toFixed(2)).toBe("1.33");
    expect((tokens.high / 1e12).toFixed(2)).toBe("2.38");
    expect(loss?.low.toFixed(3)).toBe("1.918");
    expect(loss?.high.toFixed(3)).toBe("1.974");
  });

  it("has no loss where no fit predicts one", () => {
    expect(optimumSpread([named("hoffmann-2022-approach-1")], GOPHER).loss).toBeNull();
  });
});
