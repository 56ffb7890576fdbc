/** Machines to own: what a vendor asks for them, and what it costs to run them. */
import type { z } from "zod";
import { cardsPerNodeSchema } from "../hardware/accelerator.ts";
import { strictObject } from "../lib/strict-object.ts";
import { boundedNumber } from "../ranges/quantity.ts";
import type { Purchase } from "./ownership/purchase.ts";

/** The keys of a purchase, in the currency of its quote. */
export const purchaseSchema = strictObject({
  /** One node with its cards. */
  nodePrice: boundedNumber({ min: 0, exclusiveMin: true, max: 1e9, what: "price of a node" }),
  nodes: boundedNumber({ min: 1, max: 1e6, integer: true, what: "nodes" }),
  cardsPerNode: cardsPerNodeSchema,
  /** Switches, cables and racks, as a share of the nodes' price. */
  networkShare: boundedNumber({ min: 0, max: 5, what: "network as a share of the nodes' price" }).optional(),
  /** Power of one node with all its cards, host included, in W. */
  nodeWatts: boundedNumber({ min: 0, max: 1e6, what: "watts of a node" }),
  /** Mean power drawn ÷ `nodeWatts`. */
  load: boundedNumber({ min: 0, max: 2, what: "load" }).optional(),
  /** All of the building's energy ÷ that of its computers. */
  pue: boundedNumber({ min: 1, max: 5, what: "PUE" }).optional(),
  electricityPerKilowattHour: boundedNumber({ min: 0, max: 1e6, what: "price of a kWh" }),
  /** Rack space of one node for a year. */
  spacePerNodeYear: boundedNumber({ min: 0, max: 1e9, what: "space of a node for a year" }).optional(),
  /** A year's maintenance as a share of the price of nodes and network. */
  maintenanceShare: boundedNumber({ min: 0, max: 1, what: "maintenance of a year as a share of the price" }).optional(),
  /** People who run the machine, for a year. */
  staffPerYear: boundedNumber({ min: 0, max: 1e9, what: "staff of a year" }).optional(),
  lifetimeYears: boundedNumber({ min: 0, exclusiveMin: true, max: 20, what: "years of use" }),
  /** What the machine is worth at the end, as a share of the price of nodes and network. */
  residualShare: boundedNumber({ min: 0, max: 1, what: "residual value as a share of the price" }).optional(),
  /** Hours in which the cards do work that somebody would pay for ÷ all hours of their lifetime. */
  useShare: boundedNumber({ min: 0, exclusiveMin: true, max: 1, what: "share of the lifetime that is used" }),
});
export type PurchaseFields = z.infer<typeof purchaseSchema>;
/** A purchase of a quote with every default put in. */
export interface QuotedPurchase extends Purchase {
  /** Card-hours that are used ÷ all of the lifetime. */
  readonly useShare: number;
}

/** What a purchase means where it says nothing: nothing is charged that nobody has stated, and nothing is paid back. */
const PURCHASE_DEFAULTS = {
  networkShare: 0,
  load: 1,
  pue: 1,
  spacePerNodeYear: 0,
  maintenanceShare: 0,
  staffPerYear: 0,
  residualShare: 0,
} as const satisfies Partial<Purchase>;

/** `fields` with the defaults put in. */
export function completePurchase(fields: PurchaseFields): QuotedPurchase {
  const { networkShare, load, pue, spacePerNodeYear, maintenanceShare, staffPerYear, residualShare } = fields;
  return {
    ...fields,
    networkShare: networkShare ?? PURCHASE_DEFAULTS.networkShare,
    load: load ?? PURCHASE_DEFAULTS.load,
    pue: pue ?? PURCHASE_DEFAULTS.pue,
    spacePerNodeYear: spacePerNodeYear ?? PURCHASE_DEFAULTS.spacePerNodeYear,
    maintenanceShare: maintenanceShare ?? PURCHASE_DEFAULTS.maintenanceShare,
    staffPerYear: staffPerYear ?? PURCHASE_DEFAULTS.staffPerYear,
    residualShare: residualShare ?? PURCHASE_DEFAULTS.residualShare,
  };
}

/** `purchase` with its sums of money in another currency, of which one of its own is worth `rate`. */
export const purchaseIn = (purchase: QuotedPurchase, rate: number): QuotedPurchase => ({
  ...purchase,
  nodePrice: purchase.nodePrice * rate,
  electricityPerKilowattHour: purchase.electricityPerKilowattHour * rate,
  spacePerNodeYear: purchase.spacePerNodeYear * rate,
  staffPerYear: purchase.staffPerYear * rate,
});
