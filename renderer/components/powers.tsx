/** Superscript letters of plain text set as real superscripts: the font has only some of the letters. */
export function Powers({ text }: { readonly text: string }) {
  return text.split(/([⁰¹²³⁴⁵⁶⁷⁸⁹⁻]+)/).map((part, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the position is the identity
    index % 2 === 1 ? <sup key={index}>{[...part].map(plainDigit).join("")}</sup> : part,
  );
}

const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

const plainDigit = (letter: string): string => (letter === "⁻" ? "−" : String(SUPERSCRIPTS.indexOf(letter)));
