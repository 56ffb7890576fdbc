import { defaultSettings } from "../../../../shared/contract/methods/settings.ts";
import { type LibraryQuote, libraryQuoteSchema } from "../../../../shared/money/library-quote.ts";
import { catalogue } from "../../../estimating/catalogue.ts";
import { quoteKind } from "../../../library/kinds.ts";
import type { Noun } from "../noun.ts";

const cardName = (id: string | undefined): string =>
  id === undefined ? "" : (catalogue.accelerators.find((card) => card.id === id)?.name ?? id);

export const quoteNoun: Noun<LibraryQuote> = {
  kind: quoteKind,
  schema: libraryQuoteSchema,
  one: "quote",
  withArticle: "a quote",
  many: "quotes",
  usedAt: "quotes",
  titleOf: ({ title }) => title,
  words: ({ title, accelerator, currency, date, source, note }) =>
    [title, accelerator, cardName(accelerator), currency, date, source, note].filter(Boolean).join(" "),
  retitled: (value, title) => ({ ...value, title }),
  blank: { currency: defaultSettings.currency },
  toForm: (value) => value,
  fromForm: (form) => form,
  groups: [
    {
      title: null,
      fields: [
        { kind: "text", path: "title", label: "Title", placeholder: "Provider, and how it is rented" },
        {
          kind: "quantity",
          path: "price",
          label: "Price of a card-hour",
          help: "Of one card, not of the machine. In doubt: low, likely and high.",
        },
        { kind: "text", path: "currency", label: "Currency", help: "Three capital letters, as USD." },
        {
          kind: "select",
          path: "accelerator",
          label: "Card",
          none: "any card",
          options: [...catalogue.accelerators]
            .sort((a, b) => a.name.localeCompare(b.name, "en"))
            .map(({ id, name }) => ({ value: id, label: name })),
        },
        {
          kind: "date",
          path: "date",
          label: "Quoted on",
          placeholder: "2026-11-22",
          help: "As YYYY-MM-DD. After 12 months a price counts as old.",
        },
        { kind: "longText", path: "source", label: "Source", placeholder: "Who says so: e-mail, address, price list" },
        { kind: "longText", path: "note", label: "Note" },
      ],
    },
  ],
};
