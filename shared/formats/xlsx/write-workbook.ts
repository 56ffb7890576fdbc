/** A workbook as the bytes of an .xlsx file: SpreadsheetML (ECMA-376) in a ZIP archive. */
import { strToU8, zipSync } from "fflate";
import { linesIn } from "./lines.ts";
import { referenceTo } from "./names.ts";
import { sheetDay } from "./sheet-day.ts";
import { breaksLines, StyleTable } from "./styles.ts";
import { cellName, type Workbook, type WorkbookCell, type WorkbookRow, type Worksheet } from "./workbook.ts";
import { cut, escapeXml } from "./xml.ts";

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const CONTENT = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** Every file of the archive bears this time, read in whatever zone the machine is: equal workbooks are equal bytes. */
const WRITTEN = "1980-01-01T00:00:00";

const DATE_FORMAT = "yyyy\\-mm\\-dd";

/** Text that some program takes for a formula when it is typed in again. */
const FORMULA_LIKE = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/** A line of the standard font, and of a title, in points. */
const LINE_HEIGHT = 15;
const TITLE_HEIGHT = 19;

/** Bold letters are wider than the standard font's by so much. */
const BOLD = 1.08;

/** @throws RangeError without a worksheet: no program opens such a file. */
export function writeWorkbook({ title, worksheets }: Workbook): Uint8Array<ArrayBuffer> {
  if (worksheets.length === 0) throw new RangeError("a workbook has at least one worksheet");
  const styles = new StyleTable();
  const sheets = worksheets.map((worksheet, index) => worksheetXml(worksheet, styles, index === 0));
  const parts: Readonly<Record<string, string>> = {
    "[Content_Types].xml": contentTypes(worksheets.length),
    "_rels/.rels": relations([
      ["rId1", `${RELATIONS}/officeDocument`, "xl/workbook.xml"],
      ["rId2", `${PACKAGE}/relationships/metadata/core-properties`, "docProps/core.xml"],
    ]),
    "docProps/core.xml": coreProperties(title),
    "xl/workbook.xml": workbookXml(worksheets),
    "xl/_rels/workbook.xml.rels": relations([
      ...worksheets.map((_, index): Relation => [`rId${index + 1}`, `${RELATIONS}/worksheet`, sheetPath(index)]),
      [`rId${worksheets.length + 1}`, `${RELATIONS}/styles`, "styles.xml"],
    ]),
    "xl/styles.xml": styles.toXml(),
    ...Object.fromEntries(sheets.map((xml, index) => [`xl/${sheetPath(index)}`, xml])),
  };
  const files = Object.entries(parts).map(([name, xml]) => [name, strToU8(DECLARATION + xml)]);
  return zipSync(Object.fromEntries(files), { mtime: WRITTEN });
}

const sheetPath = (index: number): string => `worksheets/sheet${index + 1}.xml`;

function contentTypes(sheets: number): string {
  const override = (part: string, type: string) => `<Override PartName="/${part}" ContentType="${type}"/>`;
  return [
    `<Types xmlns="${PACKAGE}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    override("xl/workbook.xml", `${CONTENT}.sheet.main+xml`),
    override("xl/styles.xml", `${CONTENT}.styles+xml`),
    ...Array.from({ length: sheets }, (_, index) => override(`xl/${sheetPath(index)}`, `${CONTENT}.worksheet+xml`)),
    override("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
    "</Types>",
  ].join("");
}

type Relation = readonly [id: string, type: string, target: string];

const relations = (all: readonly Relation[]): string =>
  `<Relationships xmlns="${PACKAGE}/relationships">${all
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`)
    .join("")}</Relationships>`;

const coreProperties = (title: string): string =>
  `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">` +
  `<dc:title>${escapeXml(title)}</dc:title><dc:creator>Flopsheet</dc:creator></cp:coreProperties>`;

function workbookXml(worksheets: readonly Worksheet[]): string {
  const sheets = worksheets.map(
    ({ name }, index) => `<sheet name="${escapeXml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  // Heads stand on every printed page.
  const titles = worksheets.flatMap(({ name, frozen }, index) =>
    frozen.rows === 0
      ? []
      : [
          `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${escapeXml(referenceTo(name, `$${frozen.rows}:$${frozen.rows}`))}</definedName>`,
        ],
  );
  return [
    `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><bookViews><workbookView/></bookViews>`,
    `<sheets>${sheets.join("")}</sheets>`,
    titles.length === 0 ? "" : `<definedNames>${titles.join("")}</definedNames>`,
    "</workbook>",
  ].join("");
}

/** Elements stand in the order that the schema wants; Excel refuses another. */
function worksheetXml({ widths, rows, frozen }: Worksheet, styles: StyleTable, isFirst: boolean): string {
  const columns = widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  const merged = rows.flatMap(({ isParagraph }, index) =>
    isParagraph === true && widths.length > 1
      ? [`<mergeCell ref="A${index + 1}:${cellName(widths.length - 1, index + 1)}"/>`]
      : [],
  );
  return [
    `<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`,
    `<sheetViews><sheetView workbookViewId="0"${isFirst ? ' tabSelected="1"' : ""}>${paneXml(frozen)}</sheetView></sheetViews>`,
    `<sheetFormatPr defaultRowHeight="${LINE_HEIGHT}"/><cols>${columns.join("")}</cols><sheetData>`,
    ...rows.map((row, index) => rowXml(row, index + 1, widths, styles)),
    "</sheetData>",
    merged.length === 0 ? "" : `<mergeCells count="${merged.length}">${merged.join("")}</mergeCells>`,
    '<pageSetup orientation="landscape" fitToHeight="0"/>',
    "<headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter></worksheet>",
  ].join("");
}

function paneXml({ rows, columns }: Worksheet["frozen"]): string {
  if (rows === 0 && columns === 0) return "";
  const pane = columns === 0 ? "bottomLeft" : rows === 0 ? "topRight" : "bottomRight";
  const splits = [...(columns === 0 ? [] : [`xSplit="${columns}"`]), ...(rows === 0 ? [] : [`ySplit="${rows}"`])];
  return `<pane ${splits.join(" ")} topLeftCell="${cellName(columns, rows + 1)}" activePane="${pane}" state="frozen"/>`;
}

function rowXml(row: WorkbookRow, number: number, widths: readonly number[], styles: StyleTable): string {
  const height = heightOf(row, widths);
  const said = height === LINE_HEIGHT ? "" : ` ht="${height}" customHeight="1"`;
  const xml = row.cells.map((cell, column) => (cell === null ? "" : cellXml(cell, cellName(column, number), styles)));
  return `<row r="${number}"${said}>${xml.join("")}</row>`;
}

/** In points. Programs that open the file fit no row to merged cells, and LibreOffice 7.4 fits none at all. */
function heightOf({ cells, isParagraph }: WorkbookRow, widths: readonly number[]): number {
  const heights = cells.map((cell, column) => {
    if (cell === null) return 0;
    if (cell.look === "title") return TITLE_HEIGHT;
    if (cell.kind !== "text" || !breaksLines(cell)) return LINE_HEIGHT;
    const width = isParagraph === true ? widths.reduce((sum, one) => sum + one, 0) : (widths[column] ?? 0);
    const isBold = cell.look === "head" || cell.look === "total";
    return LINE_HEIGHT * linesIn(cell.text, isBold ? width / BOLD : width);
  });
  return Math.max(LINE_HEIGHT, ...heights);
}

function cellXml(cell: WorkbookCell, name: string, styles: StyleTable): string {
  const style = styles.numberOf({
    look: cell.look ?? null,
    align: cell.align ?? null,
    format: cell.kind === "text" ? null : cell.kind === "date" ? DATE_FORMAT : cell.format,
    isIndented: cell.isIndented === true,
    wraps: cell.wraps === true,
    isQuoted: cell.kind === "text" && FORMULA_LIKE.test(cell.text),
  });
  const at = `r="${name}"${style === 0 ? "" : ` s="${style}"`}`;
  switch (cell.kind) {
    case "text":
      return `<c ${at} t="inlineStr"><is><t xml:space="preserve">${escapeXml(cut(cell.text))}</t></is></c>`;
    case "number":
      return `<c ${at}><v>${cell.value}</v></c>`;
    case "formula":
      return `<c ${at}><f>${escapeXml(cell.formula)}</f><v>${cell.value}</v></c>`;
    case "date":
      return `<c ${at}><v>${sheetDay(cell.date)}</v></c>`;
  }
}
