/** Making and reading running text. */
import type { Figure } from "../../estimate/figure.ts";
import { exact } from "../../units/format/exact.ts";
import type { Readable } from "../../units/format/readable.ts";
import { scientific, significant, superscript as superscriptLetters } from "../../units/format/significant.ts";
import type { Inline, RichText } from "../sheet.ts";

export const superscript = (text: string): Inline => ({ kind: "superscript", text });
export const noteMark = (id: string): Inline => ({ kind: "note", id });

/** A number in running text that can be asked how it was computed. */
export const figure = (text: string | RichText, exactText: string, of: Figure): Inline => ({
  kind: "figure",
  text: typeof text === "string" ? [text] : text,
  exact: exactText,
  figure: of,
});

/** Below a thousand a power of ten is harder to read than the number. */
const FIRST_EXPONENT = 3;

/**
 * A number with its power of ten, three figures: 5.420938e24 is "5.42 × 10" and a raised 24. Small ones are written out.
 */
export function powerOfTen(n: number): RichText {
  if (n === 0) return ["0"];
  const { mantissa, exponent } = scientific(n);
  return exponent >= 0 && exponent < FIRST_EXPONENT ? [significant(n)] : raised(mantissa, exponent);
}

/** As many digits as a person would type: beyond them a number is computed, and three figures are read. */
const STATED_FIGURES = 6;

/**
 * A number that somebody stated, with the digits they stated: 3.8e25 is 3.8 × 10²⁵, not 3.80 × 10²⁵.
 * Below a million it is written out: 32,101.
 */
export function asStated(n: number): RichText {
  if (Math.abs(n) < 1e6) return [exact(n)];
  const [mantissa = "", exponent = "0"] = n.toExponential().split("e");
  return mantissa.replace(/\D/g, "").length > STATED_FIGURES ? powerOfTen(n) : raised(mantissa, Number(exponent));
}

/** A readable number with its prefix, or with its power of ten raised where no prefix reaches. */
export function readableRich({ digits, prefix, exponent }: Readable): RichText {
  if (exponent !== null) return raised(digits, exponent);
  return [prefix === "" ? digits : `${digits} ${prefix}`];
}

const raised = (mantissa: string, exponent: number): RichText => [
  `${mantissa} × 10`,
  superscript(String(exponent).replace("-", "−")),
];

/**
 * The words of `text` for a reader without markup: raised digits as superscript letters, the letter of a source in square
 * brackets, marks of footnotes left out.
 */
export const plainText = (text: RichText): string => text.map(plainInline).join("");

function plainInline(inline: Inline): string {
  if (typeof inline === "string") return inline;
  switch (inline.kind) {
    case "superscript":
      return plainSuperscript(inline.text);
    case "strong":
      return inline.text;
    case "figure":
      return plainText(inline.text);
    case "note":
      return "";
  }
}

/** The words of `text` without the letters of its sources, for a reader who does not have their list. */
export const withoutCitations = (text: RichText): string =>
  plainText(
    text.filter((inline) => typeof inline === "string" || inline.kind !== "superscript" || isRaisedNumber(inline.text)),
  );

/** Ids of the footnotes that a text calls, in its order. */
export const notesIn = (text: RichText): string[] =>
  text.flatMap((inline) => {
    if (typeof inline === "string") return [];
    if (inline.kind === "note") return [inline.id];
    return inline.kind === "figure" ? notesIn(inline.text) : [];
  });

const isRaisedNumber = (text: string): boolean => /^[−-]?\d+$/.test(text);

/** A raised number in superscript letters; anything else, as the letter of a source, in square brackets. */
export function plainSuperscript(text: string): string {
  if (isRaisedNumber(text)) return superscriptLetters(Number(text.replace("−", "-")));
  return text === "," ? text : ` [${text}]`;
}
