import { loadable } from "../components/loadable.ts";
import { useRoute } from "../navigation/router.ts";
import { ErrorBoundary } from "./error-boundary.tsx";
import { NothingHere } from "./nothing-here.tsx";
import { Providers } from "./providers.tsx";

const shell = loadable(() => import("./shell/shell.tsx"));
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
    case "print":
      return <PrintPlace job={route.job} />;
    case "unknown":
      return <NothingHere path={route.path} />;
    default:
      return <ShellPlace />;
  }
}

function ShellPlace() {
  const loaded = shell.use();
  return loaded === null ? null : <loaded.Shell />;
}

function PrintPlace({ job }: { readonly job: string }) {
  const loaded = printing.use();
  return loaded === null ? null : <loaded.PrintPage job={job} />;
}
