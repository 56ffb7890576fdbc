import { trueMinus } from "./sign.ts";

/**
 * A number rounded to its first significant figures, in parts: `mantissa` has one digit before the point, and
 * mantissa × 10^exponent is the rounded value. Rounding carries into the exponent.
 *
 * @example scientific(5.420938e24)  // {mantissa: "5.42", exponent: 24}
 * @example scientific(9.9951e23)    // {mantissa: "1.00", exponent: 24}
 */
export interface Scientific {
  readonly mantissa: string;
  readonly exponent: number;
}

export function scientific(n: number, figures = 3): Scientific {
  const [mantissa = "", exponent = "0"] = n.toExponential(figures - 1).split("e");
  return { mantissa: trueMinus(mantissa), exponent: Number(exponent) };
}

/**
 * A number rounded to significant figures and written out, trailing zeros kept because they say how well it is known.
 *
 * @example significant(3)         // "3.00"
 * @example significant(0.0123456) // "0.0123"
 * @example significant(41234)     // "41200"
 */
export function significant(n: number, figures = 3): string {
  const { exponent } = scientific(n, figures);
  const rounded = Number(n.toExponential(figures - 1));
  return trueMinus(rounded.toFixed(Math.max(0, figures - 1 - exponent)));
}

/**
 * An exponent in superscript letters, for text that has no markup.
 *
 * @example superscript(24) // "²⁴"
 * @example superscript(-7) // "⁻⁷"
 */
export const superscript = (exponent: number): string =>
  String(exponent).replace(/[-\d]/g, (letter) => SUPERSCRIPTS[letter] ?? letter);

const SUPERSCRIPTS: Readonly<Record<string, string>> = {
  "-": "⁻",
  "0": "⁰",
  "1": "¹",
  "2": "²",
  "3": "³",
  "4": "⁴",
  "5": "⁵",
  "6": "⁶",
  "7": "⁷",
  "8": "⁸",
  "9": "⁹",
};

/**
 * A number with its power of ten, for text that has no markup.
 *
 * @example scientificText(5.420938e24) // "5.42 × 10²⁴"
 */
export function scientificText(n: number): string {
  const { mantissa, exponent } = scientific(n);
  return `${mantissa} × 10${superscript(exponent)}`;
}
