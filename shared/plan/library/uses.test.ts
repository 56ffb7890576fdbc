import { describe, expect, it } from "vitest";
import { usesOf } from "./uses.ts";

const id = (digit: number) => `0b0e7a52-7a0a-4c8e-9d55-00000000000${digit}`;
const from = (digit: number) => ({ id: id(digit), revision: 1, date: "2026-11-22" });
const card = (digit: number) => ({ name: "Card", densePeak: { bf16: 1e15 }, from: from(digit) });

describe("usesOf", () => {
  it("finds copies wherever a plan may have them, each once", () => {
    const document = {
      defaults: { hardware: { accelerator: card(1) } },
      experiments: [
        {
          hardware: { accelerator: card(2) },
          sweeps: [
            { hardware: { accelerator: card(1) }, axes: { size: [{ label: "a", accelerator: card(3) }] } },
            { axes: { "hardware.accelerator": ["big"] } },
          ],
        },
      ],
      disputes: [{ instead: { hardware: { accelerator: card(4) } } }],
      quotes: [
        { id: "a", price: 1, from: from(1) },
        { id: "b", price: 2 },
      ],
      clusters: [{ cards: 8, from: from(5) }],
    };
    expect(usesOf(document)).toEqual([
      { kind: "accelerator", id: id(1) },
      { kind: "accelerator", id: id(2) },
      { kind: "accelerator", id: id(3) },
      { kind: "accelerator", id: id(4) },
      { kind: "quote", id: id(1) },
      { kind: "cluster", id: id(5) },
    ]);
  });

  it.each([null, "x", [], { quotes: "x" }, { quotes: [{ from: "x" }, { from: { id: "x" } }] }, { from: from(1) }])(
    "finds none in %j",
    (value) => {
      expect(usesOf(value)).toEqual([]);
    },
  );
});
