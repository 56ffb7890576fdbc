/** The copies of a sheet that can be saved. */
import type { Client } from "../../../shared/contract/client.ts";
import type { Paper } from "../../../shared/contract/methods.ts";
import { sheetToCsv } from "../../../shared/formats/csv/sheet-to-csv.ts";
import { sheetToMarkdown } from "../../../shared/formats/markdown/sheet-to-markdown.ts";
import { sheetToJson } from "../../../shared/formats/sheet-json/sheet-to-json.ts";
import type { Sheet } from "../../../shared/sheet/sheet.ts";
import { bytesOfBase64 } from "../../host/save-file.ts";

export const textFormats = {
  csv: { name: "CSV", extension: "csv", type: "text/csv", write: sheetToCsv },
  json: { name: "JSON", extension: "json", type: "application/json", write: sheetToJson },
  markdown: { name: "Markdown", extension: "md", type: "text/markdown", write: sheetToMarkdown },
} as const;

export type TextFormat = keyof typeof textFormats;

/** The sheet written in a text format. */
export function textCopy(sheet: Sheet, format: TextFormat): Blob {
  const { write, type } = textFormats[format];
  return new Blob([write(sheet)], { type: `${type};charset=utf-8` });
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
