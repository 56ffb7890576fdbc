import type { PlanFault } from "../../../shared/plan/fault.ts";
import { counted } from "../../../shared/units/format/counted.ts";
import { goToPlan } from "../../navigation/router.ts";

interface FaultsNoteProps {
  readonly id: string;
  readonly faults: readonly PlanFault[];
  readonly hasFigures: boolean;
}

/** The figures are of an earlier text, or there are none yet: how many faults the text has, and the way to them. */
export function FaultsNote({ id, faults, hasFigures }: FaultsNoteProps) {
  const [first] = faults;
  return (
    <p className="so-far-note">
      {hasFigures ? "as of the last valid plan" : "no figures yet"}
      {first !== undefined && (
        <>
          {", "}
          <button type="button" className="so-far-link" onClick={() => goToPlan(id, "text", first.path || null)}>
            {counted(faults.length, "fault")} in the text
          </button>
        </>
      )}
    </p>
  );
}
