/** Nodes that are bought, and what keeping them costs: plain numbers, money in one currency. */
export interface Purchase {
  /** Of one node with its cards, before the network. */
  readonly nodePrice: number;
  /** Whole nodes, at least 1. */
  readonly nodes: number;
  /** At least 1. */
  readonly cardsPerNode: number;
  /** Network, racks and installation on top, as a share of the nodes' price. */
  readonly networkShare: number;
  /** Power of one whole node at full load: a DGX H100 draws 10,200 W, well above its eight cards. */
  readonly nodeWatts: number;
  /** Mean power drawn ÷ node watts, 0 to 1. */
  readonly load: number;
  /** All of the building's energy ÷ that of its computers, at least 1. */
  readonly pue: number;
  readonly electricityPerKilowattHour: number;
  /** Rack space of one node for a year. */
  readonly spacePerNodeYear: number;
  /** Service and spare parts in a year, as a share of the capital (nodes and network). */
  readonly maintenanceShare: number;
  /** Of the people who keep it running, in a year. */
  readonly staffPerYear: number;
  /** Years of use, above 0. */
  readonly lifetimeYears: number;
  /** What it sells for at the end, as a share of the capital. */
  readonly residualShare: number;
}
