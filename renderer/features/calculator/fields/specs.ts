/** Bounds of numbers that several questions ask for: wide enough for anything real, narrow enough for a slip of the keyboard. */
import type { FieldSpec } from "./read-fields.ts";

export const flopSpec = { bounds: { min: 1, max: 1e40, what: "FLOP" } } as const satisfies FieldSpec;

export const utilisationSpec = {
  bounds: { min: 0, exclusiveMin: true, max: 1, what: "share of the dense peak" },
  percent: true,
} as const satisfies FieldSpec;

export const cardsSpec = {
  bounds: { min: 1, max: 10_000_000, integer: true, what: "cards" },
} as const satisfies FieldSpec;

export const priceSpec = {
  bounds: { min: 0, exclusiveMin: true, max: 1e6, what: "price of a card-hour" },
} as const satisfies FieldSpec;

export const tokensSpec = { bounds: { min: 1, max: 1e18, what: "tokens" } } as const satisfies FieldSpec;
