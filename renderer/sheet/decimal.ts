/**
 * What to append, invisibly, to each text of a column so that the decimal points stand below each other when the texts
 * are set right-aligned in tabular figures: the digits that the longest fraction has more. Words get nothing.
 *
 * @example decimalPads(["0.194", "14.9", "823", "not run"]) // ["", "00", ".000", ""]
 */
export function decimalPads(texts: readonly string[]): string[] {
  const fractions = texts.map(fractionOf);
  const longest = Math.max(0, ...fractions.map((fraction) => fraction?.length ?? 0));
  return fractions.map((fraction) => {
    if (fraction === null) return "";
    const missing = longest - fraction.length;
    return fraction === "" && missing > 0 ? `.${"0".repeat(missing - 1)}` : "0".repeat(missing);
  });
}

/** The point and what follows it, empty for a whole number, null for what does not start as a number. */
function fractionOf(text: string): string | null {
  const number = /^[−+]?[\d,]+(\.\d+)?/.exec(text);
  return number === null ? null : (number[1] ?? "");
}
