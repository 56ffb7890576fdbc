import { memo, useEffect, useState } from "react";
import { useCommands } from "../../commands/registry.ts";
import { planFileName } from "../../documents/plan-file-name.ts";
import { saveDocument } from "../../documents/save-document.ts";
import { titleOf } from "../../documents/snapshot.ts";
import { noteVisit } from "../../documents/visits.ts";
import { usePlan } from "../../editing/plan-context.ts";
import { Explanations } from "../../explain/explanations.tsx";
import { saveFile } from "../../host/save-file.ts";
import { goToPlace } from "../../navigation/place.ts";
import { goToPlan, isStep, type PlanView, type Step } from "../../navigation/router.ts";
import { useShownPlace } from "../../navigation/use-shown-place.ts";
import { keepText } from "../kept-text.ts";
import {
  BudgetStep,
  ClusterStep,
  ConflictDialog,
  ExperimentsStep,
  FitPage,
  HardwareStep,
  ProjectStep,
  QuoteStep,
  RedTeamPage,
  RevisionsPage,
  SheetStep,
  SoFar,
  TextStep,
} from "../screens.tsx";
import { PlanBar } from "./plan-bar.tsx";
import { PlanNotices } from "./plan-notices.tsx";
import { StepBar } from "./step-bar.tsx";
import "./plan-screen.css";

interface PlanScreenProps {
  readonly view: PlanView;
  readonly place: string | null;
}

/** One plan: its bar, its steps, the step that is shown, and what it comes to so far. */
export function PlanScreen({ view, place }: PlanScreenProps) {
  const [state, editor] = usePlan();
  const { id, name, text } = state;
  const title = titleOf(state);
  const [comparing, setComparing] = useState(false);
  /** The step that was shown last: the plan as text leads back to it. */
  const [lastStep, setLastStep] = useState<Step>(state.live === null ? "experiments" : "sheet");
  if (isStep(view) && view !== lastStep) setLastStep(view);
  keepText(name, text);

  useEffect(() => {
    document.title = title;
  }, [title]);
  useEffect(() => void noteVisit(id, title, Date.now()), [id, title]);
  useShownPlace(view === "text" || view === "sheet" ? null : place, true);

  const save = () => {
    if (state.record.newer !== null) setComparing(true);
    else void saveDocument(editor).then(({ kind }) => setComparing(kind === "conflict"));
  };
  useCommands({
    "project.save": save,
    "project.export": () => saveFile(planFileName(name, text), new Blob([text], { type: "text/plain" })),
    "edit.undo": editor.undo,
    "edit.redo": editor.redo,
    "view.text": () => goToPlan(id, "text"),
    "view.fit": () => goToPlan(id, "fit"),
    "view.redteam": () => goToPlan(id, "redteam"),
    "step.project": () => goToPlan(id, "project"),
    "step.experiments": () => goToPlan(id, "experiments"),
    "step.hardware": () => goToPlan(id, "hardware"),
    "step.clusters": () => goToPlan(id, "clusters"),
    "step.quotes": () => goToPlan(id, "quotes"),
    "step.budget": () => goToPlan(id, "budget"),
    "step.sheet": () => goToPlan(id, "sheet"),
  });

  const hasSoFar = isStep(view) && view !== "sheet";
  return (
    <div className={hasSoFar ? `plan plan-${view} plan-with-so-far` : `plan plan-${view}`}>
      <PlanBar view={view} title={title} onSave={save} />
      <StepBar view={view} />
      <PlanNotices view={view} onSave={save} onCompare={() => setComparing(true)} />
      <Explanations
        plan={hasSoFar || view === "fit" || view === "redteam" ? state.live : null}
        onShowPlace={(at) => goToPlace(id, at)}
      >
        <main id="main" className="plan-content" tabIndex={-1}>
          {view === "text" ? (
            <TextStep place={place} backName={stepNames[lastStep]} onBack={() => goToPlan(id, lastStep)} />
          ) : (
            <View view={view} place={place} />
          )}
        </main>
        {hasSoFar && <SoFar asBar={view === "quotes" || view === "budget"} />}
      </Explanations>
      {comparing && state.record.newer !== null && <ConflictDialog onClose={() => setComparing(false)} />}
    </div>
  );
}

const stepNames: Readonly<Record<Step, string>> = {
  project: "the project",
  experiments: "the experiments",
  hardware: "hardware and speed",
  clusters: "the clusters",
  quotes: "the quotes",
  budget: "the budget",
  sheet: "the sheet",
};

/** Not drawn again for what only the bar above it tells. */
const View = memo(({ view, place }: { readonly view: Exclude<PlanView, "text">; readonly place: string | null }) => {
  switch (view) {
    case "project":
      return <ProjectStep />;
    case "experiments":
      return <ExperimentsStep />;
    case "hardware":
      return <HardwareStep />;
    case "clusters":
      return <ClusterStep />;
    case "quotes":
      return <QuoteStep />;
    case "budget":
      return <BudgetStep />;
    case "sheet":
      return <SheetStep place={place} />;
    case "revisions":
      return <RevisionsPage />;
    case "fit":
      return <FitPage />;
    case "redteam":
      return <RedTeamPage />;
  }
});
