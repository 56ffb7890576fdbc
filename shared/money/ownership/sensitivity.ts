import { type RentOrBuy, type RentOrBuyQuestion, rentOrBuy } from "./rent-or-buy.ts";

/** What nobody knows on the day of a purchase, and whose doubt is looked at. */
export const DOUBTED_INPUTS = ["electricityPerKilowattHour", "residualShare"] as const;
export type DoubtedInput = (typeof DOUBTED_INPUTS)[number];

/** One doubted input at a low and a high value, all else as stated. */
export interface OwnershipSwing {
  readonly input: DoubtedInput;
  readonly low: OwnershipVariant;
  readonly high: OwnershipVariant;
}

interface OwnershipVariant
  extends Pick<RentOrBuy, "perUsedCardHour" | "breakEvenUse" | "paybackMonth" | "paysBack" | "saved"> {
  /** What the input was set to. */
  readonly value: number;
}

/**
 * What the answer is when electricity costs half or twice as much, and when the machine sells for nothing or for twice the stated
 * share (at most for what it cost).
 *
 * @example the purchase of `ownershipCost`, used 70 % against 2.50: break-even 62.47 % and 72.02 % as electricity goes from 0.06 to 0.24,
 * 70.58 % and 60.73 % as the residual goes from 0 to 20 %
 */
export function ownershipSwings(question: RentOrBuyQuestion): OwnershipSwing[] {
  return DOUBTED_INPUTS.map((input) => {
    const variant = (value: number): OwnershipVariant => {
      const answer = rentOrBuy({ ...question, purchase: { ...question.purchase, [input]: value } });
      const { perUsedCardHour, breakEvenUse, paybackMonth, paysBack, saved } = answer;
      return { value, perUsedCardHour, breakEvenUse, paybackMonth, paysBack, saved };
    };
    const { low, high } = endsOf[input](question.purchase[input]);
    return { input, low: variant(low), high: variant(high) };
  });
}

const endsOf: Readonly<Record<DoubtedInput, (stated: number) => { low: number; high: number }>> = {
  electricityPerKilowattHour: (stated) => ({ low: stated / 2, high: stated * 2 }),
  residualShare: (stated) => ({ low: 0, high: Math.min(1, stated * 2) }),
};
