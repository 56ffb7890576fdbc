import { useEffect, useMemo, useState } from "react";
import type { Paper } from "../../../shared/contract/methods.ts";
import { Notice } from "../../components/notice.tsx";
import { saveDocument } from "../../documents/save-document.ts";
import { usePlan } from "../../editing/plan-context.ts";
import { isBeingDrawn, sheetOf } from "../../estimating/opened-plan.ts";
import { useSizeCurve } from "../../estimating/schedule/use-size-curve.ts";
import { useHostInfo } from "../../host/use-host.ts";
import { goToPlace } from "../../navigation/place.ts";
import { EXAMPLE, goToPlan } from "../../navigation/router.ts";
import { useSettings } from "../../settings/use-settings.ts";
import { usualPaper } from "../../settings/usual-paper.ts";
import { SavedSheets } from "./saved/saved-sheets.tsx";
import { useSavedSheet } from "./saved/use-saved-sheet.ts";
import { useSavedSheets } from "./saved/use-saved-sheets.ts";
import { SheetPage } from "./sheet-page.tsx";
import "./sheet-step.css";

/** The sheet of the opened plan as it was last without faults, or a saved one (`place` is "sheet-3"). */
export function SheetStep({ place }: { readonly place: string | null }) {
  const [state, editor] = usePlan();
  const { id, name, live, isStale, saved, rangesFailure } = state;
  const info = useHostInfo();
  const version = info?.version ?? "unknown";
  const shown = numberOf(place);
  const settings = useSettings();
  const [chosenPaper, setPaper] = useState<Paper | null>(null);
  const paper = chosenPaper ?? settings.paper ?? usualPaper(navigator.language);
  const rows = useSavedSheets(saved === null || id === EXAMPLE ? null : id);
  const asked = useSavedSheet(id, shown);
  const { curve, isComing: isCurveComing, failure: curveFailure } = useSizeCurve(live);
  const { staleAfterDays } = settings;
  const own = useMemo(
    () => (live === null ? null : sheetOf(live, version, curve, staleAfterDays)),
    [live, version, curve, staleAfterDays],
  );
  const isComing = live !== null && rangesFailure === null && (isBeingDrawn(live) || isCurveComing);
  const kept = asked?.kind === "there" ? asked.saved : null;

  const keptPaper = kept?.row.paper;
  useEffect(() => {
    if (keptPaper !== undefined) setPaper(keptPaper);
  }, [keptPaper]);

  if (asked?.kind === "waiting") return null;
  const plan = kept ?? live;
  const sheet = kept?.sheet ?? own;
  if (plan === null || sheet === null) return <NoSheet />;

  const saveRevision = async () => {
    const outcome = await saveDocument(editor);
    return outcome.kind === "saved" ? outcome.revision : null;
  };

  return (
    <div className="sheet-step">
      {kept !== null && (
        <Notice onClose={() => goToPlan(id, "sheet")}>
          Sheet {kept.row.number}, as it was saved of revision {kept.row.revision}. It is never computed again. Close
          this line for the sheet of the plan as it is now.
        </Notice>
      )}
      {asked?.kind === "failed" && (
        <Notice onClose={() => goToPlan(id, "sheet")}>
          Sheet {shown} cannot be shown. {asked.error.message} Below is the sheet of the plan as it is now.
        </Notice>
      )}
      {kept === null && isStale && (
        <Notice>
          The plan has faults: this is its sheet as of the last valid plan.{" "}
          <button type="button" className="link" onClick={() => goToPlan(id, "text")}>
            Mend them in the text
          </button>
        </Notice>
      )}
      {kept === null && curveFailure !== null && (
        <Notice>
          The curves of time against cards could not be worked out: {curveFailure}. The chart shows the ideal line
          alone; the figures stand.
        </Notice>
      )}
      <SheetPage
        key={kept === null ? "own" : `sheet-${kept.row.number}`}
        plan={plan}
        name={kept === null ? name : `${name.replace(/\.[^.]+$/, "")}-sheet-${kept.row.number}`}
        sheet={sheet}
        isComing={kept === null && isComing}
        paper={paper}
        onPaper={setPaper}
        info={info}
        saved={
          own !== null && (
            <SavedSheets
              sheet={own}
              isComing={isComing}
              paper={paper}
              rows={rows}
              onSaveRevision={saveRevision}
              shown={kept?.row.number ?? null}
            />
          )
        }
        onShowPlace={(at) => goToPlace(id, at)}
      />
    </div>
  );
}

/** A plan that never was without faults has no sheet. */
function NoSheet() {
  const [{ id, faults }] = usePlan();
  return (
    <div className="screen">
      <div className="screen-head">
        <h2>No sheet yet</h2>
      </div>
      <p>
        The plan has {faults.length === 1 ? "a fault" : `${faults.length} faults`}, and a sheet is only made of a plan
        without any.{" "}
        <button type="button" className="link" onClick={() => goToPlan(id, "text")}>
          See them beside the text
        </button>
      </p>
    </div>
  );
}

function numberOf(place: string | null): number | null {
  const digits = /^sheet-(\d{1,9})$/.exec(place ?? "")?.[1];
  return digits === undefined ? null : Number(digits);
}
