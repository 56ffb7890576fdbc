/** Cards and formats to choose from, and what one card achieves. Pure. */
import { type Accelerator, densePeakOf, formatsOf } from "../../../shared/hardware/accelerator.ts";
import { achievedSpeed } from "../../../shared/hardware/achieved-speed.ts";
import type { NumberFormat } from "../../../shared/hardware/number-format.ts";
import type { FlopPerSecond } from "../../../shared/units/brands.ts";

/** A card with the peak of a format that it has. */
export interface ChosenCard {
  readonly card: Accelerator;
  readonly format: NumberFormat;
  readonly densePeak: number;
}

/** The formats of a card with a known dense peak, but for int8, which counts no floating-point operations. */
export const floatFormatsOf = (card: Accelerator): readonly NumberFormat[] =>
  formatsOf(card).filter((format) => format !== "int8");

/** The card of an id in a format, or in the first that it has of bf16, fp16 and the others; null for an unknown card. */
export function chosenCard(cards: readonly Accelerator[], id: string, format: string): ChosenCard | null {
  const card = cards.find((one) => one.id === id);
  if (card === undefined) return null;
  const formats = floatFormatsOf(card);
  const found = [format, "bf16", "fp16", ...formats].flatMap((name) => formats.find((one) => one === name) ?? [])[0];
  const densePeak = found === undefined ? null : densePeakOf(card, found);
  return found === undefined || densePeak === null ? null : { card, format: found, densePeak };
}

/** What one card achieves at a utilisation. */
export const speedAt = ({ densePeak }: ChosenCard, utilisation: number): FlopPerSecond =>
  achievedSpeed({ densePeak, utilisation });

/** Who says what the peak is: "NVIDIA H100 datasheet, 2023". */
export const peakSource = ({ card }: ChosenCard): string => {
  const titles = card.sources.map(({ title }) => title).join("; ");
  return titles === "" ? card.name : titles;
};
