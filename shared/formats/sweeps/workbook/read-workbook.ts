/** Reads a table of runs from an Excel workbook (.xlsx): the first sheet, as it was last calculated. */
import type { Result } from "../../../lib/result.ts";
import type { PlanFault } from "../../../plan/fault.ts";
import { plain } from "../expression.ts";
import { Notes } from "../notes.ts";
import { finished } from "../read-sweep.ts";
import { MOST_COLUMNS, MOST_ROWS, runsTable, type TableRow } from "../runs-table/runs-table.ts";
import type { SweepFile, SweepValue } from "../sweep-file.ts";
import { walkXml } from "./xml.ts";
import { type ZipEntry, zipEntries } from "./zip.ts";

/** Unpacks deflated bytes (RFC 1951) to at most `most` bytes and reads them as UTF-8; null where they are more, or something else. */
export type Inflate = (bytes: Uint8Array<ArrayBuffer>, most: number) => Promise<string | null>;

/** Of one unpacked part; a sheet of the most runs and a dozen parameters takes a tenth of it. */
const MOST_PART_BYTES = 10_000_000;

/** The runs of the workbook in `bytes`; `inflate` and `decode` are the host's. */
export async function readWorkbook(
  bytes: Uint8Array<ArrayBuffer>,
  inflate: Inflate,
  decode: (bytes: Uint8Array<ArrayBuffer>) => string,
): Promise<Result<SweepFile, readonly PlanFault[]>> {
  const notes = new Notes("");
  const refuse = (message: string, allowed: string) => {
    notes.fault(null, { message, value: undefined, allowed });
    return finished(null, notes, "");
  };
  const entries = zipEntries(bytes);
  if (entries === null) return refuse("This is no Excel workbook", "a file .xlsx, or the table saved as CSV");
  const part = async (name: string): Promise<string | null> => {
    const entry = entries.find((one) => one.name === name);
    return entry === undefined ? null : textOf(entry, inflate, decode);
  };
  const sheet = await firstSheet(part);
  const cells = sheet === null ? null : await part(sheet.path);
  if (sheet === null || cells === null) {
    return refuse(
      "The first sheet of the workbook cannot be read",
      "a workbook without a password, whose first sheet unpacks to 10 MB at most",
    );
  }
  if (sheet.others > 0) notes.warn(`Only the first sheet, ${sheet.title}, was read.`);
  const strings = await part("xl/sharedStrings.xml");
  const rows = rowsOf(cells, strings === null ? [] : stringsOf(strings));
  if (rows === null) return refuse("The sheet is too large for a table of runs", "at most 10,000 rows and 500 columns");
  return finished(runsTable(rows, notes), notes, "");
}

async function textOf(
  { bytes, isDeflated }: ZipEntry,
  inflate: Inflate,
  decode: (bytes: Uint8Array<ArrayBuffer>) => string,
) {
  if (isDeflated) return inflate(bytes, MOST_PART_BYTES);
  return bytes.length > MOST_PART_BYTES ? null : decode(bytes);
}

interface FirstSheet {
  readonly path: string;
  readonly title: string;
  readonly others: number;
}

/** Where the first sheet lies: the workbook names it, and a list of relations says where. */
async function firstSheet(part: (name: string) => Promise<string | null>): Promise<FirstSheet | null> {
  const [workbook, relations] = [await part("xl/workbook.xml"), await part("xl/_rels/workbook.xml.rels")];
  if (workbook === null || relations === null) return null;
  const sheets: { readonly title: string; readonly id: string }[] = [];
  walkXml(workbook, {
    ...nothing,
    open: (name, attribute) => {
      if (name === "sheet") sheets.push({ title: attribute("name") ?? "", id: attribute("r:id") ?? "" });
    },
  });
  const [first] = sheets;
  let target: string | null = null;
  walkXml(relations, {
    ...nothing,
    open: (name, attribute) => {
      if (name === "Relationship" && first !== undefined && attribute("Id") === first.id) target = attribute("Target");
    },
  });
  if (first === undefined || target === null) return null;
  const path: string = target;
  return { path: path.startsWith("/") ? path.slice(1) : `xl/${path}`, title: first.title, others: sheets.length - 1 };
}

const nothing = { open: () => {}, close: () => {}, text: () => {} };

/** Texts that the cells share; a text may be in several runs of letters, and phonetic guides are none of it. */
function stringsOf(xml: string): string[] {
  const strings: string[] = [];
  let text = "";
  let isText = false;
  let isGuide = false;
  walkXml(xml, {
    open: (name) => {
      if (name === "si") text = "";
      if (name === "t") isText = true;
      if (name === "rPh") isGuide = true;
    },
    close: (name) => {
      if (name === "si") strings.push(text);
      if (name === "t") isText = false;
      if (name === "rPh") isGuide = false;
    },
    text: (part) => {
      if (isText && !isGuide) text += part;
    },
  });
  return strings;
}

/** Rows that hold something, in their order; null where there are too many, or one is too wide. */
function rowsOf(xml: string, strings: readonly string[]): TableRow[] | null {
  const rows: TableRow[] = [];
  let cells: SweepValue[] = [];
  let column = -1;
  let type = "n";
  let text = "";
  let isValue = false;
  let isTooLarge = false;
  walkXml(xml, {
    open: (name, attribute) => {
      if (name === "row") {
        cells = [];
        column = -1;
      } else if (name === "c") {
        column = columnOf(attribute("r")) ?? column + 1;
        type = attribute("t") ?? "n";
        text = "";
      } else if (name === "v" || name === "t") isValue = true;
    },
    close: (name) => {
      if (name === "v" || name === "t") isValue = false;
      else if (name === "c") {
        const value = cellValue(type, text, strings);
        if (value === null) return;
        if (column >= MOST_COLUMNS) isTooLarge = true;
        else {
          while (cells.length < column) cells.push(null);
          cells[column] = value;
        }
      } else if (name === "row" && cells.length > 0) {
        if (rows.length > MOST_ROWS) isTooLarge = true;
        else rows.push({ cells, at: null });
      }
    },
    text: (part) => {
      if (isValue) text += part;
    },
  });
  return isTooLarge ? null : rows;
}

/** The column of an address, from 0: 27 for AB12. */
function columnOf(address: string | null): number | null {
  const [letters] = /^[A-Z]{1,3}/.exec(address ?? "") ?? [];
  if (letters === undefined) return null;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

function cellValue(type: string, text: string, strings: readonly string[]): SweepValue {
  switch (type) {
    case "s":
      return filled(strings[Number(text)] ?? "");
    case "b":
      return text === "1";
    case "n":
      return text === "" || !Number.isFinite(Number(text)) ? null : Number(text);
    case "e":
      return null;
    default:
      return filled(text);
  }
}

/** A number that was typed as text is a number here, as in a table of text. */
const filled = (text: string): SweepValue => (text.trim() === "" ? null : plain(text.trim()));
