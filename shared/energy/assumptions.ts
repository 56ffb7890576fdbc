import { z } from "zod";
import { partialDateSchema } from "../lib/dates.ts";
import { slugSchema } from "../lib/slug.ts";
import { strictObject } from "../lib/strict-object.ts";
import { boundedNumber } from "../ranges/quantity.ts";
import { gridBasisSchema } from "./grid.ts";

/** A grid that is no row of the catalogue, with its source beside it. */
const statedGridSchema = strictObject({
  name: z.string(),
  gramsPerKilowattHour: boundedNumber({ min: 0, max: 5_000, what: "grams of CO2e per kWh" }),
  /** Location-based when left out. */
  basis: gridBasisSchema.optional(),
  source: z.string().optional(),
  date: partialDateSchema.optional(),
});

/**
 * What a plan says about electricity, as plain numbers: nothing here may be a range. Everything left out has a stated
 * default, except the grid, without which there is energy but no CO2e.
 */
export const energyAssumptionsSchema = strictObject({
  /** Whose power is counted: the card's own (the default), or the card's share of its whole node, host included. */
  basis: z.enum(["card", "node"], { error: "Allowed: card, node" }).optional(),
  /** Power of one card; the accelerator's TDP when left out. */
  watts: boundedNumber({ min: 0, exclusiveMin: true, max: 100_000, what: "watts of one card" }).optional(),
  /** Power of a node ÷ its cards. A DGX H100 draws about 1,275 W a card against a TDP of 700 W. */
  nodeWatts: boundedNumber({
    min: 0,
    exclusiveMin: true,
    max: 100_000,
    what: "watts of one card's share of its node",
  }).optional(),
  /** Mean power drawn ÷ the power above; 1 when left out. */
  load: boundedNumber({ min: 0, max: 2, what: "load" }).optional(),
  /** Power usage effectiveness, all of the building's energy ÷ that of its computers; 1 when left out. */
  pue: boundedNumber({ min: 1, max: 5, what: "PUE" }).optional(),
  /** The id of a shipped grid, or a grid with its numbers. */
  grid: z
    .union([slugSchema, statedGridSchema], {
      error: "Allowed: the id of a grid, or {name, gramsPerKilowattHour, source, date, basis}",
    })
    .optional(),
  source: z.string().optional(),
});
export type EnergyAssumptions = z.infer<typeof energyAssumptionsSchema>;

/** The load of a plan that states none: the card draws its full power for as long as it is held. */
export const DEFAULT_LOAD = 1;

/** The PUE of a plan that states none: no overhead is counted that nobody has stated. */
export const DEFAULT_PUE = 1;
