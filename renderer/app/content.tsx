import { lazy, useEffect } from "react";
import { loadMenu } from "../components/lazy-menu.tsx";
import { SheetPage } from "../features/sheet/sheet-page.tsx";
import { NothingOpen } from "./nothing-open.tsx";
import { goTo } from "./router.ts";
import type { Session } from "./session.ts";
import type { HostInfo } from "./use-host.ts";
import type { SessionActions } from "./use-session.ts";

const loadPlanTextPage = () =>
  import("../features/plan-text/plan-text-page.tsx").then(({ PlanTextPage: page }) => ({ default: page }));
const loadRefusedFile = () =>
  import("../features/plan-text/refused-file.tsx").then(({ RefusedFile: page }) => ({ default: page }));
const PlanTextPage = lazy(loadPlanTextPage);
const RefusedFile = lazy(loadRefusedFile);

interface ContentProps {
  readonly place: "sheet" | "text";
  readonly session: Session;
  readonly actions: SessionActions;
  readonly info: HostInfo | null;
  /** Characters of the text to show at once. */
  readonly goal: { readonly from: number; readonly to: number } | null;
  readonly onChoose: () => void;
  readonly onSave: () => void;
  /** Shows the text at a place of the document. */
  readonly onShowPlace: (place: string) => void;
}

/** The one thing that is shown: a file that was refused, the plan as text, its sheet, or that there is none. */
export function Content({ place, session, actions, info, goal, onChoose, onSave, onShowPlace }: ContentProps) {
  const { opened, draft, refused, notice } = session;
  const isOpened = opened !== null;
  useEffect(() => {
    // Fetched while the first sheet is read: later the host may be gone.
    if (isOpened) void Promise.allSettled([loadPlanTextPage(), loadRefusedFile(), loadMenu()]);
  }, [isOpened]);
  if (refused !== null) {
    return (
      <RefusedFile
        name={refused.name}
        faults={refused.faults}
        onChoose={onChoose}
        onBack={opened === null ? null : () => actions.tell({ kind: "refusalClosed" })}
      />
    );
  }
  if (place === "text" && draft !== null) {
    return (
      <PlanTextPage
        draft={draft}
        goal={goal}
        sheetTitle={opened?.sheet.title ?? null}
        onType={(text) => actions.tell({ kind: "typed", text })}
        onCheck={() => void actions.openSource({ name: draft.name, text: draft.text })}
        onChoose={onChoose}
        onSave={onSave}
        onBack={opened === null ? null : () => goTo("sheet")}
      />
    );
  }
  if (opened !== null) return <SheetPage plan={opened} info={info} onShowPlace={onShowPlace} />;
  return notice === null ? null : <NothingOpen onChoose={onChoose} />;
}
