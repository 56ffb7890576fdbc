import { Suspense } from "react";
import { LibraryPage } from "../features/library/library-page.tsx";
import { ProjectsPage } from "../features/projects/projects-page.tsx";
import { RecordState } from "../features/record-state/record-state.tsx";
import { SettingsPage } from "../features/settings/settings-page.tsx";
import type { Route } from "../navigation/router.ts";
import { PlanPlace } from "./plan/plan-place.tsx";

/** The screen that the address names. */
export function Places({ route }: { readonly route: Route }) {
  switch (route.kind) {
    case "plan":
      return <PlanPlace key={route.id} id={route.id} view={route.view} place={route.place} />;
    case "library":
      return (
        <Main>
          <LibraryPage page={route.page} />
        </Main>
      );
    case "settings":
      return (
        <Main>
          <SettingsPage />
        </Main>
      );
    default:
      return (
        <Main>
          <ProjectsPage />
        </Main>
      );
  }
}

function Main({ children }: { readonly children: React.ReactNode }) {
  return (
    <>
      <RecordState />
      <main id="main" className="shell-content" tabIndex={-1}>
        <Suspense fallback={null}>{children}</Suspense>
      </main>
    </>
  );
}
