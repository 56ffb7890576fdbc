/** Every screen, fetched when it is first shown or soon after the start: the host may be gone when it is wanted. */
import { type ComponentType, memo, useEffect } from "react";
import { chartCanvas } from "../charts/chart-view.tsx";
import { loadable } from "../components/loadable.ts";

/** Beside the screens, parts of them that come when they are wanted. */
const loads: (() => Promise<unknown>)[] = [
  () => import("../components/pop-menu.tsx"),
  () => import("../explain/explain-drawer.tsx"),
  () => import("../features/experiments/sweep-import/use-sweep-import.ts").then(({ importer }) => importer.load()),
  chartCanvas.load,
  () => import("../features/sheet/exports.ts").then(({ loadWriters }) => loadWriters()),
];

let tellShown: () => void = () => {};
const firstShown = new Promise<void>((shown) => {
  tellShown = shown;
});

/** A screen that comes by itself. */
function screen<P extends object>(fetch: () => Promise<ComponentType<P>>) {
  const part = loadable(fetch);
  loads.push(part.load);
  return memo((props: P) => {
    const Loaded = part.use();
    useEffect(() => {
      if (Loaded !== null) tellShown();
    }, [Loaded]);
    return Loaded === null ? null : <Loaded {...props} />;
  });
}

/** Long enough for the first screen, short enough for a host that is about to go. */
const LATEST_MS = 3_000;

/** Set once every part was fetched, for whoever measures or waits. */
const ALL_THERE = "flopsheet-parts-there";

/**
 * Fetches them all, once the first one is there, each when the page has nothing else to do: all at once they would hold up whoever
 * types already. One that does not come then is fetched again when it is shown, which says why it does not. Gives the way to call it
 * off.
 */
export function loadScreensSoon(): () => void {
  let idle = 0;
  let next = 0;
  let stopped = false;
  const whenIdle = () => {
    if (!stopped) idle = requestIdleCallback(loadNext, { timeout: LATEST_MS });
  };
  const loadNext = () => {
    const load = loads[next++];
    if (load === undefined) performance.mark(ALL_THERE);
    // A part that does not come keeps no other from coming.
    else void load().then(whenIdle, whenIdle);
  };
  const atLatest = new Promise((come) => setTimeout(come, LATEST_MS));
  void Promise.race([firstShown, atLatest]).then(whenIdle);
  return () => {
    stopped = true;
    cancelIdleCallback(idle);
  };
}

export const ProjectsPage = screen(() =>
  import("../features/projects/projects-page.tsx").then((part) => part.ProjectsPage),
);
export const LibraryPage = screen(() =>
  import("../features/library/library-page.tsx").then((part) => part.LibraryPage),
);
export const QuoteImportPage = screen(() =>
  import("../features/quote-import/quote-import-page.tsx").then((part) => part.QuoteImportPage),
);
export const CataloguePage = screen(() =>
  import("../features/library/catalogue/catalogue-page.tsx").then((part) => part.CataloguePage),
);
export const CalculatorPage = screen(() =>
  import("../features/calculator/calculator-page.tsx").then((part) => part.CalculatorPage),
);
export const SettingsPage = screen(() =>
  import("../features/settings/settings-page.tsx").then((part) => part.SettingsPage),
);
export const ProjectStep = screen(() =>
  import("../features/project-step/project-step.tsx").then((part) => part.ProjectStep),
);
export const ExperimentsStep = screen(() =>
  import("../features/experiments/experiments-step.tsx").then((part) => part.ExperimentsStep),
);
export const HardwareStep = screen(() =>
  import("../features/hardware/hardware-step.tsx").then((part) => part.HardwareStep),
);
export const ClusterStep = screen(() =>
  import("../features/cluster-step/cluster-step.tsx").then((part) => part.ClusterStep),
);
export const QuoteStep = screen(() => import("../features/quote-step/quote-step.tsx").then((part) => part.QuoteStep));
export const BudgetStep = screen(() =>
  import("../features/budget-step/budget-step.tsx").then((part) => part.BudgetStep),
);
export const SheetStep = screen(() => import("../features/sheet/sheet-step.tsx").then((part) => part.SheetStep));
export const TextStep = screen(() => import("../features/plan-text/text-step.tsx").then((part) => part.TextStep));
export const NewProjectDialog = screen(() =>
  import("../features/projects/new-project-dialog.tsx").then((part) => part.NewProjectDialog),
);
export const RevisionsPage = screen(() =>
  import("../features/revisions/revisions-page.tsx").then((part) => part.RevisionsPage),
);
export const FitPage = screen(() => import("../features/fit/fit-page.tsx").then((part) => part.FitPage));
export const RedTeamPage = screen(() =>
  import("../features/red-team/red-team-page.tsx").then((part) => part.RedTeamPage),
);
export const SoFar = screen(() => import("../features/so-far/so-far.tsx").then((part) => part.SoFar));
export const Palette = screen(() => import("./palette/palette.tsx").then((part) => part.Palette));
export const KeysDialog = screen(() => import("./keys/keys-dialog.tsx").then((part) => part.KeysDialog));
export const ConflictDialog = screen(() =>
  import("./plan/conflict/conflict-dialog.tsx").then((part) => part.ConflictDialog),
);
