/** Which card the plan's defaults name, read from the raw document: half-typed values must not take the screen down. Pure. */
import {
  type Accelerator,
  type AcceleratorFields,
  completeAccelerator,
  densePeakOf,
} from "../../shared/hardware/accelerator.ts";
import { NUMBER_FORMATS, type NumberFormat } from "../../shared/hardware/number-format.ts";
import type { PlanEdit } from "../../shared/plan/edit/plan-edit.ts";
import { treeEntries, treeValue } from "../fields/tree-value.ts";

/** What the fields of this step do to the document. */
export type HardwareEdit = Extract<PlanEdit, { readonly op: "set" | "remove" }>;

export const HARDWARE = ["defaults", "hardware"] as const;
export const ACCELERATOR = [...HARDWARE, "accelerator"] as const;

export type ChosenCard =
  | { readonly kind: "none" }
  | { readonly kind: "catalogue"; readonly card: Accelerator }
  /** Written into the plan itself. */
  | { readonly kind: "own"; readonly card: Accelerator }
  /** A name that the catalogue does not have. */
  | { readonly kind: "unknown"; readonly name: string };

export function chosenCard(tree: unknown, accelerators: readonly Accelerator[]): ChosenCard {
  const stated = treeValue(tree, ACCELERATOR);
  if (stated === undefined || stated === null) return { kind: "none" };
  if (typeof stated === "object") return { kind: "own", card: completeAccelerator(readableFields(stated)) };
  const card = accelerators.find(({ id }) => id === stated);
  return card === undefined ? { kind: "unknown", name: String(stated) } : { kind: "catalogue", card };
}

/** Of a card in the making, what can be used already. */
function readableFields(stated: object): AcceleratorFields {
  const number = (field: string): number | null => {
    const value = treeValue(stated, [field]);
    return typeof value === "number" ? value : null;
  };
  const name = treeValue(stated, ["name"]);
  const id = treeValue(stated, ["id"]);
  return {
    name: typeof name === "string" && name.trim() !== "" ? name : "Your own card",
    ...(typeof id === "string" ? { id } : {}),
    densePeak: Object.fromEntries(treeEntries(stated, ["densePeak"]).filter(([, peak]) => typeof peak === "number")),
    marketedMemoryGB: number("marketedMemoryGB"),
    bandwidthBytesPerSecond: number("bandwidthBytesPerSecond"),
    tdpWatts: number("tdpWatts"),
    cardsPerNode: number("cardsPerNode"),
    releaseYear: number("releaseYear"),
  };
}

/** The card, or null where none is chosen that is known. */
export const cardOf = (chosen: ChosenCard): Accelerator | null =>
  chosen.kind === "catalogue" || chosen.kind === "own" ? chosen.card : null;

/** Formats that a run trains in where the plan names none: the first that the card has a peak for. */
const USUAL: readonly NumberFormat[] = ["bf16", "fp16", "fp32"];

/** The format that the defaults state, else the one that a plan without it takes; null where the card has none of them. */
export function formatInForce(tree: unknown, card: Accelerator): NumberFormat | null {
  const stated = treeValue(tree, [...HARDWARE, "format"]);
  return (
    NUMBER_FORMATS.find((format) => format === stated) ??
    USUAL.find((format) => densePeakOf(card, format) !== null) ??
    null
  );
}
