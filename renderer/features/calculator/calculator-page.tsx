import { useEffect } from "react";
import { addressOf, goTo, type Question, questions } from "../../navigation/router.ts";
import { EnergyQuestion } from "./energy/energy-question.tsx";
import { MemoryQuestion } from "./memory/memory-question.tsx";
import { ModelQuestion } from "./model/model-question.tsx";
import { OptimumQuestion } from "./optimum/optimum-question.tsx";
import { PlanQuestion } from "./plan-runs/plan-question.tsx";
import { TimeQuestion } from "./time/time-question.tsx";
import "./calculator.css";

const names: Readonly<Record<Question, string>> = {
  model: "FLOP of a model",
  optimum: "Compute-optimal size",
  plan: "What a plan buys",
  time: "Card time",
  memory: "Memory",
  energy: "Electricity and CO2e",
};

export interface CalculatorPageProps {
  readonly question: Question;
  /** The plan that is looked at; null where none has been chosen. */
  readonly plan: string | null;
}

/** Quick questions without a project; each answer shows its formula and can become a project. */
export function CalculatorPage({ question, plan }: CalculatorPageProps) {
  useEffect(() => {
    document.title = `${names[question]} · Calculator · Flopsheet`;
  }, [question]);
  return (
    <div className="calculator">
      <h1>Calculator</h1>
      <nav className="calculator-questions" aria-label="Questions">
        {questions.map((one) => (
          <a
            key={one}
            href={addressOf({ kind: "calculator", question: one, plan: null })}
            aria-current={one === question ? "page" : undefined}
            onClick={(event) => {
              event.preventDefault();
              goTo({ kind: "calculator", question: one, plan: null });
            }}
          >
            {names[one]}
          </a>
        ))}
      </nav>
      <Asked question={question} plan={plan} />
    </div>
  );
}

function Asked({ question, plan }: CalculatorPageProps) {
  switch (question) {
    case "model":
      return <ModelQuestion />;
    case "optimum":
      return <OptimumQuestion />;
    case "plan":
      return <PlanQuestion plan={plan} />;
    case "time":
      return <TimeQuestion />;
    case "memory":
      return <MemoryQuestion />;
    case "energy":
      return <EnergyQuestion />;
  }
}
