import { useEffect, useState } from "react";
import type { SavedSheetRow } from "../../../../shared/contract/methods/sheets.ts";
import type { ContractError } from "../../../../shared/contract/reply.ts";
import { estimate } from "../../../../shared/estimate/estimate.ts";
import { estimateRanges } from "../../../../shared/estimate/ranges.ts";
import type { ResolvedPlan } from "../../../../shared/plan/resolved.ts";
import type { Sheet } from "../../../../shared/sheet/sheet.ts";
import { scheduleRunner } from "../../../estimating/schedule/schedule-runner.ts";
import type { Explained } from "../../../explain/explained.ts";
import { client } from "../../../host/client.ts";

/** A sheet as it was saved, with what its figures are explained from. */
export interface SavedSheet extends Explained {
  readonly row: SavedSheetRow;
  readonly sheet: Sheet;
}

type Asked =
  | { readonly kind: "waiting" }
  | { readonly kind: "there"; readonly saved: SavedSheet }
  | { readonly kind: "failed"; readonly error: ContractError };

/** Asks the record for a saved sheet; null asks for none. */
export function useSavedSheet(projectId: string, number: number | null): Asked | null {
  const [asked, setAsked] = useState<Asked>({ kind: "waiting" });
  useEffect(() => {
    if (number === null) return;
    let gone = false;
    const runner = scheduleRunner();
    setAsked({ kind: "waiting" });
    void client["sheets.read"]({ projectId, number }).then((reply) => {
      if (gone) return;
      if (!reply.ok) {
        setAsked({ kind: "failed", error: reply.error });
        return;
      }
      const { row, sheet } = reply.value;
      // Written by this program and never changed since: of the form that its version of the sheet had.
      const resolved = reply.value.resolved as ResolvedPlan;
      const estimated = estimate(resolved);
      const ranges = estimateRanges(resolved, estimated);
      const saved: SavedSheet = { row, sheet, resolved, estimated, ranges, schedules: null };
      setAsked({ kind: "there", saved });
      runner.ask({ of: "schedules", plan: { resolved } }, (answer) => {
        if (answer.of === "schedules") setAsked({ kind: "there", saved: { ...saved, schedules: answer.schedules } });
      });
    });
    return () => {
      gone = true;
      runner.stop();
    };
  }, [projectId, number]);
  return number === null ? null : asked;
}
