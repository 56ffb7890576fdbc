import { describe, expect, it } from "vitest";
import { editText } from "../edit/edit-text.ts";
import { readPlan } from "../read.ts";
import { sampleCatalogue, samplePlan } from "../sample-plan.ts";
import { copyOfAccelerator, copyOfCluster, copyOfQuote } from "./copy.ts";
import { usesOf } from "./uses.ts";

const from = { id: "0b0e7a52-7a0a-4c8e-9d55-1f6f3f1f2a11", revision: 3, date: "2026-11-22" };
const quote = { title: "Our Provider", price: { low: 2, likely: 2.5, high: 3 }, currency: "USD", note: "for us" };
const lab = { name: "Lab card", densePeak: { bf16: 2e14 }, vendor: undefined };

describe("copies of library rows", () => {
  it("say where they are from, and in which currency where it is not the plan's", () => {
    expect(copyOfQuote(quote, from, ["our-provider"], "USD")).toEqual({
      id: "our-provider-2",
      title: "Our Provider",
      price: { low: 2, likely: 2.5, high: 3 },
      note: "for us",
      from,
    });
    expect(copyOfQuote(quote, from, [], "EUR")).toMatchObject({ currency: "USD" });
    expect(copyOfCluster({ title: "Room", cards: 16 }, from)).toEqual({ title: "Room", cards: 16, from });
    expect(Object.keys(Object(copyOfAccelerator(lab, from)))).toEqual(["name", "densePeak", "from"]);
  });

  it("are a plan without faults, which counts as before", () => {
    const edited = editText(samplePlan, [
      { op: "set", path: ["quotes", 1], value: copyOfQuote(quote, from, ["stated"], "USD") },
      { op: "set", path: ["quotes", 0, "headline"], value: true },
      { op: "set", path: ["clusters", 0], value: copyOfCluster({ cards: 16 }, from) },
      { op: "set", path: ["experiments", 1, "hardware", "accelerator"], value: copyOfAccelerator(lab, from) },
      { op: "set", path: ["experiments", 1, "hardware", "achieved"], value: 1e14 },
    ]);
    if (!edited.ok) throw new Error(JSON.stringify(edited.error));
    const read = readPlan(edited.value, sampleCatalogue);
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    expect(read.value.document.quotes[1]?.from).toEqual(from);
    expect(
      usesOf(read.value.document)
        .map(({ kind }) => kind)
        .sort(),
    ).toEqual(["accelerator", "cluster", "quote"]);
  });

  it.each(["x", { id: "x", revision: 1, date: "2026-11-22" }, { ...from, revision: 0 }, { ...from, by: "me" }])(
    "are refused with %j in place of where they are from",
    (wrong) => {
      const edited = editText(samplePlan, [{ op: "set", path: ["quotes", 0, "from"], value: wrong }]);
      expect(edited.ok && readPlan(edited.value, sampleCatalogue).ok).toBe(false);
    },
  );
});
