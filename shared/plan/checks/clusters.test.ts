import { describe, expect, it } from "vitest";
import { changed, faultLike, faultsIn } from "../sample-plan.ts";

const clusters = (...rows: string[]): string =>
  changed(["energy:", `clusters:\n${rows.map((row) => `  - {${row}}\n`).join("")}energy:`]);

describe("clusters", () => {
  it("name a card of the catalogue, or one that the plan writes down", () => {
    expect(faultsIn(clusters("cards: 8, accelerator: small"))).toEqual([]);
    expect(faultsIn(clusters("cards: 8, accelerator: smal"))).toEqual([
      'clusters[0].accelerator 26:29 "smal": "smal" names no accelerator',
    ]);
    expect(faultLike(clusters("cards: 8, accelerator: smal"), '"smal"').hint).toBe("Did you mean small?");
    const own = clusters("cards: 8, accelerator: Lab").replace(
      "accelerator: big, achieved: 4.0e14",
      "accelerator: {name: Lab, densePeak: {bf16: 1e15}}",
    );
    expect(faultsIn(own)).toEqual([]);
  });

  it("end no sooner than they start: on the day that they state, else on that of the plan", () => {
    expect(faultsIn(clusters("cards: 8, start: 2026-12-01, end: 2026-12-01"))).toEqual([]);
    expect(faultsIn(clusters("cards: 8, start: 2026-12-01, end: 2026-11-30"))).toEqual([
      'clusters[0].end 26:40 "2026-11-30": The end is before the start',
    ]);
    const dated = (row: string) => `${clusters(row)}\ndate: 2026-12-20\n`;
    expect(faultsIn(dated("cards: 8, end: 2026-12-20"))).toEqual([]);
    expect(faultsIn(dated("cards: 8, start: 2026-11-01, end: 2026-12-01"))).toEqual([]);
    expect(faultLike(dated("cards: 8, end: 2026-12-19"), "The end is before the day of the plan")).toMatchObject({
      path: "clusters[0].end",
      allowed: "a day from the plan's date on, 2026-12-20; or a start of the cluster's own",
    });
    expect(faultLike(clusters("cards: 8, start: 2026-12-02, end: 2026-12-01"), "The end").allowed).toBe(
      "a day from start on, 2026-12-02",
    );
  });

  it.each([
    ["cards: 8, share: 0.1", "The share comes to no card", "a share that is at least one of the 8 cards"],
    ["cards: 8, share: 0", "Share cannot be 0", "granted share of the cards as a number above 0, at most 1"],
    [
      "cards: 8, hoursPerWeek: 169",
      "Hours per week is too large",
      "hours a week that the cluster can be used as a number from 1 to 168",
    ],
    [
      "cards: 8, checkpointWriteMinutes: 0",
      "Checkpoint write minutes cannot be 0",
      "minutes that writing a checkpoint takes as a number above 0, at most 10,000",
    ],
    [
      "cards: 8, restartMinutes: {use: points}",
      "Restart minutes cannot be a range",
      "minutes from a failure until the run goes on as a number from 0 to 10,000",
    ],
    ["cards: 8, cardMtbfHours: {use: pionts}", '"pionts" names no variable', "points"],
    ["cards: 8, allocation: {unit: SU}", "Per card hour is missing", "one of perCardHour and perNodeHour"],
    [
      "cards: 8, allocation: {unit: SU, perCardHour: 1, perNodeHour: 8}",
      "Per node hour does not fit",
      "one of perCardHour and perNodeHour",
    ],
  ])("%s is refused: %s", (row, message, allowed) => {
    expect(faultLike(clusters(row), message).allowed).toBe(allowed);
  });

  it("take variables within their bounds", () => {
    expect(faultsIn(clusters("cards: 8, queueWaitHours: {use: points}, cardMtbfHours: {use: points}"))).toEqual([]);
    const far = clusters("cards: 8, queueWaitHours: {use: points}").replace("high: 20}", "high: 200000}");
    expect(faultsIn(far)).toEqual([
      'clusters[0].queueWaitHours 26:32 {"low": 10, "likely": 15, "high": 200000}: The variable points goes beyond what is allowed here',
    ]);
  });
});

describe("the cards of a run", () => {
  it("are not fewer at the most than at the least, whatever levels state the two", () => {
    const own = changed(
      ["accelerator: big,", "accelerator: big, minCards: 16,"],
      ["axes: {seed: 3}", "hardware: {maxCards: 8}\n        axes: {seed: 3}"],
    );
    expect(faultsIn(own)).toEqual([
      "experiments[1].sweeps[0].hardware.maxCards 22:30 8: The fewest cards of a run are more than the most",
    ]);
    expect(faultLike(own, "The fewest").allowed).toBe("at least minCards, 16");
    const axis = changed(
      ["accelerator: big,", "accelerator: big, maxCards: 8,"],
      ["{seed: 3}", "{seed: 3, hardware.minCards: [4, 16]}"],
    );
    expect(faultLike(axis, "The fewest")).toMatchObject({
      path: 'experiments[1].sweeps[0].axes["hardware.minCards"][1]',
      allowed: "at most maxCards, 8",
    });
  });
});
