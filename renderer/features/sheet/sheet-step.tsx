import { useMemo } from "react";
import { usePlan } from "../../editing/plan-context.ts";
import { sheetOf } from "../../estimating/opened-plan.ts";
import { useHostInfo } from "../../host/use-host.ts";
import { goToPlace } from "../../navigation/place.ts";
import { SheetPage } from "./sheet-page.tsx";

/** The sheet of the opened plan, as it was last without faults. */
export function SheetStep() {
  const [{ id, live }] = usePlan();
  const info = useHostInfo();
  const version = info?.version ?? "unknown";
  const sheet = useMemo(() => (live === null ? null : sheetOf(live, version)), [live, version]);
  if (live === null || sheet === null) return null;
  return <SheetPage plan={live} sheet={sheet} info={info} onShowPlace={(place) => goToPlace(id, place)} />;
}
