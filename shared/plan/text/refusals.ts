/** Faults that both readers find: values that no plan can hold. */
import type { DocumentPath } from "../fault.ts";
import { shorten } from "./document-path.ts";
import type { PlacedFault, Span } from "./source.ts";

const LONGEST = 80;

/** 1e400 and its like, which a double cannot hold. `written` is the number as the text has it. */
export function numberTooLarge(path: DocumentPath, at: Span, written: string): PlacedFault {
  return {
    path,
    at,
    message: "This number is too large",
    value: shorten(written, LONGEST),
    allowed: "numbers up to 1.7e308",
    hint: null,
    edit: null,
  };
}

/** NaN and the infinities, which YAML can write. */
export function notANumber(path: DocumentPath, at: Span, written: string): PlacedFault {
  return {
    path,
    at,
    message: "This is not a number that can be computed with",
    value: shorten(written, LONGEST),
    allowed: "a number in digits",
    hint: null,
    edit: null,
  };
}

/** More than `MAX_VALUES`. */
export function tooManyValues(at: number): PlacedFault {
  return {
    path: [],
    at: { from: at, to: at + 1 },
    message: "The document holds too many values to be a plan",
    value: null,
    allowed: "at most 100,000 values",
    hint: "Several values of one field belong in an axis, not in copies of an experiment.",
    edit: null,
  };
}

/** Brackets or indentation beyond `MAX_DEPTH`. */
export function tooDeep(path: DocumentPath, at: number): PlacedFault {
  return {
    path: path.slice(0, DEPTH_SHOWN),
    at: { from: at, to: at + 1 },
    message: "The document is nested too deeply",
    value: null,
    allowed: "at most 40 levels; a plan needs fewer than 10",
    hint: null,
    edit: null,
  };
}

const DEPTH_SHOWN = 6;
