import Button from "@mui/material/Button";
import { type MouseEvent, Suspense, useCallback, useEffect, useRef, useState } from "react";
import { DropTarget } from "../components/drop-target.tsx";
import { Notice } from "../components/notice.tsx";
import { useShortcuts } from "../components/use-shortcuts.ts";
import { locate } from "../estimating/locate.ts";
import type { ReadableFile } from "../estimating/plan-file.ts";
import { saveFile } from "../host/save-file.ts";
import { Content } from "./content.tsx";
import { goTo } from "./router.ts";
import { differsFromSheet, isUnsaved } from "./session.ts";
import { Rail } from "./shell/rail.tsx";
import { ReplaceTextDialog } from "./shell/replace-text-dialog.tsx";
import { TopBar } from "./shell/top-bar.tsx";
import { useHostInfo, useTemplates } from "./use-host.ts";
import { useSession } from "./use-session.ts";
import "./workspace.css";

/** The plan that `npm start` promises. */
const EXAMPLE = "scaling-exponents";

/** Everything around the sheet and the text of the one plan that is open. */
export function Workspace({ place }: { readonly place: "sheet" | "text" }) {
  const [session, actions] = useSession();
  const { opened, draft, notice } = session;
  const info = useHostInfo();
  const templates = useTemplates();
  const chooser = useRef<HTMLInputElement>(null);
  const started = useRef(false);
  const [goal, setGoal] = useState<{ readonly from: number; readonly to: number } | null>(null);
  const [waiting, setWaiting] = useState<(() => void) | null>(null);

  useEffect(() => {
    if (started.current) return;
    started.current = true;
    void actions.openTemplate(EXAMPLE);
  }, [actions]);

  useEffect(() => {
    if (place === "text") actions.tell({ kind: "textShown" });
  }, [place, actions]);

  useEffect(() => {
    document.title = opened?.sheet.title ?? "Flopsheet";
  }, [opened]);

  /** Opening a faulty file puts its text where an unsaved one may stand: ask first. */
  const unlessUnsaved = useCallback(
    (open: () => void) => {
      if (isUnsaved(draft) && differsFromSheet(session)) setWaiting(() => open);
      else open();
    },
    [draft, session],
  );
  const openFile = (file: ReadableFile) => unlessUnsaved(() => void actions.openFile(file));
  const choose = () => chooser.current?.click();

  const showText = useCallback(
    (documentPlace: string | null) => {
      const text = draft?.text ?? opened?.source.text;
      setGoal(documentPlace === null || text === undefined ? null : locate(text, documentPlace));
      goTo("text");
    },
    [draft, opened],
  );

  const saveText = () => {
    if (draft === null) return;
    saveFile(draft.name, new Blob([draft.text], { type: "text/plain" }));
    actions.tell({ kind: "saved" });
  };

  useShortcuts({ "Ctrl+O": choose, ...(place === "text" ? { "Ctrl+S": saveText } : {}) });

  /** The text shown is of another file than the sheet. */
  const isOther = place === "text" && draft !== null && draft.name !== opened?.source.name;
  const kept = place === "sheet" && differsFromSheet(session) ? draft : null;

  return (
    <DropTarget onFile={openFile}>
      <div className="workspace">
        {/* biome-ignore lint/a11y/useValidAnchor: a skip link is looked for among the links of a page */}
        <a className="skip-link" href="#main" onClick={skipToContent}>
          Skip to the content
        </a>
        <Rail place={place} onSheet={() => goTo("sheet")} onText={() => showText(null)} canShow={opened !== null} />
        <div className="workspace-main">
          <TopBar
            title={isOther ? draft.name : (opened?.sheet.title ?? null)}
            name={isOther ? null : (opened?.source.name ?? null)}
            place={place}
            templates={templates}
            onTemplate={(id) => unlessUnsaved(() => void actions.openTemplate(id))}
            onChoose={choose}
            onText={() => showText(null)}
          />
          {notice !== null && <Notice onClose={() => actions.tell({ kind: "noticed", notice: null })}>{notice}</Notice>}
          {kept !== null && (
            <Notice>
              {kept.name} {kept.faults.length === 0 ? "was changed as text" : `has ${faultCount(kept.faults.length)}`}{" "}
              and is kept beside this sheet.
              <Button variant="text" onClick={() => goTo("text")}>
                Go on with it
              </Button>
              <Button variant="text" onClick={() => unlessUnsaved(() => actions.tell({ kind: "draftDropped" }))}>
                Leave it
              </Button>
            </Notice>
          )}
          <main id="main" className="workspace-content" tabIndex={-1}>
            <Suspense fallback={null}>
              <Content
                place={place}
                session={session}
                actions={actions}
                info={info}
                goal={goal}
                onChoose={choose}
                onSave={saveText}
                onShowPlace={showText}
              />
            </Suspense>
          </main>
        </div>
        <input
          ref={chooser}
          type="file"
          hidden
          aria-label="Plan file"
          accept=".json,.yaml,.yml,application/json,application/yaml,text/plain"
          onChange={({ currentTarget }) => {
            const file = currentTarget.files?.[0];
            currentTarget.value = "";
            if (file !== undefined) openFile(file);
          }}
        />
        {waiting !== null && draft !== null && (
          <ReplaceTextDialog
            name={draft.name}
            onKeep={() => setWaiting(null)}
            onSave={saveText}
            onReplace={() => {
              setWaiting(null);
              actions.tell({ kind: "draftDropped" });
              waiting();
            }}
          />
        )}
      </div>
    </DropTarget>
  );
}

const faultCount = (count: number): string => (count === 1 ? "1 fault" : `${count} faults`);

/** The address names the place that is shown, so the link moves the focus and leaves the address alone. */
function skipToContent(event: MouseEvent<HTMLAnchorElement>): void {
  event.preventDefault();
  document.getElementById("main")?.focus();
}
