/** What a schedule makes of rented cards: how many are at work when. */
export interface RentalUsage {
  /** Card-hours of the work itself, what interruptions made it do again left out. */
  readonly workCardHours: number;
  /** Card-hours that interruptions cost on top: work done again, checkpoints, restarts. 0 where nothing is interrupted. */
  readonly lostCardHours: number;
  /** Card-hours that runs take more because they are spread over more cards than their fewest. 0 where a speed-up is linear. */
  readonly spreadCardHours: number;
  /** When how many cards are at work, in order of time, none overlapping another. Before, between and behind them none is. */
  readonly stretches: readonly UsageStretch[];
  readonly storageTBMonths: number;
  /** Sent out of the provider's network. */
  readonly egressTB: number;
}

export interface UsageStretch {
  readonly fromHours: number;
  /** Above `fromHours`. */
  readonly toHours: number;
  /** At work throughout, above 0. */
  readonly cards: number;
}

/** Work of which several parts run beside each other. */
interface TimedCards {
  readonly fromHours: number;
  readonly toHours: number;
  readonly cards: number;
}

/**
 * How many cards are at work when, of parts that may overlap.
 *
 * @example stretchesOf([{ fromHours: 0, toHours: 4, cards: 8 }, { fromHours: 2, toHours: 6, cards: 4 }])
 * // 8 cards to hour 2, 12 to hour 4, 4 to hour 6
 */
export function stretchesOf(parts: readonly TimedCards[]): UsageStretch[] {
  const change = new Map<number, number>();
  const add = (hour: number, cards: number) => change.set(hour, (change.get(hour) ?? 0) + cards);
  for (const { fromHours, toHours, cards } of parts) {
    add(fromHours, cards);
    add(toHours, -cards);
  }
  const hours = [...change.keys()].sort((a, b) => a - b);
  const stretches: UsageStretch[] = [];
  let cards = 0;
  for (const [index, fromHours] of hours.entries()) {
    cards += change.get(fromHours) ?? 0;
    const toHours = hours[index + 1];
    const last = stretches.at(-1);
    if (toHours === undefined || cards <= 0) continue;
    if (last?.toHours === fromHours && last.cards === cards) {
      stretches[stretches.length - 1] = { ...last, toHours };
    } else {
      stretches.push({ fromHours, toHours, cards });
    }
  }
  return stretches;
}
