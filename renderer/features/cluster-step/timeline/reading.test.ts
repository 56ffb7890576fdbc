import { expect, it } from "vitest";
import type { Band } from "../../../../shared/cluster/bands.ts";
import { type Read, readAfter } from "./reading.ts";

const step = (fromHours: number, toHours: number) => ({ fromHours, toHours, runs: 1, cards: 8 });
const bands: readonly Band[] = [
  { stage: 0, steps: [step(0, 1), step(1, 4)] },
  { stage: 2, steps: [step(0, 2), step(6, 7)] },
];

const keyed = (keys: readonly string[]): Read | null =>
  keys.reduce<Read | null>((read, key) => readAfter(key, bands, read) ?? null, null);

it.each([
  [["ArrowRight"], { band: 0, step: 0 }],
  [["ArrowRight", "ArrowRight"], { band: 0, step: 1 }],
  [["ArrowRight", "End", "ArrowRight"], { band: 0, step: 1 }],
  [["ArrowRight", "End", "ArrowLeft", "ArrowLeft"], { band: 0, step: 0 }],
  [["ArrowRight", "End", "ArrowUp"], { band: 1, step: 0 }],
  [["ArrowRight", "ArrowUp", "End", "ArrowDown"], { band: 0, step: 1 }],
  [["ArrowRight", "ArrowDown"], { band: 0, step: 0 }],
  [["ArrowRight", "Escape"], null],
])("after %j it reads %j", (keys, read) => {
  expect(keyed(keys)).toEqual(read);
});

it("leaves other keys, and a schedule of nothing, alone", () => {
  expect(readAfter("a", bands, null)).toBeUndefined();
  expect(readAfter("Escape", bands, null)).toBeUndefined();
  expect(readAfter("ArrowUp", [], null)).toBeUndefined();
});
