import { expect, it } from "vitest";
import type { Accelerator } from "../../shared/hardware/accelerator.ts";
import { editText } from "../../shared/plan/edit/edit-text.ts";
import type { PlainValue } from "../../shared/plan/edit/plan-edit.ts";
import { catalogue } from "../estimating/catalogue.ts";
import { openPlan } from "../estimating/opened-plan.ts";
import { chooseCard, ownFrom } from "./choose-card.ts";
import { cardOf, chosenCard, formatInForce } from "./chosen-card.ts";

const cardNamed = (id: string): Accelerator => {
  const card = catalogue.accelerators.find((one) => one.id === id);
  if (card === undefined) throw new Error(`The catalogue has no ${id}`);
  return card;
};
const h100 = cardNamed("h100-sxm");
const treeOf = (hardware: object) => ({ defaults: { hardware } });

/** The hardware after the edits, made in a text as the editor makes them. */
function after(
  hardware: object,
  next: Accelerator,
  { value = next.id, reached = null }: { value?: PlainValue; reached?: PlainValue | null } = {},
): unknown {
  const edited = editText(JSON.stringify(treeOf(hardware)), chooseCard(treeOf(hardware), h100, next, value, reached));
  if (!edited.ok) throw new Error(`not edited: ${edited.error.why}`);
  return JSON.parse(edited.value).defaults.hardware;
}

it("carries a stated speed over as the share of the peak that it is", () => {
  expect(after({ accelerator: "h100-sxm", achieved: 3.5e14 }, cardNamed("a100-sxm-80"))).toEqual({
    accelerator: "a100-sxm-80",
    utilisation: 0.3537,
  });
  const range = { low: 3e14, likely: 3.5e14, high: 4e14, source: "our own runs" };
  expect(after({ accelerator: "h100-sxm", achieved: range }, cardNamed("a100-sxm-80"))).toEqual({
    accelerator: "a100-sxm-80",
    utilisation: { low: 0.3032, likely: 0.3537, high: 0.4043, source: "our own runs" },
  });
});

it("says of a pilot on which card it ran, until that card is chosen again", () => {
  const measured = { tokensPerSecondPerCard: 3400 };
  expect(after({ accelerator: "h100-sxm", measured }, cardNamed("a100-sxm-80"))).toEqual({
    accelerator: "a100-sxm-80",
    measured: { ...measured, accelerator: "h100-sxm" },
  });
  const back = { accelerator: "h100-sxm", measured: { ...measured, accelerator: "a100-sxm-80" } };
  expect(after(back, cardNamed("a100-sxm-80"))).toEqual({ accelerator: "a100-sxm-80", measured });
});

it("leaves a utilisation and a source as they are", () => {
  const hardware = { accelerator: "h100-sxm", utilisation: 0.4, source: "our own runs" };
  expect(after(hardware, cardNamed("b200-sxm"))).toEqual({ ...hardware, accelerator: "b200-sxm" });
});

it("takes what the new card is said to reach in place of any speed of the old one", () => {
  const reached = { low: 0.3, likely: 0.4, high: 0.45 };
  const stated = { achieved: 3.5e14, cardsPerNode: 8, source: "our own runs" };
  expect(after({ accelerator: "h100-sxm", ...stated }, cardNamed("a100-sxm-80"), { reached })).toEqual({
    accelerator: "a100-sxm-80",
    utilisation: reached,
    source: "our own runs",
  });
  const measured = { tokensPerSecondPerCard: 3400 };
  expect(after({ accelerator: "h100-sxm", measured }, cardNamed("a100-sxm-80"), { reached: 0.4 })).toEqual({
    accelerator: "a100-sxm-80",
    utilisation: 0.4,
  });
});

it("drops a format that the new card lacks, and the old card's size of a node", () => {
  const hardware = { accelerator: "h100-sxm", format: "fp8", cardsPerNode: 8 };
  expect(after(hardware, cardNamed("a100-sxm-80"))).toEqual({ accelerator: "a100-sxm-80" });
  expect(after({ ...hardware, cardsPerNode: 4 }, h100)).toEqual({ ...hardware, cardsPerNode: 4 });
  expect(after({ accelerator: "h100-sxm", cardsPerNode: 2 }, cardNamed("a100-sxm-80"))).toEqual({
    accelerator: "a100-sxm-80",
    cardsPerNode: 2,
  });
});

it("starts a card of one's own that is a plan at once, and claims no source for it", () => {
  const own = ownFrom(h100);
  expect(own).toMatchObject({ densePeak: { bf16: 989.4e12 }, tdpWatts: 700, cardsPerNode: 8 });
  expect(own).not.toHaveProperty("sources");
  const text = JSON.stringify({
    flopsheet: 1,
    title: "One run",
    defaults: {
      model: { layers: 2, width: 128, heads: 2, vocabulary: 1000 },
      training: { steps: 10, batch: 1, sequence: 16 },
      hardware: { accelerator: own },
    },
    experiments: [{ id: "one", title: "One", sweeps: [{}] }],
    quotes: [{ id: "offer", price: 1 }],
  });
  expect(openPlan({ name: "one.json", text }, catalogue).ok).toBe(true);
});

it("reads the card of a document in any state", () => {
  const of = (tree: unknown) => chosenCard(tree, catalogue.accelerators);
  expect(of(null)).toEqual({ kind: "none" });
  expect(of(treeOf({ accelerator: "h100" }))).toEqual({ kind: "unknown", name: "h100" });
  expect(cardOf(of(treeOf({ accelerator: "h100-sxm" })))?.name).toBe("NVIDIA H100 SXM5 80GB");
  const half = cardOf(of(treeOf({ accelerator: { name: "", densePeak: { bf16: "2e", fp16: 1e14 }, tdpWatts: "x" } })));
  expect(half).toMatchObject({ name: "Your own card", densePeak: { fp16: 1e14 }, tdpWatts: null });
  expect(half === null ? null : formatInForce({}, half)).toBe("fp16");
  expect(formatInForce(treeOf({ format: "fp8" }), h100)).toBe("fp8");
  expect(formatInForce(treeOf({ format: "bf1" }), h100)).toBe("bf16");
});
