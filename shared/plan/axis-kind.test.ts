import { describe, expect, it } from "vitest";
import { axisKind } from "./axis-kind.ts";

describe("axisKind", () => {
  it.each([
    ["model.heads", [1, 2], { kind: "path", values: [1, 2] }],
    ["optimizer", ["SGD", "Adam"], { kind: "labels", labels: ["SGD", "Adam"] }],
    ["size", [{ label: "7B", layers: 32 }], { kind: "variant", rows: [{ label: "7B", layers: 32 }] }],
    ["seed", 5, { kind: "count", count: 5 }],
    ["rate", { low: 1, likely: 2, high: 3 }, { kind: "count", count: { low: 1, likely: 2, high: 3 } }],
    ["rate", { use: "points" }, { kind: "count", count: { use: "points" } }],
    ["rate", { by: "size", counts: { a: 1 } }, { kind: "table", table: { by: "size", counts: { a: 1 } } }],
  ])("%s: %j", (name, axis, kind) => {
    expect(axisKind(name, axis)).toEqual(kind);
  });
});
