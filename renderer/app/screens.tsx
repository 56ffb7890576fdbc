/** Every screen, fetched when it is first shown or soon after the start: the host may be gone when it is wanted. */
import type { ComponentType } from "react";
import { chartCanvas } from "../charts/chart-view.tsx";
import { loadable } from "../components/loadable.ts";

/** Beside the screens, parts of them that come when they are wanted. */
const loads: (() => Promise<unknown>)[] = [
  () => import("../components/pop-menu.tsx"),
  () => import("../explain/explain-drawer.tsx"),
  chartCanvas.load,
];

/** A screen that comes by itself. */
function screen<P extends object>(fetch: () => Promise<ComponentType<P>>): ComponentType<P> {
  const part = loadable(fetch);
  loads.push(part.load);
  // biome-ignore lint/correctness/noComponentHookFactories: called once for every screen, when this file is read
  return function Screen(props: P) {
    const Loaded = part.use();
    return Loaded === null ? null : <Loaded {...props} />;
  };
}

/** Fetches them all. One that does not come now is fetched again when it is shown, which then says why it does not. */
export function loadScreens(): void {
  for (const load of loads) load().catch(() => {});
}

export const ProjectsPage = screen(() =>
  import("../features/projects/projects-page.tsx").then((part) => part.ProjectsPage),
);
export const LibraryPage = screen(() =>
  import("../features/library/library-page.tsx").then((part) => part.LibraryPage),
);
export const CataloguePage = screen(() =>
  import("../features/library/catalogue/catalogue-page.tsx").then((part) => part.CataloguePage),
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
export const SheetStep = screen(() => import("../features/sheet/sheet-step.tsx").then((part) => part.SheetStep));
export const TextStep = screen(() => import("../features/plan-text/text-step.tsx").then((part) => part.TextStep));
export const NewProjectDialog = screen(() =>
  import("../features/projects/new-project-dialog.tsx").then((part) => part.NewProjectDialog),
);
export const RevisionsPage = screen(() =>
  import("../features/revisions/revisions-page.tsx").then((part) => part.RevisionsPage),
);
export const SoFar = screen(() => import("../features/so-far/so-far.tsx").then((part) => part.SoFar));
export const Palette = screen(() => import("./palette/palette.tsx").then((part) => part.Palette));
export const KeysDialog = screen(() => import("./keys/keys-dialog.tsx").then((part) => part.KeysDialog));
export const ConflictDialog = screen(() =>
  import("./plan/conflict/conflict-dialog.tsx").then((part) => part.ConflictDialog),
);
