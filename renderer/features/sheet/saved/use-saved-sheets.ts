import { useCallback, useEffect, useState } from "react";
import type { SavedSheetRow } from "../../../../shared/contract/methods/sheets.ts";
import { client } from "../../../host/client.ts";

/** The saved sheets of a project, the newest first; null until they are known, and `error` when they cannot be. */
export interface SavedSheets {
  readonly rows: readonly SavedSheetRow[] | null;
  readonly error: string | null;
  readonly reload: () => void;
}

/** Asks the record for the sheets of a project; a document that is in no record has none. */
export function useSavedSheets(projectId: string | null): SavedSheets {
  const [rows, setRows] = useState<readonly SavedSheetRow[] | null>(projectId === null ? [] : null);
  const [error, setError] = useState<string | null>(null);
  const [turn, setTurn] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another turn asks again
  useEffect(() => {
    if (projectId === null) return;
    let gone = false;
    void client["sheets.list"]({ projectId }).then((reply) => {
      if (gone) return;
      if (reply.ok) setRows(reply.value.sheets);
      setError(reply.ok ? null : reply.error.message);
    });
    return () => {
      gone = true;
    };
  }, [projectId, turn]);

  return { rows, error, reload: useCallback(() => setTurn((before) => before + 1), []) };
}
