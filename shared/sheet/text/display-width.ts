/** How many columns a text takes where every letter has the same width. */

/** Letters that East Asian fonts draw twice as wide (Unicode Standard Annex 11, classes W and F), and pictographs. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|\p{Extended_Pictographic}/u;

/** Marks that are drawn over the letter before them. */
const COMBINING = /^(?:\p{Mn}|\p{Me}|\p{Cf})$/u;

/** @example displayWidth("10²⁴") // 4 */
export function displayWidth(text: string): number {
  let width = 0;
  for (const letter of text) width += COMBINING.test(letter) ? 0 : WIDE.test(letter) ? 2 : 1;
  return width;
}

/** The text filled up with spaces on its right or left; a longer one stays as it is. */
export function padded(text: string, width: number, side: "left" | "right"): string {
  const space = " ".repeat(Math.max(0, width - displayWidth(text)));
  return side === "left" ? space + text : text + space;
}
