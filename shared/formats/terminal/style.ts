/** Emphasis in a terminal, and nothing else that a terminal would obey. */

export interface Style {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly accent: (text: string) => string;
  readonly warning: (text: string) => string;
}

const ESCAPE = "\u001b[";

const sgr =
  (on: number, off: number) =>
  (text: string): string =>
    text === "" ? "" : `${ESCAPE}${on}m${text}${ESCAPE}${off}m`;

const plain = (text: string): string => text;

/** Select Graphic Rendition of ECMA-48, or no codes at all. */
export const styleOf = (colour: boolean): Style =>
  colour
    ? { bold: sgr(1, 22), dim: sgr(2, 22), accent: sgr(36, 39), warning: sgr(33, 39) }
    : { bold: plain, dim: plain, accent: plain, warning: plain };

/** Control characters (a plan's title may hold any) and marks that turn the direction of writing. */
const OBEYED = /[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}]+/gu;

/** Text that a terminal prints and does not obey. */
export const printable = (text: string): string => text.replace(OBEYED, " ");
