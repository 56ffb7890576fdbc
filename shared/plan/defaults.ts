/** What a plan means where it says nothing; the nouns' own defaults stand with the nouns. */

export const DEFAULT_CURRENCY = "USD";

/** The currency of the catalogue of rates. */
export const RATES_CURRENCY = "USD";

/** Cards in a node where neither the plan nor the catalogue says: what nearly every server for training has. */
export const DEFAULT_CARDS_PER_NODE = 8;
