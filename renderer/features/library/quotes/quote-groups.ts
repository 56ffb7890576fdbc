/** The fields of a quote's form, grouped as an offer is read: what, at which price, who says so. */

import { QUOTE_BASES } from "../../../../shared/money/quote-basis.ts";
import { BASIS_WORDS } from "../../../../shared/money/quote-list.ts";
import { catalogue } from "../../../estimating/catalogue.ts";
import type { Draft, Field } from "../form/draft.ts";
import type { FieldGroup } from "../noun.ts";

const basisOf = (draft: Draft): string => draft.basis || "onDemand";
const isRented = (draft: Draft) => basisOf(draft) !== "purchase";
const isBought = (draft: Draft) => basisOf(draft) === "purchase";
const isCommitted = (draft: Draft) => ["reserved", "block"].includes(basisOf(draft));
const isSpot = (draft: Draft) => basisOf(draft) === "spot";

const number = (path: string, label: string, more: Partial<Field> = {}): Field => ({
  kind: "number",
  path,
  label,
  ...more,
});

const all = (when: NonNullable<Field["when"]>, fields: readonly Field[]): readonly Field[] =>
  fields.map((field) => ({ ...field, when: field.when ?? when }));

export const quoteGroups: readonly FieldGroup[] = [
  {
    title: null,
    fields: [
      { kind: "text", path: "title", label: "Title", placeholder: "Provider, and how it is rented" },
      {
        kind: "quantity",
        path: "price",
        label: "Price of a card-hour",
        help: "Of one card, not of the machine. In doubt: low, likely and high.",
        when: isRented,
      },
      { kind: "text", path: "currency", label: "Currency", help: "Three capital letters, as USD." },
      {
        kind: "select",
        path: "basis",
        label: "Basis",
        none: BASIS_WORDS.onDemand,
        options: QUOTE_BASES.filter((basis) => basis !== "onDemand").map((value) => ({
          value,
          label: BASIS_WORDS[value],
        })),
      },
      {
        kind: "select",
        path: "accelerator",
        label: "Card",
        none: "any card",
        options: [...catalogue.accelerators]
          .sort((a, b) => a.name.localeCompare(b.name, "en"))
          .map(({ id, name }) => ({ value: id, label: name })),
      },
    ],
  },
  {
    title: "Terms of the rental",
    when: isRented,
    fields: all(isRented, [
      number("commitment.cards", "Cards of the commitment", {
        when: isCommitted,
        help: "Reserved: paid whether used or not. A block: bought as a whole.",
      }),
      number("commitment.hours", "Hours of the commitment", {
        when: isCommitted,
        unit: "h",
        help: "A year has 8,760.",
      }),
      {
        kind: "quantity",
        path: "interruptionHours",
        label: "Hours between interruptions",
        unit: "h",
        help: "Mean of one instance.",
        when: isSpot,
      },
      number("billingIncrementMinutes", "Billing increment", { unit: "min", help: "Empty: billed to the second." }),
      { kind: "yesNo", path: "wholeNodes", label: "Whole nodes only" },
      number("cardsPerNode", "Cards in a node", { help: "Empty: as the card’s usual node." }),
      number("minimumCards", "Fewest cards"),
    ]),
  },
  {
    title: "The machines",
    when: isBought,
    fields: all(isBought, [
      number("purchase.nodePrice", "Price of a node", { help: "With its cards." }),
      number("purchase.nodes", "Nodes"),
      number("purchase.cardsPerNode", "Cards in a node"),
      number("purchase.networkShare", "Network", { exponent: -2, unit: "%", help: "Of the nodes’ price. Empty: 0." }),
      number("purchase.lifetimeYears", "Years of use", { unit: "years" }),
      number("purchase.useShare", "Used", {
        exponent: -2,
        unit: "%",
        help: "Of all hours: the price of a card-hour is that of a used one.",
      }),
      number("purchase.residualShare", "Worth at the end", {
        exponent: -2,
        unit: "%",
        help: "Of the price of nodes and network. Empty: 0.",
      }),
    ]),
  },
  {
    title: "Running them",
    when: isBought,
    fields: all(isBought, [
      number("purchase.nodeWatts", "Power of a node", { unit: "W", help: "Host included, all cards at work." }),
      number("purchase.load", "Mean load", { exponent: -2, unit: "%", help: "Of that power. Empty: 100." }),
      number("purchase.pue", "PUE", { help: "Empty: 1." }),
      number("purchase.electricityPerKilowattHour", "Price of a kWh"),
      number("purchase.spacePerNodeYear", "Space of a node for a year", { help: "Empty: 0." }),
      number("purchase.maintenanceShare", "Maintenance of a year", {
        exponent: -2,
        unit: "%",
        help: "Of the price of nodes and network. Empty: 0.",
      }),
      number("purchase.staffPerYear", "Staff for a year", { help: "Empty: 0." }),
    ]),
  },
  {
    title: "What else is charged, and what there is",
    fields: [
      { kind: "quantity", path: "storagePerTBMonth", label: "A TB kept for a month" },
      { kind: "quantity", path: "egressPerTB", label: "A TB sent out" },
      number("cardsAvailable", "Cards available"),
      number("leadTimeDays", "Lead time", { unit: "days" }),
      { kind: "text", path: "region", label: "Region" },
      {
        kind: "quantity",
        path: "utilisation",
        label: "Utilisation",
        help: "Share of the dense peak on these cards, as 0.38. Empty: the plan’s.",
      },
    ],
  },
  {
    title: "Who says so",
    fields: [
      { kind: "text", path: "quotedBy", label: "Quoted by" },
      { kind: "date", path: "date", label: "Quoted on", placeholder: "2026-11-22", help: "As YYYY-MM-DD." },
      { kind: "date", path: "validUntil", label: "Valid until", placeholder: "2026-12-31", help: "That day included." },
      { kind: "longText", path: "source", label: "Source", placeholder: "Who says so: e-mail, address, price list" },
      { kind: "file", path: "attachment", label: "File", help: "The offer itself: PDF or e-mail, at most 10 MB." },
      { kind: "longText", path: "note", label: "Note" },
    ],
  },
];

/** Objects that a form empties are left out. */
export function withoutEmpty(form: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(form).filter(
      ([, value]) => typeof value !== "object" || value === null || Object.keys(value).length > 0,
    ),
  );
}
