import { usePlan } from "../../editing/plan-context.ts";
import { goToPlan } from "../../navigation/router.ts";

/** Where to go with a total that is too large, or that somebody will ask about. */
export function Questions() {
  const [{ id }] = usePlan();
  return (
    <nav className="sheet-questions" aria-label="Before you send it">
      <h3>Before you send it</h3>
      <button type="button" className="link" onClick={() => goToPlan(id, "fit")}>
        Fit to a sum
      </button>
      <button type="button" className="link" onClick={() => goToPlan(id, "redteam")}>
        What a stern reader asks
      </button>
    </nav>
  );
}
