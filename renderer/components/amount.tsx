import { amountParts } from "./number-parts.ts";

/** A number in full with its unit, set in text. */
export function Amount({ value, unit }: { readonly value: number; readonly unit: string }) {
  const { digits, exponent } = amountParts(value, unit);
  return (
    <span className="amount tabular">
      <strong>
        {digits}
        {exponent !== null && (
          <>
            {" "}
            × 10<sup>{exponent}</sup>
          </>
        )}
      </strong>
      {unit !== "" && <span className="amount-unit"> {unit}</span>}
    </span>
  );
}
