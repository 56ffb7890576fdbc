import { createHash } from "node:crypto";
import type { Figures } from "../../../shared/contract/methods/projects.ts";
import type { SavedSheetRow } from "../../../shared/contract/methods/sheets.ts";
import type { ResolvedPlan } from "../../../shared/plan/resolved.ts";
import type { Sheet } from "../../../shared/sheet/sheet.ts";
import type { Database, RawRow } from "../database/database.ts";
import { bytes, json, optional, text, whole } from "../database/row.ts";

/** A sheet that is about to be kept. */
export interface FinishedSheet {
  readonly id: string;
  readonly projectId: string;
  readonly number: number;
  readonly revision: number;
  readonly title: string;
  readonly figures: Figures | null;
  readonly fingerprint: string;
  readonly paper: SavedSheetRow["paper"];
  readonly sheet: Sheet;
  readonly plan: ResolvedPlan;
  /** The PDF, or why there is none. */
  readonly pdf: Uint8Array | string;
}

export interface StoredSheet {
  readonly row: SavedSheetRow;
  readonly sheet: Sheet;
  readonly plan: ResolvedPlan;
}

/** Saved sheets. They are added and read, never changed. */
export interface SheetStore {
  insert(finished: FinishedSheet): void;
  list(projectId: string): SavedSheetRow[];
  /** The sheet that was saved under an id, with the project that it belongs to. */
  byId(id: string): { readonly projectId: string; readonly row: SavedSheetRow } | undefined;
  read(projectId: string, number: number): StoredSheet | undefined;
  /** The PDF's bytes; `damaged` when they are not those that were stored. */
  pdf(projectId: string, number: number): Uint8Array | "damaged" | undefined;
  nextNumber(projectId: string): number;
  count(): number;
}

const listed = "project, number, saved_at, revision, title, figures, fingerprint, paper, pdf_bytes, pdf_reason";

export function createSheetStore(database: Database, now: () => string): SheetStore {
  const insert = database.command(
    `INSERT INTO sheets (project, number, id, saved_at, revision, title, figures, fingerprint, paper,
                         pdf_bytes, pdf_digest, pdf_reason, sheet, plan, pdf)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const all = database.query(`SELECT ${listed} FROM sheets WHERE project = ? ORDER BY number DESC`, sheetRow);
  const ofId = database.query(`SELECT ${listed} FROM sheets WHERE id = ?`, (row) => ({
    projectId: text(row, "project"),
    row: sheetRow(row),
  }));
  const stored = database.query(
    `SELECT ${listed}, sheet, plan FROM sheets WHERE project = ? AND number = ?`,
    (row) => ({
      row: sheetRow(row),
      sheet: json<Sheet>(row, "sheet"),
      plan: json<ResolvedPlan>(row, "plan"),
    }),
  );
  const pdf = database.query(
    "SELECT pdf, pdf_digest FROM sheets WHERE project = ? AND number = ? AND pdf IS NOT NULL",
    (row) => ({ pdf: bytes(row, "pdf"), digest: text(row, "pdf_digest") }),
  );
  const next = database.query("SELECT coalesce(max(number), 0) + 1 AS next FROM sheets WHERE project = ?", (row) =>
    whole(row, "next"),
  );
  const count = database.query("SELECT count(*) AS count FROM sheets", (row) => whole(row, "count"));

  return {
    insert({ id, projectId, number, revision, title, figures, fingerprint, paper, sheet, plan, pdf: printed }) {
      const print =
        typeof printed === "string"
          ? ([null, null, printed] as const)
          : ([printed.byteLength, digestOf(printed), null] as const);
      const shown = figures === null ? null : JSON.stringify(figures);
      insert(
        ...[projectId, number, id, now(), revision, title, shown, fingerprint, paper, ...print],
        ...[JSON.stringify(sheet), JSON.stringify(plan), typeof printed === "string" ? null : printed],
      );
    },
    list: (projectId) => all.all(projectId),
    byId: (id) => ofId.get(id),
    read: (projectId, number) => stored.get(projectId, number),
    pdf(projectId, number) {
      const found = pdf.get(projectId, number);
      if (found === undefined) return undefined;
      return digestOf(found.pdf) === found.digest ? found.pdf : "damaged";
    },
    nextNumber: (projectId) => next.get(projectId) ?? 1,
    count: () => count.get() ?? 0,
  };
}

const digestOf = (content: Uint8Array): string => createHash("sha256").update(content).digest("hex");

function sheetRow(row: RawRow): SavedSheetRow {
  return {
    number: whole(row, "number"),
    savedAt: text(row, "saved_at"),
    revision: whole(row, "revision"),
    title: text(row, "title"),
    figures: optional(json<Figures>)(row, "figures"),
    fingerprint: text(row, "fingerprint"),
    paper: text(row, "paper") as SavedSheetRow["paper"],
    pdfBytes: optional(whole)(row, "pdf_bytes"),
    pdfReason: optional(text)(row, "pdf_reason"),
  };
}
