import Button from "@mui/material/Button";
import { useState } from "react";
import type { SavedSheetRow } from "../../../../shared/contract/methods/sheets.ts";
import type { Paper } from "../../../../shared/contract/methods.ts";
import type { Sheet } from "../../../../shared/sheet/sheet.ts";
import { readable, readableText } from "../../../../shared/units/format/readable.ts";
import { figuresOf } from "../../../documents/snapshot.ts";
import { usePlan } from "../../../editing/plan-context.ts";
import { isChanged } from "../../../editing/plan-state.ts";
import { isBeingDrawn } from "../../../estimating/opened-plan.ts";
import { client } from "../../../host/client.ts";
import { bytesOfBase64, saveFile } from "../../../host/save-file.ts";
import { goToPlan } from "../../../navigation/router.ts";
import { NOT_YET } from "../not-yet.ts";
import { SinceSheet } from "./since-sheet.tsx";
import type { SavedSheets as Rows } from "./use-saved-sheets.ts";
import "./saved-sheets.css";

interface SavedSheetsProps {
  readonly sheet: Sheet;
  /** Something that stands on it is still being worked out. */
  readonly isComing: boolean;
  readonly paper: Paper;
  readonly rows: Rows;
  /** Saves the draft as a revision where it is not one yet; the number of the revision, or null when it was not saved. */
  readonly onSaveRevision: () => Promise<number | null>;
  /** The address of the saved sheet that is shown instead of the plan's own; null when none is. */
  readonly shown: number | null;
}

/** The sheets that were kept of this plan: numbered, and never computed again. */
export function SavedSheets({ sheet, isComing, paper, rows, onSaveRevision, shown }: SavedSheetsProps) {
  const [state] = usePlan();
  const [saving, setSaving] = useState(false);
  const [message, setMessage] = useState<string | null>(null);
  const { id, live, isStale, saved } = state;

  const keep = async () => {
    if (saving || live === null) return;
    setSaving(true);
    setMessage(null);
    const revision = await onSaveRevision();
    if (revision === null) {
      setSaving(false);
      setMessage("The plan itself was not saved, so no sheet of it was kept.");
      return;
    }
    const reply = await client["sheets.save"]({
      id: crypto.randomUUID(),
      projectId: id,
      revision,
      sheet,
      figures: figuresOf(live),
      paper,
      locale: navigator.language,
    });
    setSaving(false);
    if (!reply.ok) {
      setMessage(`The sheet was not kept. ${reply.error.message}`);
      return;
    }
    const { number, pdfReason } = reply.value;
    setMessage(
      pdfReason === null ? `Sheet ${number} is kept.` : `Sheet ${number} is kept, without a PDF: ${pdfReason}`,
    );
    rows.reload();
  };

  const [newest] = rows.rows ?? [];
  const why = whyNot(isStale, saved === null, isComing, live !== null && isBeingDrawn(live));
  return (
    <section className="saved-sheets" aria-label="Saved sheets">
      <h3>Saved sheets</h3>
      {newest !== undefined && shown === null && <SinceSheet row={newest} />}
      {rows.rows?.length === 0 && (
        <p className="saved-sheets-note">None yet. A saved sheet keeps its figures, its plan and its PDF.</p>
      )}
      {rows.error !== null && <p className="saved-sheets-note">{rows.error}</p>}
      <ul>
        {rows.rows?.map((row) => (
          <SavedRow key={row.number} row={row} projectId={id} shown={row.number === shown} onTrouble={setMessage} />
        ))}
      </ul>
      <Button onClick={() => void keep()} aria-busy={saving} disabled={why !== null || saving} title={why ?? undefined}>
        {saving ? "Keeping the sheet…" : isChanged(state) ? "Save revision and sheet" : "Save this sheet"}
      </Button>
      {why !== null && <p className="saved-sheets-note">{why}</p>}
      <p role="status" className="saved-sheets-note">
        {message}
      </p>
    </section>
  );
}

/** What keeps the sheet from being saved; null when nothing does. */
function whyNot(isStale: boolean, isInNoRecord: boolean, isComing: boolean, isUndrawn: boolean): string | null {
  if (isStale) return "The plan has faults: mend them first.";
  if (isInNoRecord) return "Save the plan as a project first (Ctrl S).";
  if (isComing) return NOT_YET;
  return isUndrawn ? "The ranges could not be drawn, and a sheet is kept whole. Reload the page." : null;
}

interface SavedRowProps {
  readonly row: SavedSheetRow;
  readonly projectId: string;
  readonly shown: boolean;
  readonly onTrouble: (message: string) => void;
}

function SavedRow({ row, projectId, shown, onTrouble }: SavedRowProps) {
  const { number, savedAt, revision, figures, pdfBytes } = row;
  const total = figures?.total ?? null;
  const download = async () => {
    const reply = await client["sheets.pdf"]({ projectId, number });
    if (!reply.ok) {
      onTrouble(`The PDF of sheet ${number} cannot be had. ${reply.error.message}`);
      return;
    }
    saveFile(reply.value.name, new Blob([bytesOfBase64(reply.value.base64)], { type: "application/pdf" }));
  };
  return (
    <li aria-current={shown ? "true" : undefined}>
      <button type="button" className="link" onClick={() => goToPlan(projectId, "sheet", `sheet-${number}`)}>
        Sheet {number}
      </button>
      <span className="saved-sheets-when">
        revision {revision},{" "}
        {new Date(savedAt).toLocaleDateString("en-GB", { day: "numeric", month: "short", year: "numeric" })}
      </span>
      <span className="saved-sheets-total tabular">
        {total === null || figures === null ? "" : `${readableText(readable(total))} ${figures.currency}`}
      </span>
      {pdfBytes !== null && (
        <button type="button" className="link" aria-label={`PDF of sheet ${number}`} onClick={() => void download()}>
          PDF
        </button>
      )}
    </li>
  );
}
