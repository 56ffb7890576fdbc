/** Which cards a price list names, and what each name is taken for. */
import type { CardMatch, CardMatcher } from "./cards/match-card.ts";
import type { FoundQuote } from "./found-quote.ts";

export interface CardUse {
  readonly match: CardMatch;
  /** How many quotes name it so. */
  readonly quotes: number;
  /** What it is taken for: as was chosen, else as it is known; null where it is left out or not known. */
  readonly taken: string | null;
  /** Whether somebody has chosen. */
  readonly isChosen: boolean;
}

/** The cards of `found` by the key of their match, those that are asked for first. */
export function cardUses(
  found: readonly FoundQuote[],
  choices: ReadonlyMap<string, string | null>,
  matcher: CardMatcher,
): readonly CardUse[] {
  const uses = new Map<string, { match: CardMatch; quotes: number }>();
  for (const { card } of found) {
    if (card === null) continue;
    const match = matcher.match(card);
    const known = uses.get(match.key);
    if (known === undefined) uses.set(match.key, { match, quotes: 1 });
    else known.quotes += 1;
  }
  const rank = ({ match }: { readonly match: CardMatch }) => ["open", "unknown", "known"].indexOf(match.kind);
  return [...uses.values()]
    .toSorted((a, b) => rank(a) - rank(b))
    .map(({ match, quotes }) => {
      const chosen = choices.get(match.key);
      const taken = chosen === undefined && match.kind === "known" ? match.id : (chosen ?? null);
      return { match, quotes, taken, isChosen: chosen !== undefined };
    });
}
