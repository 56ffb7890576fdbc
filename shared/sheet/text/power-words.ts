/** Whose power the energy is counted by. */
import type { ResolvedEnergy } from "../../plan/resolved.ts";
import { exact } from "../../units/format/exact.ts";

/** "700 W a card", "each card at its own power", "1,275 W a card, host included". */
export function powerWords({ cardWatts, nodeWatts }: ResolvedEnergy, basis: ResolvedEnergy["basis"]): string {
  if (basis === "node") return nodeWatts === null ? "host included" : `${exact(nodeWatts)} W a card, host included`;
  return cardWatts === null ? "each card at its own power" : `${exact(cardWatts)} W a card`;
}

/** Why the energy is unknown, where it is. */
export const unknownPower = ({ basis }: ResolvedEnergy): string =>
  basis === "node" ? "the node’s power is not stated" : "a card’s power is unknown";
