import Button from "@mui/material/Button";
import { useDeferredValue, useEffect, useMemo, useRef, useState } from "react";
import type { ContractError } from "../../../shared/contract/reply.ts";
import { counted } from "../../../shared/units/format/counted.ts";
import { exact } from "../../../shared/units/format/exact.ts";
import { runCommand, useCommands } from "../../commands/registry.ts";
import { Plus, Search } from "../../components/icons.tsx";
import { Kbd } from "../../components/kbd.tsx";
import { requestNewProject } from "../../documents/new-project-request.ts";
import { goToPlan } from "../../navigation/router.ts";
import { EmptyList } from "./empty-list.tsx";
import type { Listed } from "./listed.ts";
import { commonCurrency, found, pressed, sorted, usualOrder } from "./order.ts";
import { ProjectPanel } from "./project-panel.tsx";
import { ProjectsTable, type RowAction } from "./projects-table.tsx";
import { duplicate, remove, restore, savePlanFile } from "./row-actions.ts";
import { StartBand } from "./start-band.tsx";
import { isStartBandClosed, keepStartBandClosed } from "./start-band-closed.ts";
import { UndoBar } from "./undo-bar.tsx";
import { useListing } from "./use-listing.ts";
import "./projects-page.css";

interface Said {
  readonly words: string;
  readonly undo: (() => Promise<ContractError | null>) | null;
}

/** All projects of the record and the drafts of this browser. */
export function ProjectsPage() {
  const [isBandClosed, setBandClosed] = useState(isStartBandClosed);
  const [order, setOrder] = useState(usualOrder);
  const [query, setQuery] = useState("");
  const [showsDeleted, setShowsDeleted] = useState(false);
  const [chosen, setChosen] = useState<string | null>(null);
  const [said, setSaid] = useState<Said | null>(null);
  const search = useRef<HTMLInputElement>(null);
  const listing = useListing(!isBandClosed);

  const asked = useDeferredValue(query);
  const all = showsDeleted ? listing.deleted : listing.rows;
  // Sorted first: while somebody types, only the search is done again.
  const inOrder = useMemo(() => sorted(all, order), [all, order]);
  const rows = useMemo(() => found(inOrder, asked), [inOrder, asked]);
  const selected = rows.find(({ id }) => id === chosen) ?? rows[0] ?? null;

  useEffect(() => {
    document.title = "Projects · Flopsheet";
  }, []);
  useEffect(() => {
    if (listing.isComplete && listing.deleted.length === 0) setShowsDeleted(false);
  }, [listing]);

  const open = (row: Listed) => {
    if (!row.isDeleted) goToPlan(row.id, row.faults > 0 && row.figures === null ? "text" : "experiments");
  };
  const deleteRow = async (row: Listed) => {
    if (row.isDeleted || (row.kind === "example" && !row.isChanged)) return;
    const next = rows[rows.indexOf(row) + 1] ?? rows[rows.indexOf(row) - 1];
    const removed = await remove(row);
    if (!removed.ok) return setSaid({ words: `${row.title} was not deleted. ${removed.error.message}`, undo: null });
    setChosen(next?.id ?? null);
    const words =
      row.kind === "example"
        ? "The example is as it was shipped: your changes to it were deleted."
        : `${row.title} was deleted.`;
    setSaid({
      words,
      undo: async () => {
        const error = await removed.value();
        if (error === null) setChosen(row.id);
        return error;
      },
    });
  };
  const copyRow = async (row: Listed) => {
    const copied = await duplicate(row);
    if (!copied.ok) return setSaid({ words: `${row.title} was not copied. ${copied.error}`, undo: null });
    setChosen(copied.value.id);
    const { error } = copied.value;
    setSaid({
      words:
        error === null
          ? `Copy of ${row.title} was made.`
          : `Copy of ${row.title} is a draft in this browser: ${error.message}`,
      undo: null,
    });
  };
  const saveRow = async (row: Listed) => {
    const trouble = await savePlanFile(row);
    if (trouble !== null) setSaid({ words: `The plan file of ${row.title} was not saved. ${trouble}`, undo: null });
  };
  const restoreRow = async (row: Listed) => {
    const error = await restore(row);
    setSaid({
      words: error === null ? `${row.title} is restored.` : `${row.title} was not restored. ${error.message}`,
      undo: null,
    });
  };
  const undo = async () => {
    if (said === null || said.undo === null) return;
    const error = await said.undo();
    setSaid(error === null ? null : { words: error.message, undo: said.undo });
  };

  const actionsOf = (row: Listed): readonly RowAction[] => {
    const file = { id: "file", words: "Save plan file", run: (one: Listed) => void saveRow(one) };
    if (row.isDeleted) return [{ id: "restore", words: "Restore", run: (one) => void restoreRow(one) }, file];
    return [
      { id: "open", words: "Open", run: open },
      ...(row.kind === "project"
        ? [{ id: "revisions", words: "Revisions", run: (one: Listed) => goToPlan(one.id, "revisions") }]
        : []),
      { id: "duplicate", words: "Duplicate", run: (one) => void copyRow(one) },
      file,
      ...(row.kind === "example" && !row.isChanged
        ? []
        : [
            {
              id: "delete",
              words: row.kind === "example" ? "Delete your changes" : "Delete",
              run: (one: Listed) => void deleteRow(one),
            },
          ]),
    ];
  };

  useCommands({
    ...(selected === null ? {} : { "project.export": () => void saveRow(selected) }),
    ...(said !== null && said.undo !== null ? { "edit.undo": () => void undo() } : {}),
  });
  useSlash(() => search.current?.focus());

  const inRecord = listing.rows.filter(({ kind }) => kind === "project").length;
  return (
    <div className="projects">
      <header className="projects-bar">
        <h1>Projects</h1>
        <p className="projects-count">
          {!listing.isComplete
            ? ""
            : listing.error === null
              ? `${exact(inRecord)} in the record on this computer`
              : "The record cannot be read; drafts of this browser are below"}
        </p>
        <div className="projects-search">
          <Search size={14} />
          <input
            ref={search}
            type="search"
            aria-label="Search title, funder, experiment"
            placeholder="Title, funder, experiment"
            value={query}
            onChange={({ currentTarget }) => setQuery(currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === "Escape" && query !== "") {
                event.preventDefault();
                setQuery("");
              }
            }}
          />
          <Kbd>/</Kbd>
        </div>
        {(listing.deleted.length > 0 || showsDeleted) && (
          <Button variant="text" aria-pressed={showsDeleted} onClick={() => setShowsDeleted(!showsDeleted)}>
            {showsDeleted ? "Back to the projects" : `Deleted (${exact(listing.deleted.length)})`}
          </Button>
        )}
        <Button onClick={() => runCommand("project.open")}>Open plan file</Button>
        <Button variant="contained" color="primary" startIcon={<Plus />} onClick={() => requestNewProject()}>
          New project
        </Button>
      </header>
      {!isBandClosed && !showsDeleted && (
        <StartBand
          onClose={() => {
            keepStartBandClosed(true);
            setBandClosed(true);
          }}
        />
      )}
      <p className="visually-hidden" role="status">
        {asked.trim() === "" ? "" : `${counted(rows.length, "project")} found`}
      </p>
      {rows.length > 0 ? (
        <ProjectsTable
          rows={rows}
          order={order}
          onSort={(column) => setOrder(pressed(order, column))}
          currency={commonCurrency(all)}
          selected={selected?.id ?? null}
          onSelect={setChosen}
          onOpen={open}
          onDelete={(row) => void deleteRow(row)}
          actionsOf={actionsOf}
        />
      ) : (
        listing.isComplete && (
          <EmptyList
            query={asked.trim()}
            onClear={() => setQuery("")}
            onExample={() => {
              keepStartBandClosed(false);
              setBandClosed(false);
            }}
          />
        )
      )}
      {said !== null && (
        <UndoBar
          words={said.words}
          onUndo={said.undo === null ? null : () => void undo()}
          onClose={() => setSaid(null)}
        />
      )}
      {selected !== null && (
        <ProjectPanel row={selected} onOpen={() => open(selected)} onDuplicate={() => void copyRow(selected)} />
      )}
    </div>
  );
}

/** "/" goes to the search, but where it is typed. */
function useSlash(search: () => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const isTyping = document.activeElement?.matches("input, textarea, select, [contenteditable]") === true;
      if (event.key !== "/" || event.defaultPrevented || isTyping) return;
      event.preventDefault();
      search();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  });
}
