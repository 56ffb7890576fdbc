import { describe, expect, it } from "vitest";
import { changed, faultLike, faultsIn } from "../sample-plan.ts";

const table = (text: string): string => changed(["{use: points}", `{${text}}`]);
const place = "experiments[0].sweeps[0].axes.rate";

describe("a table of counts", () => {
  it.each([
    ["by: model.haeds, counts: {8: 1}", '.by 16:22 "model.haeds": "model.haeds" names no axis of this sweep'],
    ["by: rate, counts: {8: 1}", '.by 16:22 "rate": The axis rate lists no values that a count could depend on'],
    [
      "by: model.heads, counts: {8: 1, 32: 2}, otherwise: 3",
      '.counts["32"] 16:50 "32": "32" is no value of the axis model.heads',
    ],
    [
      "by: model.heads, counts: {8: 1}",
      '.counts 16:43 {"8": 1}: The table has no count for 16 of the axis model.heads',
    ],
    ["by: model.heads, counts: {8: 1, 16: -1}", '.counts["16"] 16:54 -1: 16 cannot be negative'],
    ["by: model.heads", ".counts 16:17 null: Counts is missing"],
  ])("is not {%s}", (text, fault) => {
    expect(faultsIn(table(text))).toEqual([`${place}${fault}`]);
  });

  it("depends on values of fields, on labels and on rows", () => {
    expect(faultsIn(table("by: model.heads, counts: {8: 1, 16: {use: points}}"))).toEqual([]);
    expect(faultsIn(table("by: optimizer, counts: {SGD: 1}, otherwise: 2"))).toEqual([]);
    const rows = table("by: size, counts: {small: 1}, otherwise: 2");
    expect(
      faultsIn(rows.replace("model.heads: [8, 16]", "size: [{label: small, heads: 8}, {label: big, heads: 16}]")),
    ).toEqual([]);
  });

  it("names the value that was meant", () => {
    expect(faultLike(table("by: optimizer, counts: {sgd: 1}, otherwise: 2"), '"sgd"').edit?.text).toBe("SGD");
  });

  it("is not judged by values that are faulty themselves", () => {
    const text = table("by: model.heads, counts: {8: 1, 16: 2}").replace("[8, 16]", "[8, {low: 16}]");
    expect(faultsIn(text).filter((fault) => fault.includes(".rate"))).toEqual([]);
  });
});
