import { describe, expect, it } from "vitest";
import { generator } from "../ranges/generator.ts";
import { goodput } from "./goodput.ts";

const CARD_MTBF = 50_677;

/**
 * A run of many intervals, event by event: work, then a checkpoint; a failure at a random moment loses what was done since the last one and
 * costs a restart, which may fail as well. Work ÷ time.
 */
function simulate(
  setting: { mtbfHours: number; writeHours: number; restartHours: number },
  intervalHours: number,
  intervals: number,
): number {
  const next = generator(20_260_121);
  const untilFailure = () => -setting.mtbfHours * Math.log((next() + 0.5) / 2 ** 32);
  let clock = 0;
  let failure = untilFailure();
  /** Goes on for so long, or to the next failure; whether it got to the end. */
  const last = (hours: number): boolean => {
    if (failure > hours) {
      clock += hours;
      failure -= hours;
      return true;
    }
    clock += failure;
    failure = untilFailure();
    return false;
  };
  for (let done = 0; done < intervals; done++) {
    while (!last(intervalHours + setting.writeHours)) {
      while (!last(setting.restartHours)) {
        // A failure during the restart: the restart begins again.
      }
    }
  }
  return (intervals * intervalHours) / clock;
}

describe("the closed form of the goodput", () => {
  it.each([
    [1_024, 5, 10],
    [16_384, 1, 3],
    [16_384, 5, 10],
    [100_000, 1, 3],
    [100_000, 5, 10],
  ])("is within 1 %% of a simulation with random failures, %i cards, %i and %i minutes", (cards, write, restart) => {
    const setting = { mtbfHours: CARD_MTBF / cards, writeHours: write / 60, restartHours: restart / 60 };
    const { goodput: closed, intervalHours } = goodput(setting);
    expect(Math.abs(simulate(setting, intervalHours, 200_000) / closed - 1)).toBeLessThan(0.01);
  });
});
