/** Names of axes in the plural: they are a person's own words. */

/**
 * @example pluralOf("width") // "widths"
 * @example pluralOf("kind of epsilon") // "kinds of epsilon"
 * @example pluralOf("batch") // "batches"
 */
export function pluralOf(words: string): string {
  const [, head = words, rest = ""] = /^(.+?)( (?:of|per|in|at|over) .*)?$/.exec(words) ?? [];
  return pluralOfWord(head) + rest;
}

function pluralOfWord(word: string): string {
  if (/s$/i.test(word) && !/ss$/i.test(word)) return word;
  if (/[^aeiou]y$/i.test(word)) return `${word.slice(0, -1)}ies`;
  return /(ss|x|z|ch|sh)$/i.test(word) ? `${word}es` : `${word}s`;
}
