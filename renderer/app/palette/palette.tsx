import { type KeyboardEvent, useEffect, useMemo, useState } from "react";
import { commands } from "../../../shared/contract/commands.ts";
import { keysText } from "../../commands/keys-text.ts";
import { runCommand, useAvailableCommands } from "../../commands/registry.ts";
import { Kbd } from "../../components/kbd.tsx";
import { Modal } from "../../components/modal.tsx";
import { useRecentPlans } from "../../documents/visits.ts";
import { client } from "../../host/client.ts";
import { goToPlan } from "../../navigation/router.ts";
import { groupsOf, matching, type PaletteEntry } from "./entries.ts";
import "./palette.css";

const LIST = "palette-list";
const optionId = ({ id }: PaletteEntry) => `palette-${id}`;

/** Finds a command or a project by some letters of its name, and does it or goes there. */
export function Palette({ onClose }: { readonly onClose: () => void }) {
  const [sought, setSought] = useState("");
  // By its name, not its place: commands come and go while one looks.
  const [atId, setAtId] = useState<string | null>(null);
  const entries = useEntries();
  const found = useMemo(() => matching(entries, sought), [entries, sought]);
  const at = Math.max(
    0,
    found.findIndex(({ id }) => id === atId),
  );
  const current = found[at];

  useEffect(() => {
    if (current !== undefined) document.getElementById(optionId(current))?.scrollIntoView({ block: "nearest" });
  }, [current]);

  const choose = (entry: PaletteEntry) => {
    onClose();
    // Once the dialog has gone and given the focus back.
    setTimeout(() => run(entry), 0);
  };
  const press = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step !== undefined) setAtId(found[step(at, found.length)]?.id ?? null);
    else if (event.key === "Enter" && current !== undefined) choose(current);
    else return;
    event.preventDefault();
  };

  return (
    <Modal label="Find a command" className="palette" onClose={onClose}>
      <input
        className="palette-field"
        role="combobox"
        aria-label="Command or project"
        aria-expanded="true"
        aria-controls={LIST}
        aria-autocomplete="list"
        aria-activedescendant={current === undefined ? undefined : optionId(current)}
        placeholder="Command, step or project"
        autoComplete="off"
        spellCheck={false}
        value={sought}
        onChange={({ target }) => {
          setSought(target.value);
          setAtId(null);
        }}
        onKeyDown={press}
      />
      <div id={LIST} className="palette-list" role="listbox" aria-label="Found">
        {groupsOf(found).map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset may not stand in a list box
          <div key={group[0]?.group} role="group" aria-label={group[0]?.group ?? ""}>
            <div className="palette-group" aria-hidden="true">
              {group[0]?.group}
            </div>
            {group.map((entry) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys
              // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus, as of a combobox
              <div
                key={entry.id}
                id={optionId(entry)}
                className="palette-option"
                role="option"
                aria-selected={entry === current}
                onClick={() => choose(entry)}
              >
                <span>{entry.title}</span>
                {entry.keys !== null && <Kbd>{keysText(entry.keys)}</Kbd>}
              </div>
            ))}
          </div>
        ))}
      </div>
      <p className="palette-none" role="status">
        {found.length === 0 ? "Nothing has these words in its name." : ""}
      </p>
    </Modal>
  );
}

const steps: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at, count) => (count === 0 ? 0 : (at + 1) % count),
  ArrowUp: (at, count) => (count === 0 ? 0 : (at - 1 + count) % count),
  PageDown: (at, count) => Math.max(0, Math.min(at + 8, count - 1)),
  PageUp: (at) => Math.max(0, at - 8),
};

function run({ id, group }: PaletteEntry): void {
  if (group !== "Commands") goToPlan(id.replace(/^(recent|project)-/, ""), "experiments");
  else for (const command of commands) if (command.id === id) runCommand(command.id);
}

function useEntries(): readonly PaletteEntry[] {
  const available = useAvailableCommands();
  const recent = useRecentPlans();
  const [projects, setProjects] = useState<readonly { readonly id: string; readonly title: string }[]>([]);
  useEffect(() => {
    // A record that does not answer has nothing to find; the commands are there all the same.
    void client["projects.list"]({ deleted: false }).then((reply) => {
      if (reply.ok) setProjects(reply.value.projects);
    });
  }, []);
  return useMemo(
    () => [
      ...commands
        .filter(({ id }) => id !== "view.palette" && available.includes(id))
        .map(({ id, title, keys }) => ({ id, title, group: "Commands" as const, keys })),
      ...recent.map(({ id, title }) => ({ id: `recent-${id}`, title, group: "Recent" as const, keys: null })),
      ...projects
        .filter(({ id }) => !recent.some((visit) => visit.id === id))
        .map(({ id, title }) => ({ id: `project-${id}`, title, group: "Projects" as const, keys: null })),
    ],
    [available, recent, projects],
  );
}
