import { useEffect, useState } from "react";
import type { ContractError } from "../../../shared/contract/reply.ts";
import { openDocument } from "../../documents/documents.ts";
import { PlanContext } from "../../editing/plan-context.ts";
import type { PlanEditor } from "../../editing/plan-editor.ts";
import type { PlanView } from "../../navigation/router.ts";
import { PlanScreen } from "./plan-screen.tsx";
import "../message-page.css";

interface PlanPlaceProps {
  readonly id: string;
  readonly view: PlanView;
  readonly place: string | null;
}

/** Opens the document of the address, and gives it to the screens. */
export function PlanPlace({ id, view, place }: PlanPlaceProps) {
  const [editor, setEditor] = useState<PlanEditor | null>(null);
  const [error, setError] = useState<ContractError | null>(null);

  useEffect(() => {
    let gone = false;
    void openDocument(id).then((opened) => {
      if (gone) return;
      if (opened.ok) setEditor(opened.value);
      else setError(opened.error);
    });
    return () => {
      gone = true;
    };
  }, [id]);

  if (error !== null) {
    return (
      <main className="message-page">
        <h1>This project cannot be opened</h1>
        <p>{error.message}</p>
        <p>
          <a href="/">All projects</a>
        </p>
      </main>
    );
  }
  return editor === null ? null : (
    <PlanContext value={editor}>
      <PlanScreen view={view} place={place} />
    </PlanContext>
  );
}
