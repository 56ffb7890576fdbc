/** Shares of the grant years as they are typed: per cent, parted by commas or spaces. */
import { roundToTotal } from "../../../shared/money/round.ts";

const PRECISE = 12;

/** What was typed as the document has it: shares of 1; what is no number stays as it was typed, so that it has a fault there. */
export const readShares = (text: string): (number | string)[] =>
  text
    .split(/[\s,;%]+/)
    .filter((part) => part !== "")
    .map((part) => {
      const value = Number(part);
      return Number.isFinite(value) ? Number((value / 100).toPrecision(PRECISE)) : part;
    });

/** The shares of the document in per cent. */
export const sharesText = (shares: readonly unknown[]): string =>
  shares
    .map((share) => (typeof share === "number" ? Number((share * 100).toPrecision(PRECISE)) : String(share)))
    .join(", ");

/** A tenth of a per cent. */
const STEPS = 1_000;

/** Shares to a tenth of a per cent that still add up to 1. */
export const roundedShares = (shares: readonly number[]): number[] =>
  roundToTotal(shares.map((share) => share * STEPS)).parts.map((steps) => steps / STEPS);
