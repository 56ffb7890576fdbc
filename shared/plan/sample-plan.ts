/** A small plan and a small catalogue for the tests of this folder, and faults written the short way. */
import { completeAccelerator } from "../hardware/accelerator.ts";
import type { Catalogue } from "./catalogue.ts";
import type { PlanFault } from "./fault.ts";
import { readPlan } from "./read.ts";
import type { ResolvedPlan } from "./resolved.ts";

const prior = { url: "https://example.org/advice", date: "2022-01" };

export const sampleCatalogue: Catalogue = {
  accelerators: [
    completeAccelerator({
      id: "big",
      name: "Big card",
      densePeak: { bf16: 1e15, fp8: 2e15 },
      tdpWatts: 700,
      cardsPerNode: 4,
    }),
    completeAccelerator({ id: "small", name: "Small card", densePeak: { fp16: 2e14, bf16: null }, tdpWatts: 300 }),
  ],
  rates: [
    {
      id: "cloud-small",
      provider: "Cloud",
      accelerator: "SMALL 16GB",
      acceleratorId: "small",
      instance: null,
      cardsPerInstance: null,
      region: null,
      prices: { onDemand: 1.5, spot: null, reserved1y: 1, reserved3y: null },
      date: "2026-01",
      source: "price list",
      note: null,
    },
  ],
  grids: [
    {
      id: "land",
      kind: "country",
      name: "Land",
      gramsPerKilowattHour: 100,
      basis: "location",
      date: null,
      source: "office",
    },
  ],
  utilisation: {
    languageModel: { utilisation: 0.3, source: "advice for language models", ...prior },
    other: { utilisation: 0.4, source: "advice for other models", ...prior },
    measured: [],
  },
  funders: [],
};

export const samplePlan = `flopsheet: 1
title: Sample
variables:
  points: {low: 10, likely: 15, high: 20}
defaults:
  model: {layers: 8, heads: 8, headSize: 128, vocabulary: 32000}
  training: {steps: 1000, batch: 256, sequence: 512}
  hardware: {accelerator: big, achieved: 4.0e14}
experiments:
  - id: first
    title: First
    sweeps:
      - axes:
          model.heads: [8, 16]
          optimizer: [SGD, Adam]
          rate: {use: points}
  - id: second
    title: Second
    after: [first]
    sweeps:
      - id: main
        axes: {seed: 3}
quotes:
  - {id: stated, price: 3}
energy: {pue: 1.1, grid: land}
`;

/** The sample with each text of `changes` replaced by the one after it. */
export function changed(...changes: readonly (readonly [from: string, to: string])[]): string {
  return changes.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new RangeError(`the sample has no ${from}`);
    return text.replace(from, to);
  }, samplePlan);
}

/** Every fault of a plan's text as `path line:column value: message`. */
export function faultsIn(text: string): string[] {
  const read = readPlan(text, sampleCatalogue);
  return read.ok ? [] : read.error.map(short);
}

const short = ({ path, line, column, value, message }: PlanFault): string =>
  `${path} ${line}:${column} ${value}: ${message}`;

/** The sample, or a change of it, resolved; throws where it has faults. */
export function resolvedSample(text = samplePlan): ResolvedPlan {
  const read = readPlan(text, sampleCatalogue);
  if (!read.ok) throw new Error(read.error.map(short).join("\n"));
  return read.value.resolved;
}

/** The first fault of a plan's text that begins with `message`, whole. */
export function faultLike(text: string, message: string): PlanFault {
  const read = readPlan(text, sampleCatalogue);
  const found = read.ok ? undefined : read.error.find((fault) => fault.message.startsWith(message));
  if (found === undefined) throw new Error(`no fault says: ${message}\n${faultsIn(text).join("\n")}`);
  return found;
}
