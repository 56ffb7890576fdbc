import { Suspense, useEffect, useState } from "react";
import { useCommands } from "../../commands/registry.ts";
import { loadable } from "../../components/loadable.ts";
import { saveDocument } from "../../documents/documents.ts";
import { planFileName } from "../../documents/plan-file-name.ts";
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
import { saveFile } from "../../host/save-file.ts";
import { goToPlace } from "../../navigation/place.ts";
import { goToPlan, type PlanView, type Step } from "../../navigation/router.ts";
import { useShownPlace } from "../../navigation/use-shown-place.ts";
import { keepText } from "../kept-text.ts";
import { PlanBar } from "./plan-bar.tsx";
import { PlanNotices } from "./plan-notices.tsx";
import { StepBar } from "./step-bar.tsx";
import "./plan-screen.css";

const textStep = loadable(() => import("../../features/plan-text/text-step.tsx"));

/** One plan: its bar, its steps, the step that is shown, and what it comes to so far. */
export function PlanScreen({ view, place }: { readonly view: PlanView; readonly place: string | null }) {
  const [state, editor] = usePlan();
  const { id, name, text } = state;
  keepText(name, text);

  useEffect(() => {
    // The host may be gone when it is wanted.
    void textStep.load();
  }, []);
  useEffect(() => {
    document.title = state.live?.resolved.title ?? "Flopsheet";
  }, [state.live?.resolved.title]);
  useShownPlace(view === "text" ? null : place, true);
  /** The step that was shown last: the plan as text leads back to it. */
  const [lastStep, setLastStep] = useState<Step>(state.live === null ? "experiments" : "sheet");
  if (view !== "text" && view !== "revisions" && view !== lastStep) setLastStep(view);

  const save = async () => {
    const outcome = await saveDocument(editor, state.lastChange?.words ?? "");
    if (outcome.kind === "saved" && outcome.id !== id) goToPlan(outcome.id, view);
  };
  useCommands({
    "project.save": () => void save(),
    "project.export": () => saveFile(planFileName(name, text), new Blob([text], { type: "text/plain" })),
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
      <PlanNotices />
      <Explanations plan={hasSoFar ? state.live : null} onShowPlace={(at) => goToPlace(id, at)}>
        <main id="main" className="plan-content" tabIndex={-1}>
          <Suspense fallback={null}>
            {view === "text" ? (
              <TextView place={place} backName={stepNames[lastStep]} onBack={() => goToPlan(id, lastStep)} />
            ) : (
              <View view={view} place={place} />
            )}
          </Suspense>
        </main>
        {hasSoFar && <SoFar asBar={view === "quotes"} />}
      </Explanations>
    </div>
  );
}

function TextView(props: Parameters<Awaited<ReturnType<typeof textStep.load>>["TextStep"]>[0]) {
  const loaded = textStep.use();
  return loaded === null ? null : <loaded.TextStep {...props} />;
}

const stepNames: Readonly<Record<Step, string>> = {
  project: "the project",
  experiments: "the experiments",
  hardware: "hardware and speed",
  clusters: "the clusters",
  quotes: "the quotes",
  sheet: "the sheet",
};

function View({ view, place }: { readonly view: Exclude<PlanView, "text">; readonly place: string | null }) {
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
    case "revisions":
      return <RevisionsPage />;
  }
}
