import { describe, expect, it } from "vitest";
import { eightNodes } from "../../../../shared/money/ownership/eight-nodes.fixture.ts";
import { rentOrBuy } from "../../../../shared/money/ownership/rent-or-buy.ts";
import { breakEvenWords, findingWords, paybackWords, rentalWords } from "./words.ts";

const against = (rentalPrice: number, share = 0.7) =>
  rentOrBuy({ purchase: eightNodes, rentalPrice, use: [{ months: 48, share }] });

describe("what is found", () => {
  it("says what owning costs beside renting, and when it pays back", () => {
    expect(findingWords(against(3), "USD")).toBe(
      "Owning costs 1.03 M USD less than renting, 3.68 M against 4.71 M, and pays back in month 37.7",
    );
    expect(findingWords(against(2), "USD")).toBe("Owning costs 541 k USD more than renting, 3.68 M against 3.14 M");
  });

  it("keeps payback and cost apart where the residual alone makes owning cheaper", () => {
    expect(findingWords(against(2.5), "USD")).toBe(
      "Owning costs 244 k USD less than renting, 3.68 M against 3.92 M, though it pays back only with what it sells for",
    );
    expect(paybackWords(against(2.5))).toBe("month 48.6, after its lifetime");
    expect(paybackWords(against(0.5))).toBe("never");
    expect(paybackWords(against(3))).toBe("month 37.7");
  });

  it("has no use at which owning breaks even with a rental that is cheaper at any", () => {
    expect(breakEvenWords(against(1).breakEvenUse)).toBe("at no use");
    expect(breakEvenWords(against(2.5).breakEvenUse)).toBe("65.7 %");
  });
});

it("says what renting costs for the work of an owned card-hour, where the cards differ", () => {
  expect(rentalWords({ quoted: 2.5, exchange: 1, price: 2.5 }, "USD")).toBe("at 2.50 USD a card-hour");
  expect(rentalWords({ quoted: 2.5, exchange: null, price: 2.5 }, "USD")).toBe("at 2.50 USD a card-hour");
  expect(rentalWords({ quoted: 2.5, exchange: 2.274123, price: 5.6853 }, "USD")).toBe(
    "at 5.69 USD for the work of an owned card-hour: 2.274 rented ones at 2.50",
  );
});
