/** What a quote offers, in words. */
import type { ResolvedQuote } from "../../plan/resolved.ts";
import { HOURS_PER_DAY } from "../../units/constants.ts";
import { counted, plural } from "../../units/format/counted.ts";
import { exact } from "../../units/format/exact.ts";

const LONGEST_IN_HOURS = 72;

/** "on demand", "spot", "reserved, 64 cards for 365 days", "blocks of 64 cards for 7 days", "purchase, 4 years". */
export function offerWords({
  basis,
  commitment,
  purchase,
}: Pick<ResolvedQuote, "basis" | "commitment" | "purchase">): string {
  const held = commitment === null ? "" : `${counted(commitment.cards, "card")} for ${timeOf(commitment.hours)}`;
  switch (basis) {
    case "onDemand":
      return "on demand";
    case "spot":
      return "spot";
    case "reserved":
      return held === "" ? "reserved" : `reserved, ${held}`;
    case "block":
      return held === "" ? "in blocks" : `blocks of ${held}`;
    case "purchase":
      return purchase === null
        ? "purchase"
        : `purchase, ${exact(purchase.lifetimeYears)} ${plural(purchase.lifetimeYears, "year")}`;
  }
}

/** Whole days where they are whole and many enough. */
const timeOf = (hours: number): string =>
  hours > LONGEST_IN_HOURS && hours % HOURS_PER_DAY === 0
    ? counted(hours / HOURS_PER_DAY, "day")
    : counted(hours, "hour");
