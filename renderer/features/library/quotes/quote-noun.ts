import { defaultSettings } from "../../../../shared/contract/methods/settings.ts";
import { type LibraryQuote, libraryQuoteSchema } from "../../../../shared/money/library-quote.ts";
import { listedQuote } from "../../../../shared/money/quote-list.ts";
import { catalogue } from "../../../estimating/catalogue.ts";
import { quoteKind } from "../../../library/kinds.ts";
import type { Noun } from "../noun.ts";
import { quoteGroups, withoutEmpty } from "./quote-groups.ts";

const names = new Map(catalogue.accelerators.map(({ id, name }) => [id, name]));

/** A card as the catalogue calls it. */
export const cardName = (id: string): string => names.get(id) ?? id;

export const quoteNoun: Noun<LibraryQuote> = {
  kind: quoteKind,
  schema: libraryQuoteSchema,
  one: "quote",
  withArticle: "a quote",
  many: "quotes",
  usedAt: "quotes",
  titleOf: ({ title }) => title,
  words: (quote) => listedQuote(quote, { cardName, today: "", staleAfterDays: 0 }).text,
  retitled: (value, title) => ({ ...value, title }),
  blank: { currency: defaultSettings.currency },
  toForm: (value) => value,
  fromForm: withoutEmpty,
  groups: quoteGroups,
};
