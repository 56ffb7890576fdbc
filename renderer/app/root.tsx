import { lazy, Suspense } from "react";
import { ErrorBoundary } from "./error-boundary.tsx";
import { NothingHere } from "./nothing-here.tsx";
import { Providers } from "./providers.tsx";
import { useRoute } from "./router.ts";

const Workspace = lazy(() => import("./workspace.tsx").then(({ Workspace: component }) => ({ default: component })));
const PrintPage = lazy(() =>
  import("../print/print-page.tsx").then(({ PrintPage: component }) => ({ default: component })),
);

/** What the address names, or why it cannot be shown. */
export function Root() {
  return (
    <Providers>
      <ErrorBoundary>
        <Suspense fallback={null}>
          <Place />
        </Suspense>
      </ErrorBoundary>
    </Providers>
  );
}

function Place() {
  const route = useRoute();
  switch (route.kind) {
    case "sheet":
    case "text":
      return <Workspace place={route.kind} />;
    case "print":
      return <PrintPage job={route.job} />;
    case "unknown":
      return <NothingHere path={route.path} />;
  }
}
