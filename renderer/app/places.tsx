import { type ReactNode, useLayoutEffect } from "react";
import { RecordState } from "../features/record-state/record-state.tsx";
import type { Route } from "../navigation/router.ts";
import { PlanPlace } from "./plan/plan-place.tsx";
import { CalculatorPage, CataloguePage, LibraryPage, ProjectsPage, QuoteImportPage, SettingsPage } from "./screens.tsx";

/** The screen that the address names. */
export function Places({ route }: { readonly route: Route }) {
  switch (route.kind) {
    case "plan":
      return <PlanPlace key={route.id} id={route.id} view={route.view} place={route.place} />;
    case "library":
      return <Main>{route.page === "catalogue" ? <CataloguePage /> : <LibraryPage page={route.page} />}</Main>;
    case "quoteImport":
      return (
        <Main>
          <QuoteImportPage />
        </Main>
      );
    case "calculator":
      return (
        <Main>
          <CalculatorPage question={route.question} plan={route.plan} />
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

function Main({ children }: { readonly children: ReactNode }) {
  // In the layout phase: a screen that has a title of its own says so after that.
  useLayoutEffect(() => {
    document.title = "Flopsheet";
  }, []);
  return (
    <>
      <RecordState />
      <main id="main" className="shell-content" tabIndex={-1}>
        {children}
      </main>
    </>
  );
}
