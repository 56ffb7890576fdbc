import { expect, it } from "vitest";
import { h100Card } from "../fixtures/plan.ts";
import { cardsInWords, shortCardName } from "./card-name.ts";

it.each([
  ["NVIDIA H100 SXM5 80GB", "NVIDIA", "H100"],
  ["NVIDIA H100 NVL 94GB (per GPU)", "NVIDIA", "H100"],
  ["AMD Instinct MI300X", "AMD", "Instinct MI300X"],
  ["Google TPU v5e (chip)", "Google", "TPU v5e"],
  ["Lab card", null, "Lab card"],
])("shortens %s to its family", (name, vendor, short) => {
  expect(shortCardName(name, vendor)).toBe(short);
});

it("names the card only where there is one kind", () => {
  const other = { ...h100Card, accelerator: { ...h100Card.accelerator, name: "NVIDIA A100 SXM4 80GB" } };
  expect(cardsInWords({ cards: [h100Card, h100Card] })).toBe("H100 cards");
  expect(cardsInWords({ cards: [h100Card, other] })).toBe("cards");
});
