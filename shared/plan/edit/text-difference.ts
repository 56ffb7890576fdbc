/** How one text differs from another, as one stretch: what an undo list keeps. */

/** At the character `at`, `removed` stood before and `inserted` stands after. */
export interface TextDifference {
  readonly at: number;
  readonly removed: string;
  readonly inserted: string;
}

/**
 * The stretch in which `before` and `after` differ, without what they have in common before and after it. A character of two
 * UTF-16 units is never cut in two.
 *
 * @example textDifference('{"a": 12}', '{"a": 13}') // {at: 7, removed: "2", inserted: "3"}
 */
export function textDifference(before: string, after: string): TextDifference {
  const shorter = Math.min(before.length, after.length);
  let at = 0;
  while (at < shorter && before.charCodeAt(at) === after.charCodeAt(at)) at++;
  if (splitsPair(before, at) || splitsPair(after, at)) at--;
  let tail = 0;
  while (
    tail < shorter - at &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  ) {
    tail++;
  }
  if (splitsPair(before, before.length - tail) || splitsPair(after, after.length - tail)) tail--;
  return {
    at,
    removed: before.slice(at, before.length - tail),
    inserted: after.slice(at, after.length - tail),
  };
}

/** `text` with `difference` made; null where it does not have what the difference removes. */
export function applyDifference(text: string, { at, removed, inserted }: TextDifference): string | null {
  if (!text.startsWith(removed, at) || at > text.length) return null;
  return text.slice(0, at) + inserted + text.slice(at + removed.length);
}

/** The difference that takes `difference` back. */
export const reversed = ({ at, removed, inserted }: TextDifference): TextDifference => ({
  at,
  removed: inserted,
  inserted: removed,
});

/** Whether a cut at `at` would part the two halves of one character. */
function splitsPair(text: string, at: number): boolean {
  if (at === 0 || at >= text.length) return false;
  return isHigh(text.charCodeAt(at - 1)) && isLow(text.charCodeAt(at));
}

const isHigh = (code: number): boolean => code >= 0xd800 && code <= 0xdbff;
const isLow = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff;
