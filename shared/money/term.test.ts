import { expect, it } from "vitest";
import { rateSchema } from "./rate.ts";
import { DEFAULT_TERM, TERMS, termSchema } from "./term.ts";

it("names the prices of a rate", () => {
  expect(Object.keys(rateSchema.shape.prices.shape)).toEqual([...TERMS]);
  expect(termSchema.parse(DEFAULT_TERM)).toBe("onDemand");
  expect(termSchema.safeParse("weekly").error?.issues[0]?.message).toBe(`Allowed: ${TERMS.join(", ")}`);
});
