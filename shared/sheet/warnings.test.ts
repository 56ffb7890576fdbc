import { expect, it } from "vitest";
import type { Accelerator } from "../hardware/accelerator.ts";
import type { ResolvedCard } from "../plan/resolved.ts";
import { certain, h100, h100Card, plan, quote } from "./fixtures/plan.ts";
import { inputOf } from "./fixtures/sheet-of.ts";
import { warningsOf } from "./warnings.ts";

const warned = (more: Parameters<typeof plan>[0]) => warningsOf(inputOf(plan(more)));
const atSpeed = (flopPerSecond: number) => ({
  cards: [
    { ...h100Card, speed: { kind: "achieved", flopPerSecond: certain(flopPerSecond), carriedFrom: null } as const },
  ],
});

it("is silent about an ordinary plan", () => {
  expect(warned({ date: "2026-11-22" })).toEqual([]);
});

it.each([
  [
    7e14,
    "NVIDIA H100 SXM5 80GB at 70.7 % of its dense bf16 peak is more than published training runs reach (65 %): check the speed.",
  ],
  [
    2e15,
    "NVIDIA H100 SXM5 80GB at 202.1 % of its dense bf16 peak is more than it can do: check the speed and the peak.",
  ],
  [
    1e13,
    "NVIDIA H100 SXM5 80GB at 1.0 % of its dense bf16 peak is very little (under 5 %): check the unit of the speed.",
  ],
])("doubts a speed of %d FLOP/s", (speed, warning) => {
  expect(warned(atSpeed(speed))).toEqual([warning]);
});

it("counts the age of a price from the plan's own date, to the day", () => {
  const dated = (date: string | null) => warned({ date: "2026-11-22", quotes: [quote(3, { date })] });
  expect(dated("2026-08-24")).toEqual([]);
  expect(dated("2026-08-23")).toEqual([
    "The price “Stated price” is of 23 August 2026, more than 90 days before this plan.",
  ]);
  expect(dated("2026-08")).toEqual([]);
  expect(dated("2026")).toEqual([]);
  expect(dated("2026-07")).toEqual(["The price “Stated price” is of July 2026, more than 90 days before this plan."]);
  expect(dated("2024")).toHaveLength(1);
  expect(dated(null)).toEqual([]);
  expect(warned({ date: null, quotes: [quote(3, { date: "2001-01-01" })] })).toEqual([]);
});

const energy = { basis: "card", cardWatts: null, nodeWatts: null, load: 1, pue: 1, grid: null, source: null } as const;

it("says when the power is unknown, and whose", () => {
  const unknown = [{ ...h100Card, accelerator: { ...h100, tdpWatts: null } }];
  expect(warned({ cards: unknown, energy })).toEqual(["A card’s power is unknown, so energy and carbon are unknown."]);
  expect(warned({ energy: { ...energy, basis: "node" } })).toEqual([
    "The node’s power is not stated, so energy and carbon are unknown.",
  ]);
  expect(warned({ energy })).toEqual([]);
});

it("says that an offer was over on the plan's own date", () => {
  const until = (validUntil: string | null) => warned({ date: "2026-11-22", quotes: [quote(3, { validUntil })] });
  expect(until("2026-11-21")).toEqual([
    "The price “Stated price” was valid until 21 November 2026, before the date of this plan.",
  ]);
  expect(until("2026-11-22")).toEqual([]);
  expect(until(null)).toEqual([]);
});

it("names the fields it used that nobody has found in a source, once", () => {
  const unverified: Accelerator["unverified"] = ["densePeak.bf16", "tdpWatts", "interconnect"];
  const recalled: ResolvedCard = { ...h100Card, accelerator: { ...h100, unverified } };
  const cards = [recalled, recalled];
  expect(warned({ cards, energy })).toEqual([
    "The dense bf16 peak and power of NVIDIA H100 SXM5 80GB are recalled, not found in a source.",
  ]);
  expect(warned({ cards: cards.slice(0, 1) })).toEqual([
    "The dense bf16 peak of NVIDIA H100 SXM5 80GB is recalled, not found in a source.",
  ]);
  const nodes: ResolvedCard = { ...h100Card, accelerator: { ...h100, unverified: ["cardsPerNode"] } };
  expect(warned({ cards: [nodes] })).toEqual([
    "The number of cards in a node of NVIDIA H100 SXM5 80GB is recalled, not found in a source.",
  ]);
  expect(warned({ cards: [{ ...nodes, cardsPerNode: 4 }] })).toEqual([]);
});
