import { describe, expect, it } from "vitest";
import { changed, resolvedSample } from "../sample-plan.ts";

const energy = (stated: string, ...changes: [string, string][]) =>
  resolvedSample(changed(["energy: {pue: 1.1, grid: land}\n", stated], ...changes)).energy;

describe("energy", () => {
  it("is not looked at where the plan says nothing of it", () => {
    expect(energy("")).toBeNull();
  });

  it("takes the card's power, full load and no overhead unless told otherwise", () => {
    expect(energy("energy: {}")).toEqual({
      basis: "card",
      cardWatts: 700,
      nodeWatts: null,
      load: 1,
      pue: 1,
      grid: null,
      source: null,
    });
    expect(energy("energy: {watts: 500, load: 0.8, pue: 1.2, source: us}")).toMatchObject({
      cardWatts: 500,
      load: 0.8,
      pue: 1.2,
      source: "us",
    });
  });

  it("counts by the node where the plan says so; unknown stays unknown", () => {
    expect(energy("energy: {basis: node, nodeWatts: 1275}")).toMatchObject({
      basis: "node",
      cardWatts: 700,
      nodeWatts: 1275,
    });
    expect(energy("energy: {basis: node}")).toMatchObject({ basis: "node", nodeWatts: null });
    const ours: [string, string] = ["accelerator: big", "accelerator: {name: Ours, densePeak: {bf16: 1.0e15}}"];
    expect(energy("energy: {}", ours)).toMatchObject({ cardWatts: null });
  });

  it("has no one power for cards that differ: each counts with its own", () => {
    expect(energy("energy: {}", ["{seed: 3}", "{hardware.accelerator: [big, small]}"])).toMatchObject({
      cardWatts: null,
    });
    expect(energy("energy: {}", ["{seed: 3}", "{hardware.format: [bf16, fp8]}"])).toMatchObject({ cardWatts: 700 });
  });

  it("takes a grid of the catalogue or of the plan", () => {
    expect(energy("energy: {grid: land}")?.grid).toEqual({
      name: "Land",
      gramsPerKilowattHour: 100,
      basis: "location",
      source: "office",
      date: null,
    });
    expect(energy("energy: {grid: {name: Roof, gramsPerKilowattHour: 0, basis: market, date: 2026-01}}")?.grid).toEqual(
      {
        name: "Roof",
        gramsPerKilowattHour: 0,
        basis: "market",
        source: null,
        date: "2026-01",
      },
    );
  });
});
