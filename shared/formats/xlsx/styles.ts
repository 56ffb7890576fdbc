/** The looks of a workbook's cells, each written once and named by its number. */
import type { Look, NumberFormat } from "./workbook.ts";
import { escapeXml } from "./xml.ts";

export interface Style {
  readonly look: Look | null;
  readonly align: "left" | "right" | null;
  readonly format: NumberFormat | null;
  readonly isIndented: boolean;
  readonly wraps: boolean;
  /** Words that begin as a formula would; they stay words when somebody edits the cell. */
  readonly isQuoted: boolean;
}

/** Numbers of formats below this are the program's own. */
const FIRST_OWN_FORMAT = 164;

const FONT = '<name val="Calibri"/><family val="2"/>';
const FONTS = [
  `<font><sz val="11"/>${FONT}</font>`,
  `<font><b/><sz val="11"/>${FONT}</font>`,
  `<font><b/><sz val="14"/>${FONT}</font>`,
  `<font><sz val="11"/><color rgb="FF6B7280"/>${FONT}</font>`,
];
const LINE = '<color rgb="FF6B7280"/>';
const BORDERS = [
  "<border><left/><right/><top/><bottom/><diagonal/></border>",
  `<border><left/><right/><top/><bottom style="thin">${LINE}</bottom><diagonal/></border>`,
  `<border><left/><right/><top style="thin">${LINE}</top><bottom/><diagonal/></border>`,
];

/** Positions in `FONTS` and `BORDERS`. */
const LOOKS: Readonly<Record<Look, { readonly font: number; readonly border: number }>> = {
  title: { font: 2, border: 0 },
  head: { font: 1, border: 1 },
  total: { font: 1, border: 2 },
  bold: { font: 1, border: 0 },
  muted: { font: 3, border: 0 },
  wrapped: { font: 0, border: 0 },
};

/** Whether a cell's text breaks into lines. */
export const breaksLines = ({ look, wraps }: { readonly look?: Look | null; readonly wraps?: boolean }): boolean =>
  look === "head" || look === "wrapped" || wraps === true;

/** Collects the styles that cells have, and writes them. */
export class StyleTable {
  readonly #styles: Style[] = [
    { look: null, align: null, format: null, isIndented: false, wraps: false, isQuoted: false },
  ];
  readonly #numbers = new Map<string, number>();

  /** The number of a style, which cells name it by. */
  numberOf(style: Style): number {
    const key = JSON.stringify([style.look, style.align, style.format, style.isIndented, style.wraps, style.isQuoted]);
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#styles.push(style);
    this.#numbers.set(key, this.#styles.length - 1);
    return this.#styles.length - 1;
  }

  /** The part `xl/styles.xml`. */
  toXml(): string {
    const formats = [...new Set(this.#styles.flatMap(({ format }) => (format === null ? [] : [format])))];
    const formatXml = formats.map(
      (format, index) => `<numFmt numFmtId="${FIRST_OWN_FORMAT + index}" formatCode="${escapeXml(format)}"/>`,
    );
    return [
      '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
      formats.length === 0 ? "" : counted("numFmts", formatXml),
      counted("fonts", FONTS),
      counted("fills", [
        '<fill><patternFill patternType="none"/></fill>',
        '<fill><patternFill patternType="gray125"/></fill>',
      ]),
      counted("borders", BORDERS),
      counted("cellStyleXfs", ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>']),
      counted(
        "cellXfs",
        this.#styles.map((style) => formatOf(style, formats)),
      ),
      counted("cellStyles", ['<cellStyle name="Normal" xfId="0" builtinId="0"/>']),
      "</styleSheet>",
    ].join("");
  }
}

function formatOf(style: Style, formats: readonly NumberFormat[]): string {
  const { look, align, format, isIndented, isQuoted } = style;
  const { font, border } = look === null ? { font: 0, border: 0 } : LOOKS[look];
  const number = format === null ? 0 : FIRST_OWN_FORMAT + formats.indexOf(format);
  const alignment = [
    ...(align === null ? [] : [`horizontal="${align}"`]),
    // Beside a text of several lines a number stands at its first.
    `vertical="${look === "head" ? "bottom" : "top"}"`,
    ...(breaksLines(style) ? ['wrapText="1"'] : []),
    ...(isIndented ? ['indent="1"'] : []),
  ];
  const attributes = [
    `numFmtId="${number}" fontId="${font}" fillId="0" borderId="${border}" xfId="0"`,
    ...(isQuoted ? ['quotePrefix="1"'] : []),
    ...(format === null ? [] : ['applyNumberFormat="1"']),
    ...(font === 0 ? [] : ['applyFont="1"']),
    ...(border === 0 ? [] : ['applyBorder="1"']),
    'applyAlignment="1"',
  ].join(" ");
  return `<xf ${attributes}><alignment ${alignment.join(" ")}/></xf>`;
}

const counted = (name: string, parts: readonly string[]): string =>
  `<${name} count="${parts.length}">${parts.join("")}</${name}>`;
