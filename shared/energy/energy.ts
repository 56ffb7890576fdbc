import { type CardHours, KilogramsCO2e, KilowattHours, type Watts } from "../units/brands.ts";

const WATTS_PER_KILOWATT = 1_000;
const GRAMS_PER_KILOGRAM = 1_000;

/** What the electricity of some work follows from. */
export interface EnergyUse {
  readonly cardHours: CardHours;
  /** Power of one card, or of its share of a node; null where it is unknown. */
  readonly watts: Watts | null;
  /** Mean power drawn ÷ watts. */
  readonly load: number;
  /** All of the building's energy ÷ that of its computers, at least 1. */
  readonly pue: number;
}

/**
 * Electricity of the work: card-hours × watts × load × PUE (Patterson et al. 2021, section 2.5). Unknown power gives
 * an unknown amount, null: it is not 0.
 *
 * @example LLaMA 65B: 1,022,362 card-hours at 400 W, PUE 1.1: 449,839 kWh
 * @example BLOOM: 1,082,990 card-hours at 400 W, PUE 1: 433,196 kWh
 */
export function energyUse({ cardHours, watts, load, pue }: EnergyUse): KilowattHours | null {
  return watts === null ? null : KilowattHours((cardHours * watts * load * pue) / WATTS_PER_KILOWATT);
}

/**
 * Greenhouse gas of electricity: kWh × the grid's intensity, whose basis (location or market) must be named beside it.
 *
 * @param gramsPerKilowattHour grams of CO2e
 * @example emissions(KilowattHours(433_196), 57) // 24,692 kg, BLOOM
 */
export const emissions = (energy: KilowattHours, gramsPerKilowattHour: number): KilogramsCO2e =>
  KilogramsCO2e((energy * gramsPerKilowattHour) / GRAMS_PER_KILOGRAM);
