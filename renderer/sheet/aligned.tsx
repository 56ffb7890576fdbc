import { decimalPads } from "./decimal.ts";

interface AlignedProps {
  readonly text: string;
  /** The text of the column with the most decimals. */
  readonly longest: string;
}

/** A number of a column whose decimal points stand below each other: what it lacks is padded, invisibly. */
export function Aligned({ text, longest }: AlignedProps) {
  const [pad = ""] = decimalPads([text, longest]);
  return (
    <>
      {text}
      {pad !== "" && (
        <span aria-hidden="true" style={{ visibility: "hidden" }}>
          {pad}
        </span>
      )}
    </>
  );
}

/** Of texts of numbers, the one with the most decimals. */
export const longestOf = (texts: readonly string[]): string =>
  texts.find((_, index) => decimalPads(texts)[index] === "") ?? "";
