import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson } from "./canonical-json.ts";

describe("canonicalJson", () => {
  it("sorts keys at every depth and writes no white space", () => {
    expect(canonicalJson({ b: [1, 2.5], a: null })).toBe('{"a":null,"b":[1,2.5]}');
    expect(canonicalJson({ z: { y: 1, x: [{ d: true, c: "é" }] } })).toBe('{"z":{"x":[{"c":"é","d":true}],"y":1}}');
  });

  it("sorts by code unit, as RFC 8785 does: upper case before lower, numerals as text", () => {
    expect(canonicalJson({ b: 1, a10: 2, a9: 3, B: 4, "€": 5, "\r": 6 })).toBe(
      '{"\\r":6,"B":4,"a10":2,"a9":3,"b":1,"€":5}',
    );
  });

  it("writes numbers in their shortest form", () => {
    expect(canonicalJson([1e21, 1e-7, -0, 0.1 + 0.2, 4.5])).toBe("[1e+21,1e-7,0,0.30000000000000004,4.5]");
  });

  it("leaves out members that are undefined", () => {
    expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}');
  });

  it.each([
    [{ a: [1, Number.NaN] }, "the value.a[1] is NaN"],
    [{ a: Number.POSITIVE_INFINITY }, "the value.a is Infinity"],
    [[undefined], "the value[0] is a undefined"],
    [new Array(1), "the value[0] is a undefined"],
    [10n, "the value is a bigint"],
    [{ f: () => 1 }, "the value.f is a function"],
    [{ d: new Date(0) }, "the value.d is a object"],
    [new Map(), "the value is a object"],
  ])("refuses what JSON cannot say (%#)", (value, message) => {
    expect(() => canonicalJson(value)).toThrow(message);
  });

  it("reads back as the same document and does not depend on the order of keys", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(reversed(value))).toBe(text);
      }),
    );
  });
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).map(([key, member]) => [key, reversed(member)]);
  return Object.fromEntries(members.reverse());
}
