/** The copies of a sheet that can be saved. */
import type { Client } from "../../../shared/contract/client.ts";
import type { Paper } from "../../../shared/contract/methods.ts";
import type { Sheet } from "../../../shared/sheet/sheet.ts";
import { bytesOfBase64 } from "../../host/save-file.ts";

interface CopyFormat {
  readonly name: string;
  readonly extension: string;
  readonly type: string;
  /** Fetches the writer: no sheet needs it before its first copy. */
  readonly writer: () => Promise<(sheet: Sheet) => string | Uint8Array<ArrayBuffer>>;
}

export const copyFormats = {
  xlsx: {
    name: "Excel",
    extension: "xlsx",
    type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    writer: async () => (await import("../../../shared/formats/xlsx/sheet-to-xlsx.ts")).sheetToXlsx,
  },
  csv: {
    name: "CSV",
    extension: "csv",
    type: "text/csv;charset=utf-8",
    writer: async () => (await import("../../../shared/formats/csv/sheet-to-csv.ts")).sheetToCsv,
  },
  latex: {
    name: "LaTeX",
    extension: "tex",
    type: "application/x-tex;charset=utf-8",
    writer: async () => (await import("../../../shared/formats/latex/sheet-to-latex.ts")).sheetToLatex,
  },
  markdown: {
    name: "Markdown",
    extension: "md",
    type: "text/markdown;charset=utf-8",
    writer: async () => (await import("../../../shared/formats/markdown/sheet-to-markdown.ts")).sheetToMarkdown,
  },
  json: {
    name: "JSON",
    extension: "json",
    type: "application/json;charset=utf-8",
    writer: async () => (await import("../../../shared/formats/sheet-json/sheet-to-json.ts")).sheetToJson,
  },
} as const satisfies Record<string, CopyFormat>;

export type CopyKind = keyof typeof copyFormats;

export const copyKinds: readonly CopyKind[] = ["xlsx", "csv", "latex", "markdown", "json"];

/** Fetches every writer, so that a copy can be made when the host has gone. */
export async function loadWriters(): Promise<void> {
  await Promise.all(copyKinds.map((kind) => copyFormats[kind].writer()));
}

/** The sheet written in a format. */
export async function copyOf(sheet: Sheet, kind: CopyKind): Promise<Blob> {
  const { writer, type } = copyFormats[kind];
  const write = await writer();
  return new Blob([write(sheet)], { type });
}

export type PdfAnswer = { readonly ok: true; readonly pdf: Blob } | { readonly ok: false; readonly message: string };

/** The sheet as PDF, printed by the host. */
export async function pdfCopy(client: Client, sheet: Sheet, paper: Paper, locale: string): Promise<PdfAnswer> {
  const prepared = await client["print.prepare"]({ sheet, paper, locale });
  if (!prepared.ok) return { ok: false, message: prepared.error.message };
  const printed = await client["print.pdf"]({ job: prepared.value.job });
  if (!printed.ok) return { ok: false, message: printed.error.message };
  return { ok: true, pdf: new Blob([bytesOfBase64(printed.value.base64)], { type: "application/pdf" }) };
}

/**
 * A file name that every system takes: the plan's own name, without its extension, and the copy's.
 *
 * @example copyName("scaling-exponents.json", "pdf") // "scaling-exponents.pdf"
 * @example copyName("our-7b.flopsheet.json", "pdf") // "our-7b.pdf"
 */
export function copyName(planName: string, extension: string): string {
  const stem = planName
    .replace(/\.(json|ya?ml|txt)$/i, "")
    .replace(/\.flopsheet$/i, "")
    .replace(/[\\/:*?"<>|\p{Cc}]+/gu, "-")
    .replace(/^[.\s]+|[.\s]+$/g, "");
  // A plan called x.json must not be written over by its sheet's x.json.
  return extension === "json" ? `${stem || "plan"}-sheet.json` : `${stem || "plan"}.${extension}`;
}
