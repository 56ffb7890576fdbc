import { type MouseEvent, type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import { runCommand, useCommands } from "../../commands/registry.ts";
import { useCommandKeys } from "../../commands/use-command-keys.ts";
import { DropTarget } from "../../components/drop-target.tsx";
import { Notice } from "../../components/notice.tsx";
import { createDocument } from "../../documents/documents.ts";
import { startImport } from "../../documents/import-run.ts";
import { requestNewProject, useNewProjectRequest } from "../../documents/new-project-request.ts";
import type { ReadableFile } from "../../estimating/plan-file.ts";
import { readPlanFile } from "../../estimating/plan-file.ts";
import { listenToHost } from "../../host/host-events.ts";
import { bytesOfBase64 } from "../../host/save-file.ts";
import { goTo, goToPlan, useRoute } from "../../navigation/router.ts";
import { changeSettings, startSettings } from "../../settings/use-settings.ts";
import { Places } from "../places.tsx";
import { KeysDialog, loadScreensSoon, NewProjectDialog, Palette } from "../screens.tsx";
import { chooseScheme, schemeChoice } from "../theme/colour-scheme.ts";
import { ImportBand } from "./import-band.tsx";
import { Rail } from "./rail.tsx";
import "./shell.css";

startSettings(schemeChoice(), chooseScheme);

/** Everything around the screens: the rail, commands and their keys, files that are opened or dropped. */
export function Shell() {
  const route = useRoute();
  const chooser = useRef<HTMLInputElement>(null);
  const [notice, setNotice] = useState<ReactNode>(null);
  const [over, setOver] = useState<"palette" | "keys" | null>(null);

  const openFile = useCallback(async (file: ReadableFile) => {
    const read = await readPlanFile(file);
    if (!read.ok) {
      const [fault] = read.error;
      setNotice(
        <>
          <strong>{file.name}</strong> was not opened. {fault?.message}: allowed is {fault?.allowed}. {fault?.hint}
        </>,
      );
      return;
    }
    const { id, faults, error } = await createDocument({ name: file.name, text: read.value }, `Opened ${file.name}`);
    setNotice(
      error === null ? null : (
        <>
          <strong>{file.name}</strong> is a draft in this browser, not in the record. {error.message}
        </>
      ),
    );
    goToPlan(id, faults === 0 ? "sheet" : "text");
  }, []);

  useEffect(
    () =>
      listenToHost((event) => {
        if (event.kind === "command") runCommand(event.id);
        else {
          const bytes = bytesOfBase64(event.base64);
          void openFile({ name: event.name, size: bytes.length, arrayBuffer: async () => bytes.buffer });
        }
      }),
    [openFile],
  );

  useEffect(loadScreensSoon, []);

  const openFiles = (files: readonly ReadableFile[]) => {
    const [file, ...others] = files;
    if (file === undefined) return;
    // One file is opened; several become projects without a look at each.
    if (others.length === 0) void openFile(file);
    else void startImport(files);
  };

  useCommandKeys();
  useCommands({
    "project.new": () => requestNewProject(),
    "project.open": () => chooser.current?.click(),
    "view.palette": () => setOver("palette"),
    "view.light": () => void changeSettings({ theme: "light" }),
    "view.dark": () => void changeSettings({ theme: "dark" }),
    "view.system": () => void changeSettings({ theme: "system" }),
    "go.projects": () => goTo({ kind: "projects" }),
    "go.quotes": () => goTo({ kind: "library", page: "quotes" }),
    "go.clusters": () => goTo({ kind: "library", page: "clusters" }),
    "go.catalogue": () => goTo({ kind: "library", page: "catalogue" }),
    "go.calculator": () => goTo({ kind: "calculator", question: "model", plan: null }),
    "go.settings": () => goTo({ kind: "settings" }),
    "help.keys": () => setOver("keys"),
    "help.about": () => {
      goTo({ kind: "settings" });
      location.hash = "about";
    },
  });

  return (
    <DropTarget onFiles={openFiles}>
      <div className={route.kind === "plan" && route.view === "sheet" ? "shell shell-narrow" : "shell"}>
        {/* biome-ignore lint/a11y/useValidAnchor: a skip link is looked for among the links of a page */}
        <a className="skip-link" href="#main" onClick={skipToContent}>
          Skip to the content
        </a>
        <Rail route={route} />
        <div className="shell-main">
          {notice !== null && <Notice onClose={() => setNotice(null)}>{notice}</Notice>}
          <ImportBand />
          <Places route={route} />
        </div>
        <input
          ref={chooser}
          type="file"
          multiple
          hidden
          aria-label="Plan file"
          accept=".json,.yaml,.yml,application/json,application/yaml,text/plain"
          onChange={({ currentTarget }) => {
            openFiles([...(currentTarget.files ?? [])]);
            currentTarget.value = "";
          }}
        />
        <NewProjectOver />
        {over === "palette" && <Palette onClose={() => setOver(null)} />}
        {over === "keys" && <KeysDialog onClose={() => setOver(null)} />}
      </div>
    </DropTarget>
  );
}

/** Asked for by a command, a button of the list, or the band for those who are new. */
function NewProjectOver() {
  const request = useNewProjectRequest();
  return request === null ? null : <NewProjectDialog from={request.from} />;
}

/** The address names the place that is shown, so the link moves the focus and leaves the address alone. */
function skipToContent(event: MouseEvent<HTMLAnchorElement>): void {
  event.preventDefault();
  document.getElementById("main")?.focus();
}
