import { trueMinus, withPlus } from "./sign.ts";

/**
 * A number in full: every digit that is needed to read back the same double, thousands parted by commas whatever the
 * locale of the machine. From 1e21, and below 1e-6, with a power of ten as JavaScript writes it.
 *
 * @example exact(6738415616)        // "6,738,415,616"
 * @example exact(888.81395400704)   // "888.81395400704"
 * @example exact(5.420938471e24)    // "5.420938471e24"
 */
export function exact(n: number): string {
  return trueMinus(grouped(String(n)));
}

/**
 * A number rounded to a fixed count of decimals, in full otherwise.
 *
 * @example fixed(12907461.1799, 2) // "12,907,461.18"
 * @example fixed(-1777.63, 0)      // "−1,778"
 */
export function fixed(n: number, places: number): string {
  return trueMinus(grouped(n.toFixed(places)));
}

/**
 * An amount of money to the cent.
 *
 * @example exactMoney(12907461.1799) // "12,907,461.18"
 */
export const exactMoney = (amount: number): string => fixed(amount, 2);

/**
 * A difference, rounded once and with its sign; 0 has none.
 *
 * @example signed(1777.63) // "+1,778"
 * @example signed(-5.2, 1) // "−5.2"
 */
export const signed = (difference: number, places = 0): string => withPlus(fixed(difference, places));

/**
 * A share of 1 as per cent with one decimal, without the sign.
 *
 * @example percent(0.40937) // "40.9"
 */
export const percent = (share: number): string => fixed(share * 100, 1);

/** Commas between the thousands of the whole part, and of nothing else. */
const grouped = (text: string): string =>
  text.replace("e+", "e").replace(/^-?\d+(?=$|\.)/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ","));
