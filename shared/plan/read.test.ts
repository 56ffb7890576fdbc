import { describe, expect, it } from "vitest";
import { parsePlan } from "./parse.ts";
import { readPlan } from "./read.ts";
import { changed, faultLike, faultsIn, sampleCatalogue, samplePlan } from "./sample-plan.ts";

/** One row for each kind of bad input: what it is, how it gets into the sample, and the only answer. */
const BAD: readonly (readonly [what: string, from: string, to: string, answer: string])[] = [
  ["an unknown key", "headSize: 128", "headSiz: 128", 'defaults.model.headSiz 6:32 "headSiz": Unknown key headSiz'],
  ["an unknown key of the plan", "energy:", "enery:", 'enery 25:1 "enery": Unknown key enery'],
  [
    "a key of another place",
    "id: main",
    "id: main\n        steps: 5",
    'experiments[1].sweeps[0].steps 22:9 "steps": Unknown key steps',
  ],
  ["text for a number", "layers: 8", "layers: eight", 'defaults.model.layers 6:19 "eight": Layers must be a number'],
  ["a number for text", "title: First", "title: 1", "experiments[0].title 11:12 1: Title must be text"],
  [
    "a fraction of a layer",
    "layers: 8",
    "layers: 8.5",
    "defaults.model.layers 6:19 8.5: Layers must be a whole number",
  ],
  ["a negative number of heads", "heads: 8,", "heads: -8,", "defaults.model.heads 6:29 -8: Heads cannot be negative"],
  ["a value for a list", "[first]", "first", 'experiments[1].after 19:12 "first": After must be a list'],
  [
    "a list for an object",
    "model: {layers: 8, heads: 8, headSize: 128, vocabulary: 32000}",
    "model: []",
    "defaults.model 6:10 []: Model must be an object of keys and values",
  ],
  [
    "a range where none can be",
    "layers: 8",
    "layers: {low: 1, likely: 2, high: 3}",
    'defaults.model.layers 6:19 {"low": 1, "likely": 2, "high": 3}: Layers cannot be a range',
  ],
  [
    "a variable where none can be",
    "pue: 1.1",
    "pue: {use: points}",
    'energy.pue 25:15 {"use": "points"}: Pue cannot be a range',
  ],
  ["low above likely", "low: 10", "low: 16", "variables.points.low 4:17 16: The lowest value is above the likely one"],
  [
    "high below likely",
    "high: 20",
    "high: 12",
    "variables.points.high 4:39 12: The highest value is below the likely one",
  ],
  ["half a range", "high: 20", "source: us", "variables.points.high 4:11 null: High is missing"],
  [
    "a strange name",
    "  points: {",
    "  2points: {low: 1, likely: 2, high: 3}\n  points: {",
    'variables["2points"] 4:3 "2points": "2points" cannot be a name here',
  ],
  [
    "an axis of no field",
    "model.heads",
    "model.haeds",
    'experiments[0].sweeps[0].axes["model.haeds"] 14:11 "model.haeds": The axis model.haeds names no field',
  ],
  [
    "an axis against a derived field",
    "[8, 16]",
    "[8]\n          model.width: [1000]",
    'experiments[0].sweeps[0].axes["model.width"][0] 15:25 1000: Width 1000 is not heads 8 × headSize 128 = 1024',
  ],
  [
    "a bad value of an axis",
    "[8, 16]",
    "[8, 4, -16]",
    'experiments[0].sweeps[0].axes["model.heads"][2] 14:31 -16: Heads cannot be negative',
  ],
  [
    "an empty axis",
    "[8, 16]",
    "[]",
    'experiments[0].sweeps[0].axes["model.heads"] 14:24 []: The axis model.heads is empty',
  ],
  [
    "no sweeps",
    "    sweeps:\n      - id: main\n        axes: {seed: 3}",
    "    sweeps: []",
    "experiments[1].sweeps 20:13 []: The list of sweeps is empty",
  ],
  [
    "0 cards",
    "quotes:",
    "clusters: [{cards: 10}, {cards: 0}]\nquotes:",
    "clusters[1].cards 23:33 0: Cards cannot be 0",
  ],
  [
    "0 cards in a node",
    "achieved: 4.0e14",
    "cardsPerNode: 0",
    "defaults.hardware.cardsPerNode 8:46 0: Cards per node cannot be 0",
  ],
  ["a negative price", "price: 3", "price: -3", "quotes[0].price 24:25 -3: Price cannot be negative"],
  [
    "no price",
    "price: 3",
    "headline: true",
    'quotes[0] 24:5 {"id": "stated", "headline": true}: An entry of quotes lacks a key, or has one too many',
  ],
  ["NaN", "price: 3", "price: .nan", "quotes[0].price 24:25 .nan: This is not a number that can be computed with"],
  [
    "infinity",
    "steps: 1000",
    "steps: .inf",
    "defaults.training.steps 7:21 .inf: This is not a number that can be computed with",
  ],
  ["1e400", "steps: 1000", "steps: 1e400", "defaults.training.steps 7:21 1e400: This number is too large"],
  [
    "1e400 in an axis",
    "[8, 16]",
    "[8, 1e400]",
    'experiments[0].sweeps[0].axes["model.heads"][1] 14:28 1e400: This number is too large',
  ],
  ["after nobody", "[first]", "[frist]", 'experiments[1].after[0] 19:13 "frist": "frist" names no experiment'],
  [
    "after in a circle",
    "title: First",
    "title: First\n    after: [second]",
    'experiments[1].after[0] 20:13 "first": These experiments wait for each other: first → second → first',
  ],
  [
    "a date that does not exist",
    "title: Sample",
    "title: Sample\ndate: 2026-02-30",
    'date 3:7 "2026-02-30": Date is not written as it should be',
  ],
  [
    "a currency nobody knows how to write",
    "title: Sample",
    "title: Sample\ncurrency: dollars",
    'currency 3:11 "dollars": Currency is not written as it should be',
  ],
  [
    "a convention without its N",
    "title: Sample",
    "title: Sample\nconvention: six-nd",
    'convention 3:13 "six-nd": Convention cannot be "six-nd"',
  ],
  [
    "a duplicate key",
    "price: 3",
    "price: 3, price: 4",
    'quotes[0].price 24:28 "price": The key price stands twice in the same mapping',
  ],
  [
    "a future version",
    "flopsheet: 1",
    "flopsheet: 7",
    "flopsheet 1:12 7: This plan was written by a newer Flopsheet, in version 7 of the plan format",
  ],
];

describe("bad input", () => {
  it.each(BAD)("%s", (_, from, to, answer) => {
    expect(faultsIn(changed([from, to]))).toEqual([answer]);
  });

  it.each([
    ["nothing at all", "", " null:null null: There is no plan in this text"],
    ["a list", "[1, 2]", " 1:1 [1, 2]: A plan is an object of keys and values"],
    ["a word", "plan", ' 1:1 "plan": A plan is an object of keys and values'],
    ["a binary file", "\u007fELF\u0002\u0001\u0000\u0000", " 1:1 U+007F: The text has a control character"],
    ["over a megabyte", `# ${"x".repeat(1_000_000)}`, " null:null null: The plan is larger than 1 MB"],
    ["a plan cut off", '{"flopsheet": 1, "title": "a', 'title 1:27 "\\"": The text is not written correctly here'],
  ])("%s", (_, text, answer) => {
    expect(faultsIn(text)).toEqual([answer]);
  });

  it("has all of its faults told at once, in the order of the text, of single values and across places", () => {
    const text = changed(
      ["low: 10", "low: 16"],
      ["layers: 8", "layers: -8"],
      ["{use: points}", "{use: pints}"],
      ["[first]", "[frist]"],
      ["price: 3", "price: 1e400"],
      ["grid: land", "grid: alnd"],
    );
    expect(faultsIn(text).map((fault) => fault.split(" ", 2).join(" "))).toEqual([
      "variables.points.low 4:17",
      "defaults.model.layers 6:19",
      "experiments[0].sweeps[0].axes.rate.use 16:23",
      "experiments[1].after[0] 19:13",
      "quotes[0].price 24:25",
      "energy.grid 25:26",
    ]);
  });

  it("does not hide the faults of sweeps that are sound: places are those of the whole document", () => {
    const text = changed(
      ["id: first", "id: 1st"],
      ["id: main", "id: main\n        model: {width: 1000}"],
      ["    after: [first]\n", ""],
    );
    expect(faultsIn(text)).toEqual([
      'experiments[0].id 10:9 "1st": Id is not written as it should be',
      "experiments[1].sweeps[0].model.width 21:24 1000: Width 1000 is not heads 8 × headSize 128 = 1024",
    ]);
  });

  it("is not blamed for what only follows from a fault", () => {
    expect(faultsIn(changed(["heads: 8,", "heads: none,"]))).toEqual([
      'defaults.model.heads 6:29 "none": Heads must be a number',
    ]);
    expect(faultsIn(changed(["price: 3", "price: -3"], ["id: stated", "id: stated, headline: 5"]))).toHaveLength(2);
    expect(faultsIn(changed(["  points: {low: 10, likely: 15, high: 20}", "  points: 15"]))).toHaveLength(1);
  });

  it("gets an edit of the text that mends it, where one answer is likely", () => {
    const mend = (text: string, message: string) => {
      const { edit } = faultLike(text, message);
      return edit === null ? text : text.slice(0, edit.from) + edit.text + text.slice(edit.to);
    };
    expect(mend(changed(["headSize", "headsize"]), "Unknown key headsize")).toBe(samplePlan);
    expect(mend(changed(["price: 3", 'price: "3"']), "Price must be a number")).toBe(samplePlan);
    expect(mend(changed(["[first]", "[second]"], ["id: second", "id: secnd"]), '"second"')).toContain('["secnd"]');
    expect(mend(changed(["[first]", "first"]), "After")).toContain('after: ["first"]');
  });
});

describe("readPlan", () => {
  it("gives the document as written and as meant", () => {
    const read = readPlan(samplePlan, sampleCatalogue);
    const parsed = parsePlan(samplePlan);
    if (!read.ok || !parsed.ok) throw new Error("the sample is sound");
    expect(read.value.document).toEqual(parsed.value.document);
    expect(read.value.resolved.classes).toHaveLength(3);
  });

  // Each takes about a second on an idle machine. What is tested is that none of them takes minutes, or all memory.
  const head = '{"flopsheet": 1, "title": "T", "quotes": [{"id": "q", "price": 1}], "experiments": [';
  const plan = (sweeps: string) => `${head}{"id": "a", "title": "A", "sweeps": [${sweeps}]}]}`;
  const times = (count: number, one: (index: number) => string) =>
    Array.from({ length: count }, (_, i) => one(i)).join();
  it.each([
    ["values", plan(`{"axes": {${times(50, (i) => `"a${i}": [${"[], ".repeat(900)}1]`)}}}`)],
    ["ranges", plan(`{"axes": {${times(15_000, (i) => `"a${i}": {"low": 3, "likley": 2}`)}}}`)],
    ["keys", `${head}], ${times(60_000, (i) => `"k${i}": 1`)}}`],
    ["names", `${head}${times(900, (i) => `{"id": "e${i}", "title": "T", "after": ["x${i}"], "sweeps": [{}]}`)}]}`],
    ["axes", plan(times(900, () => '{"axes": {"rate": {"by": "rat", "counts": {"a": 1}}, "model.haeds": [1, 2]}}'))],
  ])("answers a text full of bad %s", { timeout: 60_000 }, (_, text) => {
    expect(text.length).toBeLessThan(1_000_000);
    const read = readPlan(text, sampleCatalogue);
    expect(read.ok ? [] : read.error).toHaveLength(201);
  });
});
