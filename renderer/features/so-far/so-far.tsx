/** What the plan comes to so far, beside every step. */
import { usePlan } from "../../editing/plan-context.ts";

export function SoFar() {
  const [{ live, isStale, lastChange }] = usePlan();
  return (
    <aside className="so-far" aria-label="So far">
      <h2>So far</h2>
      {live !== null && <p>{live.estimated.withReruns.cost}</p>}
      {isStale && <p>as of the last valid plan</p>}
      {lastChange !== null && <p>{lastChange.words}</p>}
    </aside>
  );
}
