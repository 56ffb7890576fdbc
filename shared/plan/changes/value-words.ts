/** Values of a plan in words of a sentence. */
import { exact, fixed } from "../../units/format/exact.ts";
import { scientific, superscript } from "../../units/format/significant.ts";
import { numberText as asWritten } from "../edit/write-value.ts";
import { variableTitle } from "../resolve/input-titles.ts";
import { shorten } from "../text/document-path.ts";
import { describeRange } from "../typed/value-range.ts";
import { memberOf } from "../value-at.ts";

/** How the value of a field is written: its unit, or what it is. */
type Kind = "money" | "share" | "flopPerSecond" | "text" | { readonly unit: string } | null;

const KINDS: Readonly<Record<string, Kind>> = {
  price: "money",
  ceiling: "money",
  nodePrice: "money",
  electricityPerKilowattHour: "money",
  spacePerNodeYear: "money",
  staffPerYear: "money",
  storagePerTBMonth: "money",
  egressPerTB: "money",
  networkShare: "share",
  maintenanceShare: "share",
  residualShare: "share",
  useShare: "share",
  utilisation: "share",
  share: "share",
  at: "share",
  indirectRate: "share",
  estatesPerFteYear: "money",
  indirectsPerFteYear: "money",
  equipmentThreshold: "money",
  subawardCap: "money",
  months: { unit: "months" },
  reruns: "share",
  probability: "share",
  achieved: "flopPerSecond",
  steps: { unit: "steps" },
  tokens: { unit: "tokens" },
  epochs: { unit: "passes over the data" },
  examples: { unit: "examples" },
  ratio: { unit: "tokens per parameter" },
  billingIncrementMinutes: { unit: "min" },
  leadTimeDays: { unit: "days" },
  interruptionHours: { unit: "h" },
  lifetimeYears: { unit: "years" },
  dataTB: { unit: "TB" },
  egressTB: { unit: "TB" },
  watts: { unit: "W" },
  nodeWatts: { unit: "W" },
  flop: { unit: "FLOP" },
  lossPerDoubling: "share",
  hoursPerWeek: { unit: "h" },
  queueWaitHours: { unit: "h" },
  cardMtbfHours: { unit: "h" },
  checkpointWriteMinutes: { unit: "min" },
  restartMinutes: { unit: "min" },
  title: "text",
  subtitle: "text",
  funder: "text",
  note: "text",
  region: "text",
  quotedBy: "text",
  source: "text",
  label: "text",
};

/** Words of a closed list that are not the words of a sentence. */
const OPTIONS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  policy: { shortest: "shortest", priority: "by priority", sequence: "one after another" },
};

const LONGEST_TEXT = 60;
const MOST_LISTED = 4;

/** A value in two parts, so that two of them can share the unit. */
export interface Worded {
  readonly digits: string;
  readonly unit: string;
}

/** Whether the field holds running text, which is quoted or only said to have changed. */
export const isText = (field: string): boolean => KINDS[field] === "text";

/**
 * The value of `field`, short and in one line.
 *
 * @example valueWords("utilisation", 0.3, "USD")    // {digits: "30", unit: "%"}
 * @example valueWords("price", { low: 2, likely: 3, high: 3.5 }, "USD") // {digits: "2.00–3.50, likely 3.00", unit: "USD"}
 */
export function valueWords(field: string, value: unknown, currency: string): Worded {
  const kind = KINDS[field] ?? null;
  if (typeof value === "number") return numberWords(kind, value, currency);
  const option = typeof value === "string" ? OPTIONS[field]?.[value] : undefined;
  if (option !== undefined) return plain(option);
  if (typeof value === "string") return plain(kind === null ? shorten(value, LONGEST_TEXT) : quotedText(value));
  if (typeof value === "boolean") return plain(value ? "yes" : "no");
  if (Array.isArray(value)) return plain(listWords(value));
  const ratio = memberOf(value, "ratio");
  if (ratio !== undefined) return valueWords("ratio", ratio, currency);
  const use = memberOf(value, "use");
  if (typeof use === "string") return plain(shorten(variableTitle(use), LONGEST_TEXT));
  if (memberOf(value, "likely") !== undefined) return rangeWords(field, value, currency);
  const byWidth = memberOf(value, "byWidth");
  if (Array.isArray(byWidth)) return plain(`a table of ${exact(byWidth.length)} widths`);
  const by = memberOf(value, "by");
  if (typeof by === "string") return plain(`a number for each ${shorten(by, LONGEST_TEXT)}`);
  const name = memberOf(value, "name") ?? memberOf(value, "title") ?? memberOf(value, "id") ?? memberOf(value, "unit");
  if (typeof name === "string") return plain(shorten(name, LONGEST_TEXT));
  return plain(value === null ? "none" : "another value");
}

/** `before` and `after` with "to" between them, a unit that both have once. */
export function fromTo(before: Worded, after: Worded): string {
  return before.unit === after.unit
    ? `${before.digits} to ${written(after)}`
    : `${written(before)} to ${written(after)}`;
}

export const written = ({ digits, unit }: Worded): string => (unit === "" ? digits : `${digits} ${unit}`);

/** A text in quotation marks, cut where it is long. */
export const quotedText = (text: string): string => `“${shorten(text.replace(/\s+/g, " "), LONGEST_TEXT)}”`;

/** "a", "a and b", "a, b and c". */
export function listed(items: readonly string[]): string {
  const last = items.at(-1) ?? "";
  return items.length < 2 ? last : `${items.slice(0, -1).join(", ")} and ${last}`;
}

/** Values or names of a list: each where they are few, as a range where they are one, else how many. */
export function listWords(values: readonly unknown[], what = "values"): string {
  const range = values.length > MOST_LISTED ? describeRange(values) : null;
  if (range !== null) return range;
  if (values.length > MOST_LISTED) return `${exact(values.length)} ${what}`;
  return values.length === 0 ? `no ${what}` : listed(values.map(itemWords));
}

/** One value of an axis, or the label of its row. */
export function itemWords(item: unknown): string {
  if (typeof item === "number") return asWritten(item);
  if (typeof item !== "object" || item === null) return shorten(String(item).replace(/\s+/g, " "), LONGEST_TEXT);
  const name = ["label", "title", "name", "id"]
    .map((key) => memberOf(item, key))
    .find((key) => typeof key === "string");
  return typeof name === "string" ? shorten(name, LONGEST_TEXT) : "another value";
}

function rangeWords(field: string, value: unknown, currency: string): Worded {
  const [low, likely, high] = ["low", "likely", "high"].map((name) =>
    valueWords(field, memberOf(value, name), currency),
  );
  return { digits: `${low?.digits}–${high?.digits}, likely ${likely?.digits}`, unit: likely?.unit ?? "" };
}

function numberWords(kind: Kind, value: number, currency: string): Worded {
  if (kind === "money") return { digits: moneyText(value), unit: currency };
  if (kind === "share") return { digits: numberText(Number((value * 100).toPrecision(PRECISE))), unit: "%" };
  if (kind === "flopPerSecond") return { digits: numberText(value), unit: "FLOP/s" };
  return { digits: numberText(value), unit: kind === null || kind === "text" ? "" : kind.unit };
}

const PRECISE = 12;
const plain = (digits: string): Worded => ({ digits, unit: "" });

/** To the cent, or with every digit where the cent is too coarse; large round sums without cents. */
function moneyText(value: number): string {
  const cents = value * 100;
  if (Math.abs(cents - Math.round(cents)) > 1e-9 * Math.max(1, Math.abs(cents))) return exact(value);
  return Number.isInteger(value) && value >= LEAST_ROUND ? exact(value) : fixed(value, 2);
}

const LEAST_ROUND = 1_000;
const LEAST_POWER = 1e9;
const MOST_SMALL = 1e-3;

/** In full, or with a power of ten: of a thousand's powers for large numbers. */
function numberText(value: number): string {
  const size = Math.abs(value);
  if (!Number.isFinite(value) || size === 0 || (size < LEAST_POWER && size >= MOST_SMALL)) return exact(value);
  const { exponent } = scientific(value, PRECISE);
  const power = size >= LEAST_POWER ? exponent - (exponent % 3) : exponent;
  return `${exact(Number((value / 10 ** power).toPrecision(PRECISE)))} × 10${superscript(power)}`;
}
