/** A plan as it would be on another card. */
import { type Accelerator, formatOn } from "../hardware/accelerator.ts";
import { carriedSpeed } from "../hardware/achieved-speed.ts";
import type { NumberFormat } from "../hardware/number-format.ts";
import { err, ok, type Result } from "../lib/result.ts";
import type { Amount, ResolvedCard, ResolvedPlan, RunClass } from "../plan/resolved.ts";
import { likelyValues } from "./amounts.ts";
import { passSpeedOf } from "./class-estimate.ts";

/** The other card has no known dense peak in a format that runs compute in. */
export interface NoPeak {
  readonly accelerator: string;
  readonly format: NumberFormat;
}

/**
 * The plan with all its runs on one card. A speed that was stated or measured on another card carries over as the share of that card's dense
 * peak that it is, unless `utilisation` says what is reached on this one; runs whose length is a time take as much less or more of it as
 * this card is faster. Tokens that are written one after the other go by memory bandwidth, where both are known. Prices stay as they are.
 *
 * @param utilisation of this card's dense peak; null: the plan's own is carried over
 * @example 3.5e14 FLOP/s stated on an H100 SXM (989.4e12) is 0.3537 of its peak; on an A100 (312e12) 1.10370e14
 */
export function onCard(
  plan: ResolvedPlan,
  accelerator: Accelerator,
  utilisation: Amount | null = null,
): Result<ResolvedPlan, NoPeak> {
  const cards: ResolvedCard[] = [];
  for (const card of plan.cards) {
    const moved = moveCard(card, accelerator, utilisation);
    if (moved === null) return err({ accelerator: accelerator.name, format: card.format });
    cards.push(moved);
  }
  if (cards.every((card, index) => card === plan.cards[index])) return ok(plan);
  return ok({ ...plan, cards, classes: plan.classes.map((runClass) => moveClass(plan, runClass, cards)) });
}

function moveCard(card: ResolvedCard, accelerator: Accelerator, utilisation: Amount | null): ResolvedCard | null {
  const isSame = card.accelerator.id === accelerator.id;
  const there = isSame ? card : formatOn(accelerator, card.format);
  if (there === null) return null;
  const { format, densePeak } = there;
  const moved = isSame
    ? card
    : {
        ...card,
        accelerator,
        format,
        densePeak,
        speed: carriedTo(densePeak, card),
        cardsPerNode: accelerator.cardsPerNode ?? card.cardsPerNode,
      };
  return utilisation === null
    ? moved
    : { ...moved, speed: { kind: "utilisation", utilisation }, speedIsDefault: false };
}

function carriedTo(
  densePeak: number,
  { speed, densePeak: own, accelerator, format }: ResolvedCard,
): ResolvedCard["speed"] {
  switch (speed.kind) {
    case "utilisation":
    case "byWidth":
      return speed;
    case "achieved": {
      const { likely } = speed.flopPerSecond;
      const carried = carriedSpeed({ achieved: likely, densePeak: own, otherDensePeak: densePeak });
      const carriedFrom = speed.carriedFrom ?? `${accelerator.name}, ${format}`;
      return { kind: "achieved", flopPerSecond: { likely: carried, input: null }, carriedFrom };
    }
    case "measured": {
      const carriedFrom = speed.carriedFrom ?? `${accelerator.name}, ${format}`;
      return { ...speed, factor: (speed.factor * densePeak) / own, carriedFrom };
    }
  }
}

function moveClass(plan: ResolvedPlan, runClass: RunClass, after: readonly ResolvedCard[]): RunClass {
  const [from, to] = [plan.cards[runClass.card], after[runClass.card]];
  if (from === undefined || to === undefined || from === to) return runClass;
  const { length, work } = runClass.training;
  const generation = work?.generation ?? null;
  const [own, other] = [from, to].map(({ accelerator }) => accelerator.bandwidthBytesPerSecond);
  const speed = (card: ResolvedCard) => passSpeedOf(plan, runClass, card, likelyValues(plan));
  const training = {
    ...runClass.training,
    // What a model takes is operations; work without one is so many hours wherever it is done.
    ...(length.kind === "hours" && runClass.model !== null
      ? { length: { ...length, hours: scaled(length.hours, speed(from) / speed(to)) } }
      : {}),
    ...(work !== undefined && generation !== null && own != null && other != null
      ? {
          work: {
            ...work,
            generation: { ...generation, tokensPerSecond: scaled(generation.tokensPerSecond, other / own) },
          },
        }
      : {}),
  };
  return { ...runClass, training };
}

const scaled = ({ likely, input }: Amount, by: number): Amount =>
  by === 1 ? { likely, input } : { likely: likely * by, input: null };
