import { expect, it } from "vitest";
import { catalogue } from "../../../estimating/catalogue.ts";
import { chosenCard } from "../hardware.ts";
import { timeAnswers } from "./time-answers.ts";

const card = chosenCard(catalogue.accelerators, "a100-sxm-80", "bf16");
if (card === null) throw new Error("the catalogue lost its A100");

it("takes GPT-2 on 300e9 tokens 3.4594 days on eight A100 at 30 %", () => {
  const flop = 6 * 124_337_664 * 300e9;
  const answers = timeAnswers({ flop, card, utilisation: 0.3, cards: 8, price: 2, currency: "USD" });
  const [speed, cardHours, time, cost] = answers.map(({ value }) => value);
  expect(speed).toBeCloseTo(312e12 * 0.3, 0);
  expect(((time ?? 0) / 24).toFixed(4)).toBe("3.4594");
  expect(cardHours).toBeCloseTo((time ?? 0) * 8, 9);
  expect(cost).toBeCloseTo((cardHours ?? 0) * 2, 9);
});

it("says nothing of cards and money that nobody asked for", () => {
  const answers = timeAnswers({ flop: 1e20, card, utilisation: 0.3, cards: null, price: null, currency: "USD" });
  expect(answers).toHaveLength(2);
});
