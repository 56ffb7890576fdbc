import { expect, it } from "vitest";
import { Watts } from "../../units/brands.ts";
import { plan } from "../plan.fixture.ts";
import { traceOf } from "./trace-of.fixture.ts";

it("takes the power of a card from its row where it is the card's own", () => {
  const energy = {
    ...({ basis: "card", cardWatts: Watts(500), nodeWatts: Watts(900), load: 1, pue: 1.1, grid: null } as const),
    source: "our meter",
  };
  const source = (watts: number, measure: "byCard" | "byNode") =>
    traceOf(plan({ energy: { ...energy, cardWatts: Watts(watts) } }), { of: "energy", measure }).inputs[1]?.source;
  expect([source(500, "byCard"), source(450, "byCard"), source(500, "byNode")]).toEqual([
    "a datasheet",
    "our meter",
    "our meter",
  ]);
});
