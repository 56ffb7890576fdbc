/** Flopsheet's own table of quotes: a column for every field of the library, to fill in a spreadsheet. */
import { z } from "zod";
import { type LibraryQuote, libraryQuoteSchema } from "../../../money/library-quote.ts";
import { type Field, toCsv } from "../../csv/csv.ts";
import type { StatedCard } from "../cards/match-card.ts";
import { columnIndex, fieldAt, headingKey, type Recognised } from "../columns.ts";
import { type RowReading, skippedFor } from "../found-quote.ts";
import { type DecimalMark, readAmount } from "../read-amount.ts";

/** How the field of a column is read. A quantity is a number, or "low; likely; high". */
type Kind = "text" | "number" | "quantity" | "yesNo";

interface TemplateColumn {
  readonly path: string;
  readonly kind: Kind;
}

const columns = (kind: Kind, ...paths: string[]): TemplateColumn[] => paths.map((path) => ({ path, kind }));

/** The columns by the paths of the fields; the attachment is a file and has none. */
export const TEMPLATE_COLUMNS: readonly TemplateColumn[] = [
  ...columns("text", "title", "quotedBy", "basis", "accelerator"),
  ...columns("quantity", "price"),
  ...columns("text", "currency", "region", "date", "validUntil"),
  ...columns("number", "commitment.cards", "commitment.hours", "billingIncrementMinutes"),
  ...columns("yesNo", "wholeNodes"),
  ...columns("number", "cardsPerNode", "minimumCards", "cardsAvailable", "leadTimeDays"),
  ...columns("quantity", "interruptionHours", "storagePerTBMonth", "egressPerTB", "utilisation"),
  ...columns("number", "purchase.nodePrice", "purchase.nodes", "purchase.cardsPerNode", "purchase.networkShare"),
  ...columns("number", "purchase.nodeWatts", "purchase.load", "purchase.pue", "purchase.electricityPerKilowattHour"),
  ...columns("number", "purchase.spacePerNodeYear", "purchase.maintenanceShare", "purchase.staffPerYear"),
  ...columns("number", "purchase.lifetimeYears", "purchase.residualShare", "purchase.useShare"),
  ...columns("text", "source", "note"),
];

/** Rows whose title begins so are the template's own and no quotes. */
const EXAMPLE = "Example:";

const EXAMPLES: readonly LibraryQuote[] = [
  {
    title: `${EXAMPLE} eight H100 by the hour`,
    quotedBy: "Your provider",
    basis: "onDemand",
    accelerator: "h100-sxm",
    price: { low: 2.5, likely: 3, high: 3.2 },
    currency: "USD",
    region: "eu-north1",
    date: "2026-11-22",
    wholeNodes: true,
    cardsPerNode: 8,
    source: "https://example.com/prices",
  },
  {
    title: `${EXAMPLE} reserved for a year`,
    quotedBy: "Another provider",
    basis: "reserved",
    accelerator: "h100-sxm",
    price: 2.1,
    currency: "USD",
    date: "2026-11-03",
    validUntil: "2026-12-31",
    commitment: { cards: 64, hours: 8760 },
    source: "e-mail of 3 November",
    note: "Rows whose title begins with Example: are left out.",
  },
];

/** The file to fill in: every column, and two examples that are left out when it is imported. */
export const templateCsv = (): string => quotesToCsv(EXAMPLES);

/** Quotes as the template has them. Where a range comes from, and the attached file, have no column. */
export function quotesToCsv(quotes: readonly LibraryQuote[]): string {
  const rows = quotes.map((quote) => TEMPLATE_COLUMNS.map(({ path }) => written(valueAt(quote, path))));
  return toCsv([TEMPLATE_COLUMNS.map(({ path }) => path), ...rows]);
}

function valueAt(quote: LibraryQuote, path: string): unknown {
  let value: unknown = quote;
  for (const key of path.split(".")) {
    value = typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
  }
  return value;
}

function written(value: unknown): Field {
  if (value === undefined) return null;
  if (typeof value === "string" || typeof value === "number") return value;
  if (typeof value === "boolean") return value ? "yes" : "no";
  const range = rangeSchema.safeParse(value);
  return range.success ? `${range.data.low}; ${range.data.likely}; ${range.data.high}` : null;
}

const rangeSchema = z.object({ low: z.number(), likely: z.number(), high: z.number() });

/** The reader of a table whose every heading is a column of the template; null where it is another. */
export function recogniseTemplate(headings: readonly string[]): Recognised | null {
  const index = columnIndex(headings);
  const known = new Map(TEMPLATE_COLUMNS.map((column) => [headingKey(column.path), column]));
  const isOurs = [...index.keys()].every((key) => known.has(key));
  if (!isOurs || !index.has("title") || !(index.has("price") || index.has("purchasenodeprice"))) return null;
  const used = [...index].flatMap(([key, at]) => {
    const column = known.get(key);
    return column === undefined ? [] : [{ ...column, at }];
  });
  const isNumeric = ({ kind }: TemplateColumn) => kind === "number" || kind === "quantity";
  return {
    read: (fields, line, mark) => readRow(fields, line, mark, used),
    columns: used.map(({ path, at }) => ({ heading: headings[at] ?? "", as: path })),
    priceColumns: used.filter(isNumeric).map(({ at }) => at),
  };
}

function readRow(
  fields: readonly string[],
  line: number,
  mark: DecimalMark | null,
  used: readonly (TemplateColumn & { readonly at: number })[],
): RowReading {
  const value: Record<string, unknown> = {};
  const problems: string[] = [];
  for (const { path, kind, at } of used) {
    const field = withoutGuard(fieldAt(fields, at));
    if (field === "") continue;
    const read = kind === "text" ? field : readAs(kind, field, mark);
    if (typeof read === "object" && "problem" in read) problems.push(`${path}: ${read.problem}`);
    else put(value, path, read);
  }
  if (String(value.title ?? "").startsWith(EXAMPLE)) return skippedFor("It is an example of the template.");
  if (value.title === undefined) problems.unshift("title is blank");
  if (problems.length > 0) return skippedFor(`${problems.join("; ")}.`);
  const { accelerator, ...others } = value;
  return checkedReading(others, line, accelerator === undefined ? {} : { card: cardNamed(String(accelerator)) });
}

/** A card's id, or its name as people write it: which it is, is found out as with every other table. */
const cardNamed = (name: string): StatedCard => ({ name, memoriesGB: [], instance: null });

/** A row whose fields are read, held against the library's own rules. */
export function checkedReading(
  value: Readonly<Record<string, unknown>>,
  line: number,
  more: Partial<RowReading["quotes"][number]> = {},
): RowReading {
  // Of which currency the prices are may be said for the whole file.
  const checked = libraryQuoteSchema.safeParse({ currency: "USD", ...value });
  if (!checked.success) {
    const said = checked.error.issues.map(
      ({ path, message }) => `${path.join(".")}: ${message.replace(/^Allowed: /, "allowed is ")}`,
    );
    return skippedFor(`${[...new Set(said)].join("; ")}.`);
  }
  const { currency, ...fields } = checked.data;
  return {
    quotes: [
      {
        line,
        provider: null,
        instance: null,
        card: null,
        fields: value.currency === undefined ? fields : { ...fields, currency },
        ...more,
      },
    ],
    reasons: [],
  };
}

/** The apostrophe that keeps a spreadsheet from taking text for a formula. */
const withoutGuard = (field: string): string => (/^'[=+\-@]/.test(field) ? field.slice(1) : field);

type ReadField = number | boolean | { readonly low: number; readonly likely: number; readonly high: number };

function readAs(
  kind: Exclude<Kind, "text">,
  field: string,
  mark: DecimalMark | null,
): ReadField | { readonly problem: string } {
  if (kind === "yesNo") {
    if (/^(?:yes|true|1)$/i.test(field)) return true;
    return /^(?:no|false|0)$/i.test(field) ? false : { problem: `“${field}” is neither yes nor no` };
  }
  const numbers = kind === "quantity" ? field.split(";") : [field];
  const read = numbers.map((number) => readShare(number, mark));
  const wrong = read.find((one) => typeof one !== "number");
  if (wrong !== undefined) return wrong;
  const [low, likely, high] = read.filter((one) => typeof one === "number");
  if (low === undefined || read.length === 2 || read.length > 3) {
    return { problem: `“${field}” is neither a number nor three, as low; likely; high` };
  }
  return likely === undefined || high === undefined ? low : { low, likely, high };
}

/** A number; "35 %" is 0.35. */
function readShare(field: string, mark: DecimalMark | null): number | { readonly problem: string } {
  const percent = /^(.*\S)\s*%$/.exec(field.trim());
  const read = readAmount(percent?.[1] ?? field, mark);
  if (!read.ok) return { problem: read.error };
  return percent === null ? read.value.value : Number((read.value.value / 100).toPrecision(15));
}

function put(value: Record<string, unknown>, path: string, read: unknown): void {
  const [key = "", inner] = path.split(".");
  if (inner === undefined) value[key] = read;
  else value[key] = { ...(value[key] as object | undefined), [inner]: read };
}
