import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { PlanFault } from "./fault.ts";
import { parsePlan } from "./parse.ts";
import { readPlan } from "./read.ts";
import { sampleCatalogue, samplePlan } from "./sample-plan.ts";

const sample: unknown = parse(samplePlan);
const texts = [samplePlan, JSON.stringify(sample), JSON.stringify(sample, null, 2)];

describe("parsePlan", () => {
  it("reads the same document from YAML and from JSON", () => {
    const documents = texts.map((text) => {
      const parsed = parsePlan(text);
      return parsed.ok ? parsed.value.document : parsed.error;
    });
    expect(documents[1]).toEqual(documents[0]);
    expect(documents[2]).toEqual(documents[0]);
    expect(documents[0]).toMatchObject({ title: "Sample", quotes: [{ id: "stated", price: 3 }] });
  });

  it("gives faults found later their place in the text", () => {
    const parsed = parsePlan(samplePlan);
    if (!parsed.ok) throw new Error("the sample is sound");
    const fault = { path: ["quotes", 0, "price"], message: "Too dear", value: 3, allowed: "less" };
    expect(parsed.value.place([fault])).toEqual([
      {
        path: "quotes[0].price",
        line: 24,
        column: 25,
        message: "Too dear",
        value: "3",
        allowed: "less",
        hint: null,
        edit: null,
      },
    ]);
  });
});

/** What every answer to a text keeps to: a plan, or faults that say where and what. */
function expectAnswer(text: string): void {
  const read = readPlan(text, sampleCatalogue);
  if (read.ok) return;
  expect(read.error.length).toBeGreaterThan(0);
  const lines = text.split(/\r\n|\r|\n/);
  for (const fault of read.error) expectWhole(fault, text, lines);
  const places = read.error
    .filter(({ line }) => line !== null)
    .map(({ line, column }) => [line ?? 0, column ?? 0] as const);
  const sorted = places.toSorted(([a, b], [c, d]) => a - c || b - d);
  expect(places).toEqual(sorted);
}

function expectWhole(
  { line, column, message, value, allowed, hint, edit }: PlanFault,
  text: string,
  lines: string[],
): void {
  expect(message).not.toBe("");
  // A key may be called NaN: `.nan: 1` has that name.
  expect(message).not.toMatch(/undefined|\[object|(?<!Unknown key )NaN|Invalid input|expected|ZodError| {4}at /);
  expect(allowed).not.toBe("");
  expect((value ?? "").length).toBeLessThanOrEqual(80);
  expect(hint ?? "Yes.").toMatch(/[.?]$/);
  if (line !== null && column !== null) {
    expect(line).toBeLessThanOrEqual(lines.length);
    expect(column - 1).toBeLessThanOrEqual(lines[line - 1]?.length ?? -1);
  }
  if (edit !== null) {
    expect(edit.from).toBeLessThanOrEqual(edit.to);
    expect(edit.to).toBeLessThanOrEqual(text.length);
  }
}

describe("any text", { timeout: 60_000 }, () => {
  const text = fc.constantFrom(...texts);

  it("cut off anywhere is a plan or has faults with their places", () => {
    fc.assert(fc.property(text, fc.nat(), (whole, at) => expectAnswer(whole.slice(0, at % (whole.length + 1)))));
  });

  it("with characters put in or taken out is a plan or has faults", () => {
    const piece = fc.oneof(
      fc.string({ maxLength: 4 }),
      fc.constantFrom(
        "{",
        "}",
        "[",
        "]",
        '"',
        ",",
        ":",
        "\n",
        "  ",
        "- ",
        "&a ",
        "*a",
        "!x ",
        "1e400",
        ".nan",
        "null",
        "\t",
        "#",
      ),
    );
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(8), piece, (whole, seed, length, inserted) => {
        const at = seed % whole.length;
        expectAnswer(whole.slice(0, at) + inserted + whole.slice(at + length));
      }),
      { numRuns: 300 },
    );
  });

  it("of random characters has faults", () => {
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 200 }), expectAnswer));
  });

  it("of random JSON has faults", () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => expectAnswer(JSON.stringify(value))));
  });
});

describe("any document", { timeout: 60_000 }, () => {
  const places = pathsIn(sample);
  const value = fc.oneof(
    fc.constantFrom<unknown>(
      null,
      true,
      0,
      -1,
      0.5,
      1e300,
      "",
      "first",
      "points",
      [],
      {},
      [1, 1],
      ["a", null],
      { use: "points" },
      { use: "x" },
    ),
    fc.constantFrom<unknown>({ low: 3, likely: 2, high: 1 }, { label: "a" }, [{ label: "a", heads: 4 }], {
      by: "seed",
      counts: {},
    }),
    fc.jsonValue({ maxDepth: 2 }),
  );

  it("with a key taken away is a plan or has faults", () => {
    for (const path of places) expectAnswer(JSON.stringify(edited(sample, path, undefined), null, 1));
  });

  it("with values changed is a plan or has faults", () => {
    const change = fc.tuple(fc.constantFrom(...places), value);
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        const document = changes.reduce<unknown>((now, [path, to]) => edited(now, path, to), sample);
        expectAnswer(JSON.stringify(document, null, 1));
      }),
      { numRuns: 400 },
    );
  });

  it("with keys added or renamed is a plan or has faults", () => {
    const key = fc.oneof(
      fc.string({ maxLength: 8 }),
      fc.constantFrom("constructor", "use", "model", "axes", "model.width", "label"),
    );
    fc.assert(
      fc.property(fc.constantFrom(...places), key, value, (path, name, to) => {
        expectAnswer(JSON.stringify(edited(sample, [...path, name], to), null, 1));
      }),
      { numRuns: 300 },
    );
  });
});

type Path = readonly (string | number)[];

/** The places of all values inside `value`. */
function pathsIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return [path];
  const inner = Object.entries(value).flatMap(([key, member]) =>
    pathsIn(member, [...path, Array.isArray(value) ? Number(key) : key]),
  );
  return path.length === 0 ? inner : [path, ...inner];
}

/** A copy of `value` with `to` at `path`, or nothing there when `to` is undefined; unchanged where there is no such place. */
function edited(value: unknown, [step, ...rest]: Path, to: unknown): unknown {
  if (step === undefined) return to;
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    const items = value.map((item, index) => (index === step ? edited(item, rest, to) : item));
    return items.filter((item) => item !== undefined);
  }
  return { ...value, [step]: edited(Reflect.get(value, step), rest, to) };
}
