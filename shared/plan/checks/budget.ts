import { DEFAULT_MONTHS } from "../../money/budget/budget-fields.ts";
import { fteYearsOf, TIME_UNITS } from "../../money/budget/fte-years.ts";
import { MONTHS_PER_YEAR } from "../../units/constants.ts";
import { exact } from "../../units/format/exact.ts";
import { DEFAULT_CURRENCY } from "../defaults.ts";
import type { DocumentPath, Fault } from "../fault.ts";
import type { Check } from "./context.ts";
import { unknownName } from "./unknown-name.ts";

/** A budget names a layout and headings that there are, keeps to its grant years, and has a rate for every currency. */
export const checkBudget: Check = (context) => [
  ...layout(context),
  ...years(context),
  ...people(context),
  ...shares(context),
  ...currencies(context),
];

const layout: Check = ({ document: { budget }, catalogue }) => {
  if (budget === undefined) return [];
  const ids = catalogue.funders.map(({ id }) => id);
  const known = catalogue.funders.find(({ id }) => id === budget.layout);
  if (known === undefined)
    return [unknownName(["budget", "layout"], budget.layout, "funder layout of the catalogue", ids)];
  const codes = new Set(known.headings.map(({ code }) => code));
  const named: [DocumentPath, string | undefined][] = [
    ...ESTIMATED.map((key): [DocumentPath, string | undefined] => [["budget", key], budget[key]?.funderCode]),
    ...(budget.lines ?? []).map(({ funderCode }, index): [DocumentPath, string | undefined] => [
      ["budget", "lines", index],
      funderCode,
    ]),
  ];
  return named.flatMap(([path, code]) =>
    code === undefined || codes.has(code)
      ? []
      : [unknownName([...path, "funderCode"], code, `heading of the layout ${known.id}`, codes)],
  );
};

const ESTIMATED = ["computeLines", "storageLine", "egressLine"] as const;

const years: Check = ({ document: { budget } }) => {
  const last = Math.ceil((budget?.months ?? DEFAULT_MONTHS) / MONTHS_PER_YEAR);
  return (budget?.lines ?? []).flatMap(({ year }, index): Fault[] =>
    typeof year !== "number" || year <= last
      ? []
      : [
          {
            path: ["budget", "lines", index, "year"],
            message: `The grant has ${exact(last)} ${last === 1 ? "year" : "years"}`,
            value: year,
            allowed: `a grant year from 1 to ${exact(last)}, or every`,
          },
        ],
  );
};

/** Where estates and indirect costs go by full-time year, what people work is counted in time. */
const people: Check = ({ document: { budget }, catalogue }) => {
  const known = catalogue.funders.find(({ id }) => id === budget?.layout);
  if (known?.indirect.kind !== "perFteYear" || (budget?.indirect?.base ?? "layout") !== "layout") return [];
  return (budget?.lines ?? []).flatMap(({ category, unit, inIndirectBase }, index): Fault[] =>
    category !== "people" || unit === undefined || inIndirectBase === false || fteYearsOf(unit) !== null
      ? []
      : [
          {
            path: ["budget", "lines", index, "unit"],
            message: `${known.title} counts estates and indirect costs by full-time year, and ${unit} is no time`,
            value: unit,
            allowed: TIME_UNITS,
            hint: "Or set inIndirectBase to false, so that the line bears none.",
          },
        ],
  );
};

/** How far a sum of shares may be from 1: thirds written with six digits. */
const NEARLY = 1e-4;

const shares: Check = ({ document: { budget } }) => {
  const stated = budget?.computeLines?.shares;
  if (stated === undefined) return [];
  const path = ["budget", "computeLines", "shares"];
  const last = Math.ceil((budget?.months ?? DEFAULT_MONTHS) / MONTHS_PER_YEAR);
  const sum = stated.reduce((total, share) => total + share, 0);
  const allowed = `${exact(last)} ${last === 1 ? "share" : "shares"} that add up to 1`;
  if (stated.length > last) return [{ path, message: "More shares than grant years", value: stated, allowed }];
  if (Math.abs(sum - 1) <= NEARLY) return [];
  return [{ path, message: `The shares add up to ${exact(Number(sum.toPrecision(6)))}`, value: stated, allowed }];
};

const currencies: Check = ({ document, lacks }) => {
  const { budget } = document;
  if (budget === undefined || lacks(["exchangeRates"])) return [];
  const own = document.currency ?? DEFAULT_CURRENCY;
  const known = new Set([own, ...(document.exchangeRates ?? []).map(({ currency }) => currency)]);
  const named: [DocumentPath, string | undefined][] = [
    [["budget", "currency"], budget.currency],
    ...(budget.lines ?? []).map(({ currency }, index): [DocumentPath, string | undefined] => [
      ["budget", "lines", index, "currency"],
      currency,
    ]),
  ];
  return named.flatMap(([path, currency]): Fault[] =>
    currency === undefined || known.has(currency)
      ? []
      : [
          {
            path,
            message: `There is no exchange rate of ${currency}`,
            value: currency,
            allowed: [...known].join(", "),
            hint: `Add ${currency} to exchangeRates with its rate and date.`,
          },
        ],
  );
};
