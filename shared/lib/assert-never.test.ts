import { describe, expect, it } from "vitest";
import { assertNever } from "./assert-never.ts";

type Shape = { kind: "circle"; radius: number } | { kind: "square"; side: number };

function area(shape: Shape): number {
  switch (shape.kind) {
    case "circle":
      return Math.PI * shape.radius ** 2;
    case "square":
      return shape.side ** 2;
    default:
      return assertNever(shape);
  }
}

describe("assertNever", () => {
  it("is never reached while the cases are complete", () => {
    expect(area({ kind: "square", side: 3 })).toBe(9);
  });

  it("names the value that got past the types", () => {
    expect(() => area(JSON.parse('{"kind":"ring"}'))).toThrow('A case was forgotten: {"kind":"ring"}');
  });
});
