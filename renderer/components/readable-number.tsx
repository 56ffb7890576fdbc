import type { Readable } from "../../shared/units/format/readable.ts";
import "./readable-number.css";

interface ReadableNumberProps {
  readonly value: Readable;
  /** The number in full with its unit: shown on hover. */
  readonly exact: string;
}

/** A number with three figures: digits, its prefix lighter beside them, a power of ten as one. */
export function ReadableNumber({ value: { digits, prefix, exponent }, exact }: ReadableNumberProps) {
  return (
    <span className="readable-number tabular" title={exact}>
      <span className="readable-number-digits">{digits}</span>
      {exponent === null ? (
        <span className="readable-number-prefix">{prefix === "" ? "" : ` ${prefix}`}</span>
      ) : (
        <>
          {" × 10"}
          <sup>{exponent}</sup>
        </>
      )}
    </span>
  );
}
