import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { axisWords } from "./axis-words.ts";
import { countRuns } from "./count-runs.ts";
import { readSweep } from "./read-sweep.ts";
import { axisOf, faultOf, runsOf, sweepOf } from "./reading.fixture.ts";
import type { SweepFile } from "./sweep-file.ts";
import { sweepToJson } from "./sweep-to-json.ts";
import { sweepToText } from "./sweep-to-text.ts";

/** Every run of a grid, one by one. */
function enumerate(file: SweepFile): string[] {
  let runs: unknown[][] = [[]];
  for (const axis of file.axes) {
    const values = axis.kind === "values" ? axis.values : [];
    runs = runs.flatMap((run) => values.map((value) => [...run, value]));
  }
  return runs.map((run) => JSON.stringify(run));
}

describe("the count", () => {
  const values = fc.uniqueArray(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 5 });
  const grid = fc.uniqueArray(fc.tuple(fc.stringMatching(/^[a-z]{1,4}$/), values), {
    minLength: 1,
    maxLength: 4,
    selector: ([name]) => name,
  });

  it.each([
    [
      "W&B",
      (axes: [string, number[]][]) =>
        JSON.stringify({
          method: "grid",
          parameters: Object.fromEntries(axes.map(([name, list]) => [name, { values: list }])),
        }),
    ],
    [
      "Hydra",
      (axes: [string, number[]][]) =>
        JSON.stringify({
          hydra: {
            sweeper: { params: Object.fromEntries(axes.map(([name, list]) => [name, `choice(${list.join()})`])) },
          },
        }),
    ],
    [
      "Ray Tune",
      (axes: [string, number[]][]) =>
        JSON.stringify({ param_space: Object.fromEntries(axes.map(([name, list]) => [name, { grid_search: list }])) }),
    ],
  ])("of a small grid of %s equals the set of its runs", (_, write) => {
    fc.assert(
      fc.property(grid, (axes) => {
        const file = sweepOf(write(axes));
        expect(countRuns(file)).toBe(new Set(enumerate(file)).size);
        expect(countRuns(file)).toBe(axes.reduce((product, [, list]) => product * list.length, 1));
      }),
    );
  });

  it("follows what a person answers", () => {
    const open = sweepOf("method: random\nparameters: {a: {values: [1, 2]}}");
    expect(countRuns(open, { trials: 30, sizes: new Map() })).toBe(30);
    const glob = sweepOf("hydra: {sweeper: {params: {db: glob(*), lr: '1,2'}}}");
    expect(countRuns(glob, { trials: null, sizes: new Map([["db", 3]]) })).toBe(6);
    expect(countRuns(glob)).toBeNull();
  });

  it("is unknown where it is beyond exact numbers", () => {
    const params = Object.fromEntries(Array.from({ length: 4 }, (_, index) => [`p${index}`, "range(100000)"]));
    expect(runsOf(JSON.stringify({ hydra: { sweeper: { params } } }))).toBeNull();
  });
});

describe("any file", () => {
  it.each([
    ["", "null:null There is nothing in this file"],
    ["title: a plan\n", "null:null This is none of the sweep files that are read, or nothing in it varies"],
    ["[]", "null:null This is none of the sweep files that are read, or nothing in it varies"],
    ['{"method": "grid",', "1:19 The text ends too early"],
    ["method: grid\nparameters: {a: {values: [1, 2}}", "2:31 The indentation"],
    ["parameters: {a: {min: .nan}}", "1:23 This is not a number that can be computed with"],
    [
      `a: &a [x,x,x,x,x,x,x,x,x]\n${[..."bcdefghi"].map((name, index) => `${name}: &${name} [${Array(9).fill(`*${"abcdefgh"[index]}`)}]`).join("\n")}`,
      "1:16 The aliases of this document stand for too many values",
    ],
    [`# ${"x".repeat(1_000_000)}`, "null:null The file is larger than 1 MB"],
    [
      JSON.stringify({
        space: Object.fromEntries(Array.from({ length: 501 }, (_, index) => [`p${index}`, { low: 1, high: 2 }])),
      }),
      "null:null The file has too many parameters",
    ],
    ["[".repeat(1000), "1:41 The document is nested too deeply"],
  ])("that is no sweep gets a message: %j", (text, fault) => {
    expect(faultOf(text)).toMatch(new RegExp(`^${fault}`));
  });

  it("is answered, whatever it holds", () => {
    const words = fc.constantFrom(
      "method",
      "grid",
      "parameters",
      "values",
      "hydra",
      "sweeper",
      "params",
      ":",
      " ",
      "\n",
      "  ",
      "-",
      "[",
      "]",
      "{",
      "}",
      ",",
      "1",
      "choice(",
      ")",
      "#SBATCH --array=",
      "#!",
      "'",
      '"',
      "tune.",
      "num_samples",
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 40 }), fc.constantFrom("a.yaml", "a.csv", "a.sh", ""), (parts, name) => {
        const read = readSweep(parts.join(""), name);
        expect(read.ok ? [] : read.error).not.toHaveLength(read.ok ? 1 : 0);
      }),
      { numRuns: 300 },
    );
  });

  it("is written as JSON with exactly six members", () => {
    const json = JSON.parse(sweepToJson(sweepOf("method: bayes\nparameters: {a: {values: [1, 2]}}")));
    expect(Object.keys(json)).toEqual(["format", "method", "runs", "axes", "needs", "warnings"]);
    expect(json).toMatchObject({
      format: "wandb",
      method: "bayes",
      runs: null,
      axes: [{ name: "a", kind: "values", values: [1, 2] }],
      needs: [{ what: "cap" }],
    });
  });

  it("is told in a terminal, without what a terminal would obey", () => {
    const text = sweepToText(
      sweepOf(
        '{"method": "grid", "run_cap": 3, "parameters": {"a\\u001b[1m": {"values": [1, 2]}, "b": {"values": [1, 2]}, "c": {"value": null}}}',
      ),
    );
    expect(text).toContain("Runs    3 = the first 3 of 2 × 2\n");
    expect(text).toContain("  c  none\n");
    expect(text).not.toContain("\u001b");
  });
});

it("says an axis in words", () => {
  const words = (parameter: string) => {
    const axis = axisOf(sweepOf(`method: random\nparameters: {p: ${parameter}}`), "p");
    return axis === undefined ? "" : axisWords(axis);
  };
  expect(words("{values: [1000, x, null, true]}")).toBe("1,000, x, none, true");
  expect(words("{min: 1, max: 8}")).toBe("1 to 8, whole numbers");
  expect(words("{distribution: log_uniform_values, min: 0.001, max: 1}")).toBe("0.001 to 1, logarithmic");
  expect(words("{distribution: q_uniform, q: 8, min: 8, max: 64}")).toBe("8 to 64, steps of 8");
  expect(words("{distribution: normal}")).toBe("normal, mean 0, deviation 1");
});
