import type { Purchase } from "./purchase.ts";

/** The worked purchase of docs/formulas.md: eight nodes of eight cards for four years. */
export const eightNodes: Purchase = {
  nodePrice: 300_000,
  nodes: 8,
  cardsPerNode: 8,
  networkShare: 0.15,
  nodeWatts: 10_200,
  load: 0.8,
  pue: 1.3,
  electricityPerKilowattHour: 0.12,
  spacePerNodeYear: 1_500,
  maintenanceShare: 0.05,
  staffPerYear: 60_000,
  lifetimeYears: 4,
  residualShare: 0.1,
};
