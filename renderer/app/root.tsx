import { loadable } from "../components/loadable.ts";
import { ErrorBoundary } from "./error-boundary.tsx";
import { NothingHere } from "./nothing-here.tsx";
import { Providers } from "./providers.tsx";
import { useRoute } from "./router.ts";

const workspace = loadable(() => import("./workspace.tsx"));
const printing = loadable(() => import("../print/print-page.tsx"));

/** What the address names, or why it cannot be shown. */
export function Root() {
  return (
    <Providers>
      <ErrorBoundary>
        <Place />
      </ErrorBoundary>
    </Providers>
  );
}

function Place() {
  const route = useRoute();
  switch (route.kind) {
    case "sheet":
    case "text":
      return <WorkspacePlace place={route.kind} />;
    case "print":
      return <PrintPlace job={route.job} />;
    case "unknown":
      return <NothingHere path={route.path} />;
  }
}

function WorkspacePlace({ place }: { readonly place: "sheet" | "text" }) {
  const loaded = workspace.use();
  return loaded === null ? null : <loaded.Workspace place={place} />;
}

function PrintPlace({ job }: { readonly job: string }) {
  const loaded = printing.use();
  return loaded === null ? null : <loaded.PrintPage job={job} />;
}
