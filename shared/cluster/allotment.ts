import type { Job } from "./job.ts";
import type { Machine, Reliability } from "./machine.ts";
import { hoursOnce, runHours } from "./run-hours.ts";

/** What one run of a job is given. */
export interface Allotment {
  /** Cards that it computes on. */
  readonly cards: number;
  /** Cards that it holds: the same within a node, whole nodes beyond. */
  readonly held: number;
  readonly hours: number;
}

/** Cards that a run of so many keeps from others. */
export const heldCards = (cards: number, cardsPerNode: number): number =>
  cards <= cardsPerNode ? cards : Math.ceil(cards / cardsPerNode) * cardsPerNode;

/** The largest run that a cluster can take: within its largest node, or over all its whole nodes. */
export const largestRun = ({ cards, cardsPerNode }: Machine): number =>
  cards < cardsPerNode ? cards : cards - (cards % cardsPerNode);

/** Two times that differ by no more than rounding meet the same deadline. */
export const TIE = 1e-9;

/**
 * The choices of cards that one job has on a machine. Beyond a node a run uses all the cards that it holds, as far as it can.
 *
 * More cards are faster only up to a point where speed-up is lost or cards fail: `fastest` is the best there is on the machine,
 * and no choice beyond it is looked at. Up to there, time falls with every card.
 */
export class Choices {
  readonly fewest: Allotment;
  readonly fastest: Allotment;
  private readonly job: Job;
  private readonly cardsPerNode: number;
  private readonly reliability: Reliability | null;
  private readonly exponent: number;
  private readonly hoursOn: (cards: number) => number;

  /** @param mostHeld the largest run of the machine, at least the held cards of the job's fewest */
  constructor(job: Job, cardsPerNode: number, mostHeld: number, reliability: Reliability | null) {
    this.job = job;
    this.cardsPerNode = cardsPerNode;
    this.reliability = reliability;
    this.exponent = 1 / (1 + Math.log2(1 - job.lossPerDoubling));
    this.hoursOn = hoursOnce(job, reliability);
    this.fewest = this.on(job.minCards);
    const top = this.on(Math.min(job.maxCards, mostHeld));
    this.fastest = reliability === null && job.lossPerDoubling < 0.5 ? top : this.fastestUpTo(top);
  }

  /** The fewest cards on which a run takes at most `deadline` hours; the fastest choice where none does. */
  within(deadline: number): Allotment {
    const enough = deadline * (1 + TIE);
    if (this.fewest.hours <= enough) return this.fewest;
    if (this.fastest.hours > enough) return this.fastest;
    // Failures only lengthen a run, so that each guess is at most the answer, and the next one lies nearer to it.
    let cards = this.cardsWithoutFailures(enough);
    for (;;) {
      const choice = this.on(cards);
      if (choice.hours <= enough) return choice;
      if (choice.cards >= this.fastest.cards) return this.fastest;
      cards = Math.max(choice.cards + 1, this.cardsWithoutFailures(enough * this.goodputOf(choice)));
    }
  }

  /** The choice of at least so many cards. */
  on(cards: number): Allotment {
    const held = heldCards(cards, this.cardsPerNode);
    const used = Math.min(held, this.job.maxCards);
    return { cards: used, held, hours: this.hoursOn(used) };
  }

  private goodputOf({ cards, hours }: Allotment): number {
    return this.reliability === null ? 1 : runHours(this.job, cards, null) / hours;
  }

  private cardsWithoutFailures(deadline: number): number {
    const { minCards, work } = this.job;
    const ratio = work / (minCards * deadline);
    const cards = Math.ceil(minCards * ratio ** this.exponent * (1 - TIE));
    return Math.min(Math.max(cards, minCards), this.fastest.cards);
  }

  /** Time over cards falls, then rises: bisection on whether one step more is still faster. */
  private fastestUpTo(top: Allotment): Allotment {
    const node = this.cardsPerNode;
    const { minCards } = this.job;
    const inNode = Math.max(Math.min(node, top.cards) - minCards + 1, 0);
    const firstNodes = inNode > 0 ? 2 : Math.ceil(minCards / node);
    const step = (index: number) => this.on(index < inNode ? minCards + index : (firstNodes + index - inNode) * node);
    let low = 0;
    let high = inNode + Math.max(Math.ceil(top.cards / node) - firstNodes, -1);
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (step(middle + 1).hours < step(middle).hours) low = middle + 1;
      else high = middle;
    }
    return step(low);
  }
}
