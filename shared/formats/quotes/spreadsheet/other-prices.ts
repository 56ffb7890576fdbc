/** Headings of prices that are none of an hour of computing, which would be read a thousand times too high. */
import {
  HOURS_PER_DAY,
  HOURS_PER_WEEK,
  HOURS_PER_YEAR,
  MINUTES_PER_HOUR,
  MONTHS_PER_YEAR,
  SECONDS_PER_HOUR,
} from "../../../units/constants.ts";
import { exact } from "../../../units/format/exact.ts";

export interface OtherPrice {
  /** What the prices are, as "prices of a month". */
  readonly are: string;
  /** What is allowed in their place. */
  readonly allowed: string;
}

const HOURLY = "call the column “price per card-hour” or “price per instance-hour”";
const divided = (hours: number) => `prices of an hour: divide by ${exact(hours)}, and ${HOURLY}`;
const multiplied = (inAnHour: number) => `prices of an hour: multiply by ${exact(inAnHour)}, and ${HOURLY}`;

const PERIODS: readonly (OtherPrice & { readonly words: RegExp })[] = [
  {
    words: /^(?:months?|monthly|mo|mth)$/,
    are: "prices of a month",
    allowed: divided(HOURS_PER_YEAR / MONTHS_PER_YEAR),
  },
  { words: /^(?:years?|yearly|yr|annual|annually|annum)$/, are: "prices of a year", allowed: divided(HOURS_PER_YEAR) },
  { words: /^(?:weeks?|weekly)$/, are: "prices of a week", allowed: divided(HOURS_PER_WEEK) },
  { words: /^(?:days?|daily)$/, are: "prices of a day", allowed: divided(HOURS_PER_DAY) },
  { words: /^(?:minutes?|min)$/, are: "prices of a minute", allowed: multiplied(MINUTES_PER_HOUR) },
  { words: /^(?:seconds?|sec)$/, are: "prices of a second", allowed: multiplied(SECONDS_PER_HOUR) },
];

/** Paid beside the hours of the cards. */
const BESIDE = /^(?:setup|storage|disk|egress|ingress|traffic|transfer|bandwidth|support|deposit)$/;

/** "pricePerGPUMonth" has the words price, per, gpu and month. */
const wordsOf = (heading: string): string[] =>
  heading
    .replace(/(\p{Ll})(\p{Lu})|(\p{Lu})(?=\p{Lu}\p{Ll})/gu, "$1$3 $2")
    .toLowerCase()
    .replace(/set[\s-]up/g, "setup")
    .split(/[^\p{L}]+/u);

/** Whether a heading says that it is of an hour; "730 hours" does not. */
export const saysHour = (heading: string): boolean =>
  wordsOf(heading).some((word) => /^h$|(?:hour|hourly|hr)$/.test(word));

/**
 * What a heading prices instead of an hour of computing; null where nothing in it says so.
 *
 * @example otherPriceOf("Price per GPU per month")?.are // "prices of a month"
 * @example otherPriceOf("Price per GPU-hour, 1 year reserved") // null
 */
export function otherPriceOf(heading: string): OtherPrice | null {
  const words = wordsOf(heading);
  if (words.some((word) => BESIDE.test(word)))
    return { are: "prices of what is paid beside computing", allowed: `prices of computing by the hour: ${HOURLY}` };
  if (saysHour(heading)) return null;
  const period = PERIODS.find((one) => words.some((word) => one.words.test(word)));
  return period === undefined ? null : { are: period.are, allowed: period.allowed };
}
