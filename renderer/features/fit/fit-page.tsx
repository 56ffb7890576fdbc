import { usePlan } from "../../editing/plan-context.ts";
import { goToPlan } from "../../navigation/router.ts";
import { Fit } from "./fit.tsx";
import "./to-sum.css";

/** What a plan can do without to stay under a sum. */
export function FitPage() {
  const [{ id, live }] = usePlan();
  return (
    <div className="screen to-sum">
      <div className="screen-head">
        <h2>Fit to a sum</h2>
      </div>
      {live === null ? (
        <p>
          The plan has faults, and only a plan without any has a cost.{" "}
          <button type="button" className="link" onClick={() => goToPlan(id, "text")}>
            See them beside the text
          </button>
        </p>
      ) : (
        <Fit plan={live} />
      )}
    </div>
  );
}
