import { usePlan } from "../../editing/plan-context.ts";
import { stepStates } from "../../editing/step-states.ts";
import { today } from "../../library/today.ts";
import { addressOf, goToPlan, type PlanView, type Step, steps } from "../../navigation/router.ts";
import "./step-bar.css";

const words: Readonly<Record<Step, string>> = {
  project: "Project",
  experiments: "Experiments",
  hardware: "Hardware and speed",
  clusters: "Clusters",
  quotes: "Quotes",
  sheet: "Sheet",
};

/** The six steps and how each stands: any order. */
export function StepBar({ view }: { readonly view: PlanView }) {
  const [state] = usePlan();
  const states = stepStates(state, today());
  return (
    <nav className="step-bar" aria-label="Steps">
      {steps.map((step) => (
        <a
          key={step}
          href={addressOf({ kind: "plan", id: state.id, view: step, place: null })}
          aria-current={view === step ? "step" : undefined}
          onClick={(event) => {
            event.preventDefault();
            goToPlan(state.id, step);
          }}
        >
          {words[step]}
          {states[step].reason !== null && <span className="step-bar-reason">{states[step].reason}</span>}
        </a>
      ))}
    </nav>
  );
}
