import { useMemo } from "react";
import { completeAccelerator } from "../../../shared/hardware/accelerator.ts";
import { copyOfAccelerator } from "../../../shared/plan/library/copy.ts";
import { acceleratorKind } from "../../library/kinds.ts";
import { today } from "../../library/today.ts";
import { useLibrary } from "../../library/use-library.ts";
import type { CardRow } from "./card-rows.ts";

/** The accelerators of the library, each to be copied into the plan; none while the record is closed. */
export function useLibraryCards(): readonly CardRow[] {
  const { entries } = useLibrary(acceleratorKind);
  return useMemo(
    () =>
      (entries ?? []).map(
        ({ id, revision, value }): CardRow => ({
          key: `library ${id}`,
          card: completeAccelerator(value),
          value: copyOfAccelerator(value, { id, revision, date: today() }),
          home: "library",
        }),
      ),
    [entries],
  );
}
