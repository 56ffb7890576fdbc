import { expect, it } from "vitest";
import { eightNodes } from "./eight-nodes.fixture.ts";
import { ownershipSwings } from "./sensitivity.ts";

const swings = ownershipSwings({ purchase: eightNodes, rentalPrice: 2.5, use: [{ months: 48, share: 0.7 }] });

it("moves electricity to half and twice its price", () => {
  const swing = swings.find(({ input }) => input === "electricityPerKilowattHour");
  expect([swing?.low.value, swing?.high.value]).toEqual([0.06, 0.24]);
  // 89,209.0368 a year, × 4 years: half of it less, all of it more.
  expect(swing?.low.saved).toBeCloseTo(243_643.8528 + 178_418.0736, 4);
  expect(swing?.high.saved).toBeCloseTo(243_643.8528 - 356_836.1472, 4);
  expect((swing?.low.breakEvenUse ?? 0) * 100).toBeCloseTo(62.4718, 3);
  expect((swing?.high.breakEvenUse ?? 0) * 100).toBeCloseTo(72.019, 3);
  expect(swing?.high.paybackMonth).toBeGreaterThan(swing?.low.paybackMonth ?? Number.NaN);
});

it("moves the residual to nothing and to twice its share, which leaves payback where it is", () => {
  const swing = swings.find(({ input }) => input === "residualShare");
  expect([swing?.low.value, swing?.high.value]).toEqual([0, 0.2]);
  expect(swing?.low.saved).toBeCloseTo(243_643.8528 - 276_000, 4);
  expect(swing?.high.saved).toBeCloseTo(243_643.8528 + 276_000, 4);
  expect((swing?.low.breakEvenUse ?? 0) * 100).toBeCloseTo(70.5771, 3);
  expect((swing?.high.breakEvenUse ?? 0) * 100).toBeCloseTo(60.7312, 3);
  expect(swing?.low.paybackMonth).toBe(swing?.high.paybackMonth);
});

it("sells for no more than it cost", () => {
  const [, residual] = ownershipSwings({
    purchase: { ...eightNodes, residualShare: 0.7 },
    rentalPrice: 2.5,
    use: [{ months: 48, share: 0.7 }],
  });
  expect(residual?.high.value).toBe(1);
});
