/** Superscript letters of plain text as raised digits of a picture: the font has only some of the letters. */
export function SvgPowers({ text }: { readonly text: string }) {
  return text.split(/([⁰¹²³⁴⁵⁶⁷⁸⁹⁻]+)/).map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the position is the identity
    <tspan key={index} className={index % 2 === 1 ? "isoflop-power" : ""} dy={dyOf(index)}>
      {index % 2 === 1 ? [...part].map(plainDigit).join("") : part}
    </tspan>
  ));
}

const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const RAISED = 4;

/** Up for a power, down again for what follows it. */
const dyOf = (index: number): number => (index === 0 ? 0 : index % 2 === 1 ? -RAISED : RAISED);

const plainDigit = (letter: string): string => (letter === "⁻" ? "−" : String(SUPERSCRIPTS.indexOf(letter)));
