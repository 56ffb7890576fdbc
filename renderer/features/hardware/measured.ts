/** What published runs have reached of a card's peak, and how the plan's speed stands to it. Pure. */
import type { NumberFormat } from "../../../shared/hardware/number-format.ts";
import type { UtilisationPriors } from "../../../shared/hardware/utilisation.ts";
import { fixed } from "../../../shared/units/format/exact.ts";

type Measured = UtilisationPriors["measured"][number];

export interface Measurement extends Measured {
  /** Parameters, as the model's name gives them: 1.75e11 of "GPT-3 175B". */
  readonly parameters: number;
  /** On the card and in the format that the plan uses. */
  readonly isSame: boolean;
}

const FACTORS: Readonly<Record<string, number>> = { M: 1e6, B: 1e9, T: 1e12 };

/** @example sizeInName("GPT-3 175B") // 175e9 */
export function sizeInName(model: string): number | null {
  const [, digits, letter = ""] = /(\d+(?:\.\d+)?)([MBT])\b/.exec(model) ?? [];
  const factor = FACTORS[letter];
  return digits === undefined || factor === undefined ? null : Number(digits) * factor;
}

/** The published measurements whose model says its size, those of this card and format marked. */
export function measurements({ measured }: UtilisationPriors, card: string, format: NumberFormat): Measurement[] {
  return measured.flatMap((one) => {
    const parameters = sizeInName(one.model);
    return parameters === null
      ? []
      : [{ ...one, parameters, isSame: one.accelerator === card && one.format === format }];
  });
}

/** Fewer runs than this on one card say little about it. */
const ENOUGH = 3;

export interface Compared {
  readonly runs: readonly Measurement[];
  /** Whether they are of the plan's own card and format; otherwise of all cards there are. */
  readonly onSame: boolean;
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

/** The runs that the plan's speed is compared with; null where nothing is published at all. */
export function compared(all: readonly Measurement[]): Compared | null {
  const same = all.filter(({ isSame }) => isSame);
  const onSame = same.length >= ENOUGH;
  const runs = onSame ? same : all;
  const shares = runs.map(({ utilisation }) => utilisation).sort((a, b) => a - b);
  const [low, high] = [shares[0], shares.at(-1)];
  if (low === undefined || high === undefined) return null;
  const middle = (shares.length - 1) / 2;
  const median = ((shares[Math.floor(middle)] ?? low) + (shares[Math.ceil(middle)] ?? high)) / 2;
  return { runs, onSame, median, low, high };
}

/** "41.2 %", "30 %": a share as it is told here. */
export const shareWords = (share: number): string => `${fixed(share * 100, 1).replace(/\.0$/, "")} %`;

interface Marks {
  readonly advice: number;
  readonly median: number;
}

/** "between the advice and the median measured": where a share stands among what is known. */
export function standing(share: number, { advice, median }: Marks): string {
  const near = (mark: number) => Math.abs(share - mark) < 0.0005;
  if (near(advice)) return "which is the advice";
  if (near(median)) return "which is the median measured";
  const [lower, upper] =
    advice <= median ? ["the advice", "the median measured"] : ["the median measured", "the advice"];
  if (share < Math.min(advice, median)) return `below ${lower}`;
  return share > Math.max(advice, median) ? `above ${upper}` : `between ${lower} and ${upper}`;
}
