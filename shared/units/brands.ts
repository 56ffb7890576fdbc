import { type Brand, brand } from "../lib/brand.ts";

/** Floating-point operations; one multiply-accumulate is two. */
export type Flop = Brand<number, "Flop">;
export const Flop = brand<Flop>();

/** Floating-point operations per second, 1 TFLOP/s = 1e12. */
export type FlopPerSecond = Brand<number, "FlopPerSecond">;
export const FlopPerSecond = brand<FlopPerSecond>();

/** Floating-point operations spent on one token. */
export type FlopPerToken = Brand<number, "FlopPerToken">;
export const FlopPerToken = brand<FlopPerToken>();

/** One accelerator ("card") held for one hour. */
export type CardHours = Brand<number, "CardHours">;
export const CardHours = brand<CardHours>();

/** One node, with all its cards, held for one hour. */
export type NodeHours = Brand<number, "NodeHours">;
export const NodeHours = brand<NodeHours>();

/** Hours of wall-clock. */
export type Hours = Brand<number, "Hours">;
export const Hours = brand<Hours>();

/** Training tokens. */
export type Tokens = Brand<number, "Tokens">;
export const Tokens = brand<Tokens>();

/** Weights of a model. */
export type Parameters = Brand<number, "Parameters">;
export const Parameters = brand<Parameters>();

/** Bytes; 1 GB = 1e9. */
export type Bytes = Brand<number, "Bytes">;
export const Bytes = brand<Bytes>();

/** Electrical power. */
export type Watts = Brand<number, "Watts">;
export const Watts = brand<Watts>();

/** Electrical energy. */
export type KilowattHours = Brand<number, "KilowattHours">;
export const KilowattHours = brand<KilowattHours>();

/** Greenhouse gas, as the kilograms of carbon dioxide that warm as much. */
export type KilogramsCO2e = Brand<number, "KilogramsCO2e">;
export const KilogramsCO2e = brand<KilogramsCO2e>();

/** An amount in the plan's currency, unrounded. */
export type Money = Brand<number, "Money">;
export const Money = brand<Money>();

/** A part of a whole, 0 to 1. */
export type Share = Brand<number, "Share">;
export const Share = brand<Share>();
