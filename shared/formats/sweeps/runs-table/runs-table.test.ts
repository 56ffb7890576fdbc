import { describe, expect, it } from "vitest";
import { faultOf, runsOf, sweepOf, valuesOf } from "../reading.fixture.ts";

describe("a table of runs", () => {
  it("has a run a row; what differs is an axis", () => {
    const text = "model,lr,seed\nsmall,1e-3,1\nsmall,1e-4,1\nlarge,1e-4,1\n";
    const file = sweepOf(text, "runs.csv");
    expect(file).toMatchObject({ format: "runs-table", method: "list", constants: [{ name: "seed", value: 1 }] });
    expect(valuesOf(file)).toEqual({ model: ["small", "large"], lr: [1e-3, 1e-4] });
    expect(file.rows).toEqual([
      ["small", 1e-3],
      ["small", 1e-4],
      ["large", 1e-4],
    ]);
    expect(runsOf(text, "runs.csv")).toBe(3);
  });

  it("counts rows that repeat another as repeats", () => {
    const file = sweepOf("lr\n0.1\n0.1\n0.2\n", "runs.csv");
    expect(file.warnings).toEqual(["1 of 3 rows repeats another one: it counts as its repeats."]);
    expect(file.rows).toHaveLength(3);
  });

  it.each([
    ["semicolons and decimal commas", "lr;name\n0,1;a\n0,2;b\n", { lr: [0.1, 0.2], name: ["a", "b"] }],
    ["tabs", "a\tb\n1\tx\n2\ty\n", { a: [1, 2], b: ["x", "y"] }],
    [
      "quotes, CR LF and a byte-order mark",
      '\uFEFF"a, b",c\r\n"x ""1""\ny",1\r\nz,2\r\n',
      { "a, b": ['x "1"\ny', "z"], c: [1, 2] },
    ],
    [
      "empty lines, empty fields and a column without a name",
      "a,\n\n1,\n,2\n",
      { a: [1, null], "column 2": [null, 2] },
    ],
    ["two columns of one name", "a,a\n1,2\n2,3\n", { a: [1, 2], "a (2)": [2, 3] }],
  ])("with %s", (_, text, values) => {
    expect(valuesOf(sweepOf(text, "runs.csv"))).toEqual(values);
  });

  it("is known without a name of a file by its first lines", () => {
    expect(runsOf("lr,width\n0.1,256\n0.2,512\n", "")).toBe(2);
  });

  it.each([
    ["a,b\n", "1:1 The table has no runs"],
    ["a,b\n1,2\n1,2,3\n", "3:1 This row has more fields than the first"],
    ['a,b\n1,"2\n', "2:3 A quoted field does not end"],
    [`a\n${"1\n".repeat(10_001)}`, "null:null The table has too many runs"],
    ["", "null:null There is nothing in this file"],
  ])("that is none: %j", (text, fault) => {
    expect(faultOf(text, "runs.csv")).toBe(fault);
  });
});
