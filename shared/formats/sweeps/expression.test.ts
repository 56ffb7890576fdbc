import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plain, plainValue, readExpressions } from "./expression.ts";

const valuesIn = (text: string) => {
  const read = readExpressions(text);
  return read.ok ? read.value.map(plainValue) : read.error;
};

describe("readExpressions", () => {
  it.each([
    ["1", [1]],
    ["5,10", [5, 10]],
    [" 1e-5 , .5, 1_000 ", [1e-5, 0.5, 1000]],
    ['a, \'b, c\', "d \\" e"', ["a", "b, c", 'd " e']],
    ["true,False,NULL", [true, false, null]],
    ["[1,2],{a:1, b: [2]}", ["[1,2]", "{a:1, b: [2]}"]],
    ["$" + "{oc.env:HOME,x}/a, b", ["$" + "{oc.env:HOME,x}/a", "b"]],
    ["resnet 50", ["resnet 50"]],
    ["-3, +4, 1e400", [-3, 4, "1e400"]],
    ["choice(1, 2)", ["choice(1, 2)"]],
  ])("reads %j", (text, values) => {
    expect(valuesIn(text)).toEqual(values);
  });

  it("reads calls with arguments by place and by name", () => {
    expect(readExpressions("range(1, stop=10, step = 2)")).toEqual({
      ok: true,
      value: [
        {
          kind: "call",
          name: "range",
          text: "range(1, stop=10, step = 2)",
          args: [
            { name: null, value: { kind: "scalar", value: 1 } },
            { name: "stop", value: { kind: "scalar", value: 10 } },
            { name: "step", value: { kind: "scalar", value: 2 } },
          ],
        },
      ],
    });
  });

  it.each([
    ["choice(1, 2", "a closing bracket )"],
    ["[1, 2", "a comma or a closing bracket ]"],
    ["'abc", "a closing quote '"],
    ["1,,2", "a value"],
    ["f(1) g", "a comma or the end"],
    ["{a: 1", "a comma or a closing bracket }"],
    ["[".repeat(50), "fewer brackets inside each other"],
  ])("says what %j lacks", (text, missing) => {
    expect(readExpressions(text)).toEqual({ ok: false, error: missing });
  });

  it("ends on any text", () => {
    const letters = fc.string({ unit: fc.constantFrom(..."ab1.,()[]{}'\"\\:=$ \n"), maxLength: 60 });
    fc.assert(fc.property(letters, (text) => typeof readExpressions(text).ok === "boolean"));
  });
});

it("takes words for numbers only where they are numbers", () => {
  expect(["1-2", "1.2.3", "0x10", "1e5", "-.5", "None", "nan"].map(plain)).toEqual([
    "1-2",
    "1.2.3",
    "0x10",
    1e5,
    -0.5,
    null,
    "nan",
  ]);
});
