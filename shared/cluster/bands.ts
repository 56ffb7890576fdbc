/** From the parts of a schedule to the bands of its timeline: how many cards each stage has in use, hour by hour. */

/** What of a schedule's segment is drawn: so many runs of a job on so many cards in all, over a time. */
interface Part {
  readonly job: number;
  readonly fromHours: number;
  readonly toHours: number;
  readonly runs: number;
  readonly cards: number;
}

/** A time over which a stage has the same runs on the same number of cards. */
export interface BandStep {
  readonly fromHours: number;
  readonly toHours: number;
  readonly runs: number;
  readonly cards: number;
}

/** A stage's steps in the order of time; between two of them it may have nothing to do. */
export interface Band {
  readonly stage: number;
  readonly steps: readonly BandStep[];
}

/** Times closer than this part of the whole are the same moment: sums of hours differ in their last digits. */
const SAME_MOMENT = 1e-9;

/**
 * A band a stage that has anything to do, in the stages' order. The cards of all bands at a time are those that the schedule uses then.
 *
 * @param stageOf the stage of each job
 * @example bandsOf([{job: 0, fromHours: 0, toHours: 2, runs: 3, cards: 24}], [1]) // [{stage: 1, steps: [{0 to 2 h, 3 runs, 24 cards}]}]
 */
export function bandsOf(parts: readonly Part[], stageOf: readonly number[]): readonly Band[] {
  const changes = new Map<number, { readonly at: number; readonly runs: number; readonly cards: number }[]>();
  let end = 0;
  for (const { job, fromHours, toHours, runs, cards } of parts) {
    if (toHours <= fromHours) continue;
    const stage = stageOf[job] ?? 0;
    const own = changes.get(stage) ?? [];
    own.push({ at: fromHours, runs, cards }, { at: toHours, runs: -runs, cards: -cards });
    changes.set(stage, own);
    end = Math.max(end, toHours);
  }
  return [...changes]
    .sort(([a], [b]) => a - b)
    .map(([stage, own]) => ({ stage, steps: stepsOf(own, end * SAME_MOMENT) }))
    .filter(({ steps }) => steps.length > 0);
}

function stepsOf(
  changes: readonly { readonly at: number; readonly runs: number; readonly cards: number }[],
  sameMoment: number,
): readonly BandStep[] {
  const steps: BandStep[] = [];
  let [runs, cards, since] = [0, 0, 0];
  for (const change of [...changes].sort((a, b) => a.at - b.at)) {
    if (change.at - since > sameMoment) {
      const last = steps.at(-1);
      if (last !== undefined && last.toHours === since && last.cards === cards && last.runs === runs) {
        steps[steps.length - 1] = { ...last, toHours: change.at };
      } else if (cards > 0) steps.push({ fromHours: since, toHours: change.at, runs, cards });
      since = change.at;
    }
    runs += change.runs;
    cards += change.cards;
  }
  return steps;
}
