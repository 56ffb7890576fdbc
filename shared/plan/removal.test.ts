import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Removal } from "./removal.ts";
import { valueAt } from "./value-at.ts";

const raw = { a: [10, 11, 12, { b: 1, c: 2 }], d: { e: 3 }, f: 4 };

function without(...paths: (string | number)[][]) {
  const removal = new Removal(raw);
  for (const path of paths) removal.add(path);
  return removal;
}

describe("Removal", () => {
  it("takes a member or an item out", () => {
    expect(without(["a", 1], ["d", "e"]).apply().left).toEqual({ a: [10, 12, { b: 1, c: 2 }], d: {}, f: 4 });
  });

  it("takes out what something is missing from", () => {
    expect(without(["a", 3, "missing"]).apply().left).toEqual({ a: [10, 11, 12], d: { e: 3 }, f: 4 });
    expect(without(["d", "e"], ["d", "e"]).apply().left).toEqual({ a: raw.a, f: 4 });
  });

  it("leaves the plan itself, whatever it lacks", () => {
    expect(without(["missing"], []).apply().left).toEqual(raw);
  });

  it("finds the way back to the places of the whole", () => {
    const { original } = without(["a", 0], ["a", 2], ["a", 3, "b"]).apply();
    expect(original(["a", 0])).toEqual(["a", 1]);
    expect(original(["a", 1, "c"])).toEqual(["a", 3, "c"]);
    expect(original(["d", "e"])).toEqual(["d", "e"]);
  });

  it("knows what it touches", () => {
    const removal = without(["a", 3, "b"]);
    expect([
      removal.touches(["a"]),
      removal.touches(["a", 3]),
      removal.touches(["a", 2]),
      removal.touches(["d"]),
    ]).toEqual([true, true, false, false]);
    expect([removal.touches([]), without().touches([])]).toEqual([true, false]);
  });

  it("does not change the document", () => {
    const before = structuredClone(raw);
    without(["a", 1], ["d"]).apply();
    expect(raw).toEqual(before);
  });

  it("keeps every value that is left findable in the whole", () => {
    const list = fc.array(fc.integer(), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(list, fc.array(fc.nat(7), { maxLength: 6 }), (items, indices) => {
        const whole = { items };
        const removal = new Removal(whole);
        for (const index of new Set(indices)) if (index < items.length) removal.add(["items", index]);
        const { left, original } = removal.apply();
        const kept = valueAt(left, ["items"]) as number[];
        expect(kept.map((_, index) => valueAt(whole, original(["items", index])))).toEqual(kept);
      }),
    );
  });
});
