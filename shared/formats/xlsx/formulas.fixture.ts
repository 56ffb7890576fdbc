/**
 * What a workbook's formulas come to, computed from its own cells: a reader of its own, with nothing of the writer, for the
 * tests. It knows sums over a column and references to one cell, which is all that sheets write.
 */
import { walkXml } from "../sweeps/workbook/xml.ts";
import { zipEntries } from "../sweeps/workbook/zip.ts";

export interface Formula {
  readonly worksheet: string;
  readonly cell: string;
  readonly formula: string;
  /** As the file has it. */
  readonly cached: number;
  /** From the cells that it names. */
  readonly computed: number;
}

/** What unpacks a part (RFC 1951) to its text: the host's own, which the writer does not use. */
export type Inflate = (bytes: Uint8Array<ArrayBuffer>) => string;

/** The parts of the archive as texts, by name; all of them are packed. */
export function partsOf(file: Uint8Array<ArrayBuffer>, inflate: Inflate): Map<string, string> {
  const entries = zipEntries(file);
  if (entries === null) throw new Error("no archive");
  return new Map(entries.map(({ name, bytes }) => [name, inflate(bytes)]));
}

interface ReadCell {
  readonly value: number | null;
  readonly formula: string | null;
}

export function formulasOf(file: Uint8Array<ArrayBuffer>, inflate: Inflate): Formula[] {
  const parts = partsOf(file, inflate);
  const names: string[] = [];
  walkXml(parts.get("xl/workbook.xml") ?? "", {
    open: (name, attribute) => {
      if (name === "sheet") names.push(attribute("name") ?? "");
    },
    close: () => {},
    text: () => {},
  });
  const sheets = new Map(
    names.map((name, index) => [name, cellsOf(parts.get(`xl/worksheets/sheet${index + 1}.xml`) ?? "")]),
  );
  const valueAt = (worksheet: string, cell: string): number => {
    const found = sheets.get(worksheet)?.get(cell);
    if (found === undefined) throw new Error(`nothing stands in ${worksheet} at ${cell}`);
    return found.formula === null ? (found.value ?? 0) : evaluated(worksheet, found.formula);
  };
  const evaluated = (worksheet: string, formula: string): number => {
    const sum = /^SUM\(([A-Z]+)(\d+):([A-Z]+)(\d+)\)$/.exec(formula);
    if (sum !== null) {
      const [, column = "", first, lastColumn, last] = sum;
      if (column !== lastColumn) throw new Error(`${formula} is over several columns`);
      const cells = sheets.get(worksheet) ?? new Map<string, ReadCell>();
      let total = 0;
      for (let row = Number(first); row <= Number(last); row++) {
        // Words in a column of numbers count for nothing, as in every spreadsheet.
        if (cells.get(`${column}${row}`)?.value != null) total += valueAt(worksheet, `${column}${row}`);
      }
      return total;
    }
    const [, name, cell] = /^'((?:[^']|'')+)'!([A-Z]+\d+)$/.exec(formula) ?? [];
    if (name === undefined || cell === undefined) throw new Error(`${formula} is no formula of a sheet`);
    return valueAt(name.replaceAll("''", "'"), cell);
  };
  return [...sheets].flatMap(([worksheet, cells]) =>
    [...cells].flatMap(([cell, { formula, value }]) =>
      formula === null
        ? []
        : [{ worksheet, cell, formula, cached: value ?? Number.NaN, computed: evaluated(worksheet, formula) }],
    ),
  );
}

function cellsOf(xml: string): Map<string, ReadCell> {
  const cells = new Map<string, ReadCell>();
  let [at, type, inside, formula, value] = ["", "n", "", null as string | null, null as number | null];
  walkXml(xml, {
    open: (name, attribute) => {
      inside = name;
      if (name === "c") [at, type, formula, value] = [attribute("r") ?? "", attribute("t") ?? "n", null, null];
    },
    close: (name) => {
      inside = "";
      if (name === "c") cells.set(at, { value, formula });
    },
    text: (text) => {
      if (inside === "f") formula = text;
      if (inside === "v" && type === "n") value = Number(text);
    },
  });
  return cells;
}
