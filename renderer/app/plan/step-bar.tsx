import { memo } from "react";
import { Ring, RingDot, Tick, Warning } from "../../components/icons.tsx";
import { usePlan } from "../../editing/plan-context.ts";
import { type StepState, stepStates } from "../../editing/step-states.ts";
import { today } from "../../library/today.ts";
import { addressOf, goToPlan, type PlanView, type Step, steps } from "../../navigation/router.ts";
import { useSettings } from "../../settings/use-settings.ts";
import "./step-bar.css";

const words: Readonly<Record<Step, string>> = {
  project: "Project",
  experiments: "Experiments",
  hardware: "Hardware and speed",
  clusters: "Clusters",
  quotes: "Quotes",
  budget: "Budget",
  sheet: "Sheet",
};

/** The seven steps and how each stands: any order. */
export const StepBar = memo(({ view }: { readonly view: PlanView }) => {
  const [state] = usePlan();
  const states = stepStates(state, today(), useSettings().staleAfterDays);
  return (
    <nav className="step-bar" aria-label="Steps">
      {steps.map((step) => {
        const { kind, reason } = states[step];
        return (
          <a
            key={step}
            href={addressOf({ kind: "plan", id: state.id, view: step, place: null })}
            aria-current={view === step ? "step" : undefined}
            onClick={(event) => {
              event.preventDefault();
              goToPlan(state.id, step);
            }}
          >
            <Mark kind={kind} isCurrent={view === step} />
            <span>{words[step]}</span>
            {reason !== null && <span className="step-bar-reason">{reason}</span>}
            {reason === null && <span className="visually-hidden">{kind === "done" ? ", done" : ""}</span>}
          </a>
        );
      })}
    </nav>
  );
});

function Mark({ kind, isCurrent }: { readonly kind: StepState["kind"]; readonly isCurrent: boolean }) {
  const name = `step-bar-mark step-bar-${kind}`;
  return (
    <span className={name}>
      {kind === "attention" ? <Warning /> : isCurrent ? <RingDot /> : kind === "done" ? <Tick /> : <Ring />}
    </span>
  );
}
