/** Workbooks as Excel writes them, made from scratch. */

/** Packs bytes (RFC 1951); what they become, and null to store them as they are. */
export type Deflate = (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>;

/** A ZIP archive of some files of ASCII. Check sums are left out: no reader of ours looks at them. */
export function zipOf(files: Readonly<Record<string, string>>, deflate: Deflate | null): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const raw = ascii(content);
    const data = deflate === null ? raw : deflate(raw);
    parts.push(record(30, [0, 4, 0x04034b50], [26, 2, name.length]), ascii(name), data);
    directory.push(
      record(
        46,
        [0, 4, 0x02014b50],
        [10, 2, deflate === null ? 0 : 8],
        [20, 4, data.length],
        [24, 4, raw.length],
        [28, 2, name.length],
        [42, 4, offset],
      ),
      ascii(name),
    );
    offset += 30 + name.length + data.length;
  }
  return joined([
    ...parts,
    ...directory,
    record(22, [0, 4, 0x06054b50], [10, 2, directory.length / 2], [16, 4, offset]),
  ]);
}

/** A record of `length` bytes with little-endian numbers: place, bytes, value. */
function record(
  length: number,
  ...numbers: readonly (readonly [at: number, size: number, value: number])[]
): Uint8Array {
  const bytes = new Uint8Array(length);
  for (const [at, size, value] of numbers)
    for (let byte = 0; byte < size; byte++) bytes[at + byte] = (value >>> (8 * byte)) & 0xff;
  return bytes;
}

const ascii = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

interface WorkbookOptions {
  /** Elements `si` of the shared texts. */
  readonly strings?: string;
  readonly sheets?: number;
}

/** A workbook whose first sheet has these rows in XML. */
export function workbookOf(rows: string, deflate: Deflate | null, { strings = "", sheets = 1 }: WorkbookOptions = {}) {
  const numbers = Array.from({ length: sheets }, (_, index) => index + 1);
  const named = numbers.map((number) => `<sheet name="Sheet ${number}" sheetId="${number}" r:id="rId${number}"/>`);
  return zipOf(
    {
      "xl/workbook.xml": `<?xml version="1.0"?><workbook xmlns:r="r"><sheets>${named.join("")}</sheets></workbook>`,
      "xl/_rels/workbook.xml.rels":
        '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
      "xl/sharedStrings.xml": `<sst>${strings}</sst>`,
      "xl/worksheets/sheet1.xml": `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
    },
    deflate,
  );
}

/** A table of texts and numbers as rows of a sheet. */
export function rowsXml(table: readonly (readonly (string | number)[])[]): string {
  const cell = (value: string | number) =>
    typeof value === "number" ? `<c><v>${value}</v></c>` : `<c t="inlineStr"><is><t>${value}</t></is></c>`;
  return table.map((row) => `<row>${row.map(cell).join("")}</row>`).join("");
}
