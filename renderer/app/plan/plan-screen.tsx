import { lazy, Suspense, useEffect } from "react";
import { useCommands } from "../../commands/registry.ts";
import { saveDocument } from "../../documents/documents.ts";
import { usePlan } from "../../editing/plan-context.ts";
import { Explanations } from "../../explain/explanations.tsx";
import { ClusterStep } from "../../features/cluster-step/cluster-step.tsx";
import { ExperimentsStep } from "../../features/experiments/experiments-step.tsx";
import { HardwareStep } from "../../features/hardware/hardware-step.tsx";
import { ProjectStep } from "../../features/project-step/project-step.tsx";
import { QuoteStep } from "../../features/quote-step/quote-step.tsx";
import { RevisionsPage } from "../../features/revisions/revisions-page.tsx";
import { SheetStep } from "../../features/sheet/sheet-step.tsx";
import { SoFar } from "../../features/so-far/so-far.tsx";
import { goToPlace } from "../../navigation/place.ts";
import { goToPlan, type PlanView } from "../../navigation/router.ts";
import { useShownPlace } from "../../navigation/use-shown-place.ts";
import { keepText } from "../kept-text.ts";
import { PlanBar } from "./plan-bar.tsx";
import { StepBar } from "./step-bar.tsx";
import "./plan-screen.css";

const TextStep = lazy(() =>
  import("../../features/plan-text/text-step.tsx").then(({ TextStep: step }) => ({ default: step })),
);

/** One plan: its bar, its steps, the step that is shown, and what it comes to so far. */
export function PlanScreen({ view, place }: { readonly view: PlanView; readonly place: string | null }) {
  const [state, editor] = usePlan();
  const { id, name, text } = state;
  keepText(name, text);

  useEffect(() => {
    document.title = state.live?.resolved.title ?? "Flopsheet";
  }, [state.live?.resolved.title]);
  useShownPlace(view === "text" ? null : place, true);

  const save = async () => {
    const outcome = await saveDocument(editor, state.lastChange?.words ?? "");
    if (outcome.kind === "saved" && outcome.id !== id) goToPlan(outcome.id, view);
  };
  useCommands({
    "project.save": () => void save(),
    "edit.undo": editor.undo,
    "edit.redo": editor.redo,
    "view.text": () => goToPlan(id, "text"),
    "step.project": () => goToPlan(id, "project"),
    "step.experiments": () => goToPlan(id, "experiments"),
    "step.hardware": () => goToPlan(id, "hardware"),
    "step.clusters": () => goToPlan(id, "clusters"),
    "step.quotes": () => goToPlan(id, "quotes"),
    "step.sheet": () => goToPlan(id, "sheet"),
  });

  const hasSoFar = view !== "sheet" && view !== "text" && view !== "revisions";
  return (
    <div className={hasSoFar ? `plan plan-${view} plan-with-so-far` : `plan plan-${view}`}>
      <PlanBar view={view} onSave={() => void save()} />
      <StepBar view={view} />
      <Explanations plan={hasSoFar ? state.live : null} onShowPlace={(at) => goToPlace(id, at)}>
        <main id="main" className="plan-content" tabIndex={-1}>
          <Suspense fallback={null}>
            <View view={view} place={place} />
          </Suspense>
        </main>
        {hasSoFar && <SoFar asBar={view === "quotes"} />}
      </Explanations>
    </div>
  );
}

function View({ view, place }: { readonly view: PlanView; readonly place: string | null }) {
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
    case "sheet":
      return <SheetStep place={place} />;
    case "text":
      return <TextStep place={place} />;
    case "revisions":
      return <RevisionsPage />;
  }
}
