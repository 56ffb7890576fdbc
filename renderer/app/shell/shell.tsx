import { type MouseEvent, useCallback, useRef, useState } from "react";
import { useCommands } from "../../commands/registry.ts";
import { useCommandKeys } from "../../commands/use-command-keys.ts";
import { DropTarget } from "../../components/drop-target.tsx";
import { Notice } from "../../components/notice.tsx";
import { createDocument } from "../../documents/documents.ts";
import type { ReadableFile } from "../../estimating/plan-file.ts";
import { readPlanFile } from "../../estimating/plan-file.ts";
import { goTo, goToPlan, useRoute } from "../../navigation/router.ts";
import { Places } from "../places.tsx";
import { chooseScheme } from "../theme/colour-scheme.ts";
import { Rail } from "./rail.tsx";
import "./shell.css";

/** Everything around the screens: the rail, commands and their keys, files that are opened or dropped. */
export function Shell() {
  const route = useRoute();
  const chooser = useRef<HTMLInputElement>(null);
  const [notice, setNotice] = useState<string | null>(null);

  const openFile = useCallback(async (file: ReadableFile) => {
    const read = await readPlanFile(file);
    if (!read.ok) {
      const [fault] = read.error;
      setNotice(`${file.name} was not opened. ${fault?.message}: allowed is ${fault?.allowed}.`);
      return;
    }
    const { id, error } = await createDocument({ name: file.name, text: read.value }, `Opened ${file.name}`);
    setNotice(error === null ? null : `${file.name} is a draft in this browser: ${error.message}`);
    goToPlan(id, "sheet");
  }, []);

  const choose = () => chooser.current?.click();
  useCommandKeys();
  useCommands({
    "project.open": choose,
    "go.projects": () => goTo({ kind: "projects" }),
    "go.quotes": () => goTo({ kind: "library", page: "quotes" }),
    "go.clusters": () => goTo({ kind: "library", page: "clusters" }),
    "go.catalogue": () => goTo({ kind: "library", page: "catalogue" }),
    "go.settings": () => goTo({ kind: "settings" }),
    "view.light": () => chooseScheme("light"),
    "view.dark": () => chooseScheme("dark"),
    "view.system": () => chooseScheme("system"),
  });

  return (
    <DropTarget onFile={(file) => void openFile(file)}>
      <div className={route.kind === "plan" && route.view === "sheet" ? "shell shell-narrow" : "shell"}>
        {/* biome-ignore lint/a11y/useValidAnchor: a skip link is looked for among the links of a page */}
        <a className="skip-link" href="#main" onClick={skipToContent}>
          Skip to the content
        </a>
        <Rail route={route} />
        <div className="shell-main">
          {notice !== null && <Notice onClose={() => setNotice(null)}>{notice}</Notice>}
          <Places route={route} />
        </div>
        <input
          ref={chooser}
          type="file"
          hidden
          aria-label="Plan file"
          accept=".json,.yaml,.yml,application/json,application/yaml,text/plain"
          onChange={({ currentTarget }) => {
            const file = currentTarget.files?.[0];
            if (file !== undefined) void openFile(file);
            currentTarget.value = "";
          }}
        />
      </div>
    </DropTarget>
  );
}

/** The address names the place that is shown, so the link moves the focus and leaves the address alone. */
function skipToContent(event: MouseEvent<HTMLAnchorElement>): void {
  event.preventDefault();
  document.getElementById("main")?.focus();
}
