/** Comma-separated values, RFC 4180, safe to open in a spreadsheet. */

/** A field: a number is written as a number, everything else as text. */
export type Field = string | number | null;

/** Text that a spreadsheet would take for a formula or a command; some take the wide signs of East Asian type, too. */
const DANGEROUS = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/** The same behind a sign that a spreadsheet of another language parts fields with. */
const DANGEROUS_INSIDE = /([;\t] *)(?=[=+\-@\uff1d\uff0b\uff0d\uff20])/g;

/**
 * Records as text: fields quoted where they must be, lines ended by CRLF, short records filled up, so that every record
 * has as many fields as the longest.
 *
 * Text that starts with =, +, -, @, a tab or a line break gets an apostrophe in front, which makes it text in every
 * spreadsheet, and so does what starts so behind a semicolon or a tab; fields with one of these are quoted. Numbers, negative ones too, stay numbers.
 *
 * @example toCsv([["a, b", -1], ["=1+1"]]) // '"a, b",-1\r\n\'=1+1,\r\n'
 */
export function toCsv(records: readonly (readonly Field[])[]): string {
  const width = records.reduce((most, record) => Math.max(most, record.length), 0);
  return records.map((record) => `${filled(record, width).map(fieldText).join(",")}\r\n`).join("");
}

const filled = (record: readonly Field[], width: number): readonly Field[] => [
  ...record,
  ...new Array<null>(width - record.length).fill(null),
];

function fieldText(field: Field): string {
  if (field === null) return "";
  if (typeof field === "number") return String(field);
  const inside = field.replaceAll(DANGEROUS_INSIDE, "$1'");
  const safe = DANGEROUS.test(field) ? `'${inside}` : inside;
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
