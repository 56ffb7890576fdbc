import { useEffect, useState } from "react";
import type { ContractError } from "../../../shared/contract/reply.ts";
import { openDocument } from "../../documents/documents.ts";
import { forgetVisit } from "../../documents/visits.ts";
import { PlanContext } from "../../editing/plan-context.ts";
import type { PlanEditor } from "../../editing/plan-editor.ts";
import { EXAMPLE, type PlanView } from "../../navigation/router.ts";
import { NotOpened } from "./not-opened.tsx";
import { PlanScreen } from "./plan-screen.tsx";

interface PlanPlaceProps {
  readonly id: string;
  readonly view: PlanView;
  readonly place: string | null;
}

/** Opens the document of the address, and gives it to the screens. */
export function PlanPlace({ id, view, place }: PlanPlaceProps) {
  const [editor, setEditor] = useState<PlanEditor | null>(null);
  const [error, setError] = useState<ContractError | null>(null);
  const [attempt, setAttempt] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt is another opening
  useEffect(() => {
    const document = openDocument(id);
    let gone = false;
    void document.editor.then((opened) => {
      if (gone) return;
      if (opened.ok) return setEditor(opened.value);
      setError(opened.error);
      if (opened.error.code === "notFound" && id !== EXAMPLE) void forgetVisit(id);
    });
    return () => {
      gone = true;
      document.close();
    };
  }, [id, attempt]);

  if (error !== null) {
    return (
      <NotOpened
        error={error}
        onAgain={() => {
          setError(null);
          setAttempt(attempt + 1);
        }}
      />
    );
  }
  if (editor === null) return <main id="main" className="shell-content" aria-busy="true" tabIndex={-1} />;
  return (
    <PlanContext value={editor}>
      <PlanScreen view={view} place={place} />
    </PlanContext>
  );
}
