/** The edits that another card takes. Pure. */
import { type Accelerator, type AcceleratorFields, densePeakOf } from "../../shared/hardware/accelerator.ts";
import type { PlainValue } from "../../shared/plan/edit/plan-edit.ts";
import { treeValue } from "../fields/tree-value.ts";
import { ACCELERATOR, formatInForce, HARDWARE, type HardwareEdit } from "./chosen-card.ts";
import { shareOfSpeed } from "./speed-share.ts";

/**
 * `value` (an id of the catalogue, or a card by value) becomes the plan's card, which was `before`. A speed that was stated for
 * the old card is none of the new one: it is carried over as the share of the peak that it is, and a pilot says on which card
 * it ran. A format that the new card lacks
 * is dropped, and so is the old card's size of a node.
 *
 * @param reached what share of its dense peak the new card is said to reach, as a plan states it; null: nobody says
 */
export function chooseCard(
  tree: unknown,
  before: Accelerator | null,
  next: Accelerator,
  value: PlainValue,
  reached: PlainValue | null = null,
): HardwareEdit[] {
  const edits: HardwareEdit[] = [{ op: "set", path: ACCELERATOR, value }];
  const format = treeValue(tree, [...HARDWARE, "format"]);
  if (format !== undefined && !Object.hasOwn(presentPeaks(next), String(format))) {
    edits.push({ op: "remove", path: [...HARDWARE, "format"] });
  }
  if (before === null || before.id === next.id) return edits;
  const old = formatInForce(tree, before);
  const peak = old === null ? null : densePeakOf(before, old);
  const cardsPerNode = treeValue(tree, [...HARDWARE, "cardsPerNode"]);
  if (cardsPerNode !== undefined && cardsPerNode === before.cardsPerNode) {
    edits.push({ op: "remove", path: [...HARDWARE, "cardsPerNode"] });
  }
  if (reached !== null) return [...edits, ...reachedEdits(tree, reached)];
  const achieved = treeValue(tree, [...HARDWARE, "achieved"]);
  if (achieved !== undefined && peak !== null) {
    const share = shareOfSpeed(achieved, peak);
    edits.push({ op: "remove", path: [...HARDWARE, "achieved"] });
    if (share !== null) edits.push({ op: "set", path: [...HARDWARE, "utilisation"], value: share });
  }
  // A pilot ran where it ran: from now on it says on which card, and is carried over by the peaks.
  const pilot = [...HARDWARE, "measured"];
  if (treeValue(tree, pilot) !== undefined && typeof treeValue(tree, ACCELERATOR) === "string") {
    const ranOn = treeValue(tree, [...pilot, "accelerator"]);
    if (ranOn === undefined) edits.push({ op: "set", path: [...pilot, "accelerator"], value: before.id });
    else if (ranOn === next.id) edits.push({ op: "remove", path: [...pilot, "accelerator"] });
  }
  return edits;
}

/** What stated a speed before, and says nothing of the new card once somebody says what that one reaches. */
const SPEED_FIELDS = ["achieved", "measured", "utilisationOf"] as const;

const reachedEdits = (tree: unknown, reached: PlainValue): HardwareEdit[] => [
  ...SPEED_FIELDS.filter((field) => treeValue(tree, [...HARDWARE, field]) !== undefined).map(
    (field): HardwareEdit => ({ op: "remove", path: [...HARDWARE, field] }),
  ),
  { op: "set", path: [...HARDWARE, "utilisation"], value: reached },
];

const presentPeaks = ({ densePeak }: Accelerator): Readonly<Record<string, number>> =>
  Object.fromEntries(Object.entries(densePeak).filter((entry): entry is [string, number] => entry[1] !== null));

/** A card of one's own that starts from another: its figures, and a note of where they are from in place of its sources. */
export function ownFrom(card: Accelerator): { readonly [key: string]: PlainValue } {
  const { name, marketedMemoryGB, bandwidthBytesPerSecond, tdpWatts, cardsPerNode } = card;
  return {
    name: `${name} (own figures)`,
    densePeak: presentPeaks(card),
    ...(marketedMemoryGB === null ? {} : { marketedMemoryGB }),
    ...(bandwidthBytesPerSecond === null ? {} : { bandwidthBytesPerSecond }),
    ...(tdpWatts === null ? {} : { tdpWatts }),
    ...(cardsPerNode === null ? {} : { cardsPerNode }),
    notes: `Started from the catalogue’s ${name}.`,
  } satisfies AcceleratorFields;
}
