import { describe, expect, it } from "vitest";
import { priceRental, type RentalTerms } from "./price-rental.ts";
import type { RentalUsage } from "./usage.ts";

const onDemand: RentalTerms = {
  basis: "onDemand",
  price: 3,
  cardsPerUnit: 1,
  minimumCards: 1,
  incrementHours: 0,
  commitment: null,
  storagePerTBMonth: null,
  egressPerTB: null,
};
const reserved: RentalTerms = { ...onDemand, basis: "reserved", price: 1.8, commitment: { cards: 64, hours: 8_760 } };

/** So many cards from hour 0 on. */
const usage = (cards: number, hours: number, more: Partial<RentalUsage> = {}): RentalUsage => ({
  workCardHours: cards * hours,
  lostCardHours: 0,
  spreadCardHours: 0,
  stretches: hours === 0 ? [] : [{ fromHours: 0, toHours: hours, cards }],
  storageTBMonths: 0,
  egressTB: 0,
  ...more,
});

describe("on demand", () => {
  it("pays for the work", () => {
    expect(priceRental(usage(2_048, 2_788_000 / 2_048), { ...onDemand, price: 2 }).total).toBeCloseTo(5_576_000, 6);
    expect(priceRental(usage(64, 4_380), onDemand)).toMatchObject({ work: 840_960, total: 840_960, idle: 0 });
  });

  it("pays for whole nodes, the minimum and whole increments", () => {
    const cost = priceRental(usage(12, 1.5), {
      ...onDemand,
      cardsPerUnit: 8,
      minimumCards: 20,
      incrementHours: 1,
      price: 1,
    });
    expect(cost).toMatchObject({ work: 18, idle: 6, commitment: 12, increments: 12, paidCardHours: 48, total: 48 });
  });

  it("counts what spreading loses as cards held beside the work", () => {
    const cost = priceRental(usage(16, 10, { workCardHours: 128, spreadCardHours: 20 }), onDemand);
    expect(cost).toMatchObject({ work: 384, idle: 96, total: 480, steps: { needed: 128, spread: 148, held: 160 } });
    const rounded = priceRental(usage(16, 10, { workCardHours: 128, spreadCardHours: 32 - 1e-9 }), onDemand);
    expect(rounded.steps.spread).toBe(rounded.steps.held);
  });

  it("pays for what interruptions lose", () => {
    const cost = priceRental(usage(10, 11, { workCardHours: 100, lostCardHours: 10 }), { ...onDemand, basis: "spot" });
    expect(cost).toMatchObject({ work: 300, interruptions: 30, idle: 0, total: 330 });
  });
});

describe("reserved", () => {
  it("costs the same at any use, and less than on demand from 60 % on", () => {
    for (const share of [0, 0.1, 0.5, 1]) {
      expect(priceRental(usage(64, 8_760 * share), reserved).total).toBeCloseTo(1_009_152, 6);
    }
    expect(priceRental(usage(64, 8_760 * 0.6), onDemand).total).toBeCloseTo(1_009_152, 6);
  });

  it("takes more cards where the work is wider, and the term again where it is longer", () => {
    expect(priceRental(usage(65, 100), { ...reserved, cardsPerUnit: 8 }).paidCardHours).toBe(72 * 8_760);
    expect(priceRental(usage(8, 8_761), reserved).paidCardHours).toBe(2 * 64 * 8_760);
  });

  it("tells the work from what is paid for and not used", () => {
    const cost = priceRental(usage(64, 876), reserved);
    expect(cost.work).toBeCloseTo(100_915.2, 6);
    expect(cost.commitment).toBeCloseTo(1_009_152 - 100_915.2, 6);
  });
});

it("buys blocks in whole numbers", () => {
  const block: RentalTerms = { ...onDemand, basis: "block", price: 2, commitment: { cards: 64, hours: 168 } };
  expect(priceRental(usage(64, 168), block).total).toBe(64 * 168 * 2);
  expect(priceRental(usage(65, 100), block).total).toBe(2 * 64 * 168 * 2);
  expect(priceRental(usage(64, 400), block).total).toBe(3 * 64 * 168 * 2);
});

it("prices storage and egress, and says where it cannot", () => {
  const stored = usage(1, 100, { storageTBMonths: 12, egressTB: 3 });
  const cost = priceRental(stored, { ...onDemand, storagePerTBMonth: 20, egressPerTB: 90 });
  expect(cost).toMatchObject({ work: 300, storage: 240, egress: 270, total: 810 });
  expect(priceRental(stored, onDemand)).toMatchObject({ storage: null, egress: null, total: 300 });
  expect(priceRental(usage(1, 100), onDemand)).toMatchObject({ storage: 0, egress: 0 });
});

it("has parts that add up to the total", () => {
  const cost = priceRental(usage(12, 1.5, { storageTBMonths: 1 }), {
    ...onDemand,
    cardsPerUnit: 8,
    minimumCards: 20,
    incrementHours: 1,
    storagePerTBMonth: 5,
  });
  const { work, idle, commitment, increments, interruptions, storage, egress, total } = cost;
  expect(work + idle + commitment + increments + interruptions + (storage ?? 0) + (egress ?? 0)).toBeCloseTo(total, 9);
  expect(cost.paidCardHours * 3 + 5).toBeCloseTo(total, 9);
});

it("costs nothing where nothing runs and nothing is promised", () => {
  expect(priceRental(usage(0, 0), onDemand).total).toBe(0);
});
