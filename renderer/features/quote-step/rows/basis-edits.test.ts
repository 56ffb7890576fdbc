import { describe, expect, it } from "vitest";
import { QUOTE_BASES } from "../../../../shared/money/quote-basis.ts";
import { editValue } from "../../../../shared/plan/edit/edit-value.ts";
import { basisEdits } from "./basis-edits.ts";

const edited = (quote: object, basis: (typeof QUOTE_BASES)[number]) => {
  const tree = { quotes: [quote] };
  const done = basisEdits(tree, 0, basis).reduce<unknown>((value, edit) => {
    const next = editValue(value, edit);
    if (!next.ok) throw new Error(JSON.stringify(next.error));
    return next.value;
  }, tree);
  return (done as typeof tree).quotes[0];
};

describe("basisEdits", () => {
  it("takes out what means nothing, and leaves room for what is needed", () => {
    const spot = { id: "a", basis: "spot", price: 2, interruptionHours: 4, region: "Norway" };
    expect(edited(spot, "onDemand")).toEqual({ id: "a", price: 2, region: "Norway" });
    expect(edited(spot, "block")).toEqual({ id: "a", basis: "block", price: 2, commitment: {}, region: "Norway" });
    expect(edited(spot, "purchase")).toEqual({ id: "a", basis: "purchase", purchase: {}, region: "Norway" });
    expect(edited({ id: "a", basis: "purchase", purchase: { nodes: 8 } }, "spot")).toEqual({
      id: "a",
      basis: "spot",
      price: "",
    });
  });

  it("keeps a commitment from reserved to block", () => {
    const commitment = { cards: 64, hours: 8_760 };
    expect(edited({ id: "a", basis: "reserved", price: 2, commitment }, "block")).toEqual({
      id: "a",
      basis: "block",
      price: 2,
      commitment,
    });
  });

  it.each(QUOTE_BASES)("%s chosen again changes nothing more", (basis) => {
    const once = edited({ id: "a", price: 2 }, basis);
    expect(edited(once ?? {}, basis)).toEqual(once);
  });
});
