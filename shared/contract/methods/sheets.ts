/** Saved sheets: numbered, immutable, with all that they were made of. */
import { z } from "zod";
import type { Sheet } from "../../sheet/sheet.ts";
import { sheetSchema } from "../../sheet/sheet-schema.ts";
import { instant, locale, paper, revisionNumber, shortText, uuid } from "./common.ts";
import { figures } from "./projects.ts";

/** As the sheet's own type, which is read-only throughout. */
const sheet: z.ZodType<Sheet> = sheetSchema;

const row = z.strictObject({
  /** 1, 2, 3, … within its project. */
  number: z.int().min(1),
  savedAt: instant,
  /** The revision of the plan that it was made of. */
  revision: revisionNumber,
  title: shortText,
  figures: figures.nullable(),
  /** SHA-256 of the canonical JSON of the sheet and its resolved plan, as its foot prints it. */
  fingerprint: z.string().regex(/^[0-9a-f]{64}$/),
  paper,
  /** Size of the PDF in bytes; null when this machine could not print it, with the reason. */
  pdfBytes: z.int().nullable(),
  pdfReason: shortText.nullable(),
});

const one = z.strictObject({ projectId: uuid, number: z.int().min(1) });

export const sheetMethods = {
  /**
   * Keeps a finished sheet of a saved revision: writes number and fingerprint into its foot, prints it, and stores sheet, resolved
   * plan and PDF in one transaction. It is never computed again.
   */
  "sheets.save": {
    kind: "command",
    input: z.strictObject({
      id: uuid,
      projectId: uuid,
      revision: revisionNumber,
      sheet,
      figures: figures.nullable(),
      paper,
      locale,
    }),
    output: row,
  },
  /** The sheets of a project, the newest first. */
  "sheets.list": {
    kind: "query",
    input: z.strictObject({ projectId: uuid }),
    output: z.strictObject({ sheets: z.array(row) }),
  },
  /** A sheet with the resolved plan that it was made of, from which its figures are explained. */
  "sheets.read": { kind: "query", input: one, output: z.strictObject({ row, sheet, resolved: z.unknown() }) },
  "sheets.pdf": {
    kind: "query",
    input: one,
    output: z.strictObject({ name: z.string(), base64: z.base64().max(20_000_000) }),
  },
} as const;

export type SavedSheetRow = z.infer<typeof row>;
