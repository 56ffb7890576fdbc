/** U+2212: as wide as a plus and a digit, which a hyphen is not. */
export const MINUS = "−";

/** Turns the hyphen with which JavaScript writes a negative number into a minus; a zero loses its sign. */
export function trueMinus(text: string): string {
  if (!text.startsWith("-")) return text;
  return /[1-9]/.test(text) ? MINUS + text.slice(1) : text.slice(1);
}

/** Puts a plus before the formatted number of a difference, unless it is negative or zero. */
export function withPlus(text: string): string {
  return text.startsWith(MINUS) || !/[1-9]/.test(text) ? text : `+${text}`;
}
