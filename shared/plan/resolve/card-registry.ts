import type { ResolvedCard } from "../resolved.ts";

/** The distinct cards of a plan: the same accelerator at another speed, format or price is another card. */
export class CardRegistry {
  readonly cards: ResolvedCard[] = [];
  readonly #index = new Map<string, number>();

  register(card: ResolvedCard): number {
    const { accelerator, format, speed, speedIsDefault, cardsPerNode, quote } = card;
    const key = JSON.stringify([
      accelerator.id,
      accelerator.densePeak,
      format,
      speed,
      speedIsDefault,
      cardsPerNode,
      quote,
    ]);
    const known = this.#index.get(key);
    if (known !== undefined) return known;
    const index = this.cards.push(card) - 1;
    this.#index.set(key, index);
    return index;
  }
}
