/** What an estimate is: numbers only, in the order of the resolved plan's lists. Words are made by the sheet. */
import type { CardHours, Flop, Hours, KilogramsCO2e, KilowattHours, Money, NodeHours } from "../units/brands.ts";

/** The five measures that every level of a plan has. Runs are expected values where a sweep is conditional. */
export interface Totals {
  readonly runs: number;
  readonly flop: Flop;
  readonly cardHours: CardHours;
  readonly nodeHours: NodeHours;
  readonly cost: Money;
}

export type Measure = keyof Totals;

/** A run class: its totals, and what one of its runs is. */
export interface ClassEstimate extends Totals {
  /** Training FLOP per item (token, or example) under the plan's convention. */
  readonly flopPerItem: number;
  /** Items (tokens, or examples) that one full-length run trains on. */
  readonly items: number;
  readonly flopPerRun: Flop;
  readonly cardHoursPerRun: CardHours;
}

export interface EnergyEstimate {
  /** Null when the card's power is unknown: unknown is not 0. */
  readonly kilowattHours: KilowattHours | null;
  /** Null when the power or the grid is unknown. */
  readonly kilogramsCO2e: KilogramsCO2e | null;
  /** The same work counted by the card's own power and by its share of a node, where these are known. */
  readonly byCard: KilowattHours | null;
  readonly byNode: KilowattHours | null;
}

export interface Estimate {
  readonly classes: readonly ClassEstimate[];
  /** By experiment, then sweep, repeats included, reruns not. */
  readonly sweeps: readonly (readonly Totals[])[];
  /** By experiment, repeats included, reruns not. */
  readonly experiments: readonly Totals[];
  /** Every run once. */
  readonly core: Totals;
  readonly withRepeats: Totals;
  /** Work done again after failures and mistakes included: the plan's total. */
  readonly withReruns: Totals;
  /** Card-hours ÷ cards for every cluster of the plan. */
  readonly idealHours: readonly Hours[];
  readonly energy: EnergyEstimate;
}

/** Where the draws of one figure fall. `low` and `high` are all inputs at their low, all at their high. */
export interface Spread {
  readonly low: number;
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
  readonly high: number;
}

export interface RangedTotals {
  readonly flop: Spread;
  readonly cardHours: Spread;
  readonly cost: Spread;
}

export interface EstimateRanges {
  readonly draws: number;
  readonly seed: number;
  readonly experiments: readonly RangedTotals[];
  readonly total: RangedTotals;
  /**
   * What a budget asks for as computing: the total cost, and where the plan has a budget what its headline quotes charge beyond used
   * card-hours, too.
   */
  readonly computing: Spread;
  /** By cluster, in the plan's order. */
  readonly idealHours: readonly Spread[];
  /** Mean of the drawn total cost. */
  readonly meanCost: number;
  /** Share of the draws at or under the plan's ceiling; null without a ceiling. */
  readonly chanceUnderCeiling: number | null;
}

/** What one uncertain input does to the total cost, every other at its likely value. */
export interface Swing {
  /** Index into the resolved plan's inputs. */
  readonly input: number;
  readonly costAtLow: number;
  readonly costAtHigh: number;
}
