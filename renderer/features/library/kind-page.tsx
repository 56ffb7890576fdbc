import Button from "@mui/material/Button";
import { type ReactNode, useCallback, useDeferredValue, useMemo, useRef, useState } from "react";
import type { ContractError } from "../../../shared/contract/reply.ts";
import { useCommands } from "../../commands/registry.ts";
import { Plus, Search } from "../../components/icons.tsx";
import { useShortcuts } from "../../components/use-shortcuts.ts";
import { LibraryTrouble } from "../../library/library-trouble.tsx";
import { type Entry, type Library, useLibrary } from "../../library/use-library.ts";
import { type OpenedRow, openedRow, RowPanel } from "./form/row-panel.tsx";
import { type Column, copyTitle, type Noun } from "./noun.ts";
import { type Status, StatusLine } from "./status-line.tsx";
import { matches } from "./table/arrange.ts";
import { RowTable } from "./table/row-table.tsx";
import "./library.css";

interface KindPageProps<Value> {
  readonly noun: Noun<Value>;
  readonly title: string;
  readonly columns: readonly Column<Value>[];
  readonly beside?: (value: Value) => string | null;
  /** Shown in place of the table while there is no entry: what one is, what one looks like, and the action to add one. */
  readonly empty: (action: ReactNode) => ReactNode;
  /** Below the table: how its figures are meant. */
  readonly foot?: ReactNode;
  /** Beside the title, as what the figures are at. */
  readonly settings?: ReactNode;
  /** More of the page, below the person's own entries: what the search finds there. */
  readonly below?: (search: string) => ReactNode;
  /** Above the table: what narrows it down beside the search. */
  readonly filters?: (tools: Tools<Value>) => ReactNode;
  /** Whether an entry is found, made once for a search; by its words when left out. */
  readonly finder?: (search: string) => (entry: Entry<Value>) => boolean;
  /** What can be done with several entries at once; none can be selected when left out. */
  readonly bulk?: (bulk: Bulk<Value>) => ReactNode;
  /** Beside the action to add one. */
  readonly actions?: ReactNode;
  /** At the side while no form is open; it may begin a new entry with a value. */
  readonly aside?: (begin: (value: Value) => void) => ReactNode;
}

/** What several entries are changed with at once. */
export interface Tools<Value> {
  readonly library: Library<Value>;
  /** What was done, and the way back. */
  readonly onDone: (status: Status) => void;
}

/** Several entries that are selected. */
export interface Bulk<Value> extends Tools<Value> {
  readonly selected: readonly Entry<Value>[];
  readonly onClear: () => void;
}

const NONE: ReadonlySet<string> = new Set();

/** A page of the library: list, search, sort, add, change, copy, delete and take that back. One for all kinds. */
export function KindPage<Value>(props: KindPageProps<Value>) {
  const {
    noun,
    title,
    columns,
    beside = () => null,
    empty,
    foot,
    settings,
    below,
    aside,
    filters,
    bulk,
    actions,
  } = props;
  const library = useLibrary(noun.kind);
  const { entries, error } = library;
  const [search, setSearch] = useState("");
  // What is typed stands there at once; the rows follow when there is time.
  const sought = useDeferredValue(search);
  const [selectedIds, setSelectedIds] = useState(NONE);
  const [opened, setOpened] = useState<OpenedRow | null>(null);
  const [status, setStatus] = useState<Status | null>(null);
  const searchField = useRef<HTMLInputElement>(null);
  const addButton = useRef<HTMLButtonElement>(null);

  const open = useCallback((row: OpenedRow) => {
    setStatus(null);
    setOpened(row);
  }, []);
  const begin = (value: unknown) => open({ id: crypto.randomUUID(), revision: null, value, draft: null });
  const failed = (what: string) => (reply: { readonly ok: boolean; readonly error?: ContractError }) => {
    if (!reply.ok) setStatus({ text: `${what}: ${reply.error?.message ?? ""}`, undo: null });
    return reply.ok;
  };
  const focusOn = (id: string | null) =>
    requestAnimationFrame(() => {
      const row = id === null ? null : document.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`);
      (row ?? addButton.current)?.focus();
    });

  const remove = async (entry: Entry<Value>) => {
    const name = noun.titleOf(entry.value);
    if (opened?.id === entry.id) setOpened(null);
    if (!failed(`“${name}” was not deleted`)(await library.remove(entry.id))) return;
    focusOn(null);
    setStatus({
      text: `Deleted “${name}”.`,
      undo: async () => {
        if (!failed(`“${name}” was not restored`)(await library.restore(entry.id))) return;
        setStatus({ text: `“${name}” is back.`, undo: null });
        focusOn(entry.id);
      },
    });
  };

  const copy = ({ value }: Entry<Value>) => {
    const taken = (entries ?? []).map((entry) => noun.titleOf(entry.value));
    begin(noun.retitled(value, copyTitle(noun.titleOf(value), taken)));
  };

  const byWords = useWordFinder(noun);
  const finder = props.finder ?? byWords;
  const isFound = useMemo(() => finder(sought), [finder, sought]);
  const selected = useMemo(
    () => (selectedIds.size === 0 ? [] : (entries ?? []).filter(({ id }) => selectedIds.has(id))),
    [entries, selectedIds],
  );

  const canUndo = status?.undo != null && opened === null;
  useCommands(canUndo ? { "edit.undo": () => void status?.undo?.() } : {});
  useShortcuts({
    "/": () => searchField.current?.focus(),
  });

  const add = (
    <Button ref={addButton} variant="contained" color="primary" startIcon={<Plus />} onClick={() => begin(noun.blank)}>
      Add {noun.withArticle}
    </Button>
  );
  const hasRows = entries !== null && entries.length > 0;
  return (
    <div className="library">
      <div className="library-main">
        <header className="library-head">
          <h1>{title}</h1>
          <p className="library-note">
            {hasRows
              ? `${entries.length.toLocaleString("en")} in the library, for all projects`
              : "the library, for all projects"}
          </p>
          {(hasRows || below !== undefined) && settings}
          <div className="library-head-actions">
            {(hasRows || below !== undefined) && (
              <div className="library-search">
                <Search />
                <input
                  ref={searchField}
                  type="search"
                  aria-label={`Search ${noun.many}`}
                  placeholder="Search"
                  value={search}
                  onChange={({ currentTarget }) => setSearch(currentTarget.value)}
                />
                <span className="kbd" aria-hidden="true">
                  /
                </span>
              </div>
            )}
            {actions}
            {(hasRows || (entries !== null && below !== undefined)) && add}
          </div>
        </header>
        {selected.length > 0 && bulk?.({ selected, library, onDone: setStatus, onClear: () => setSelectedIds(NONE) })}
        {status !== null && <StatusLine status={status} onClose={() => setStatus(null)} />}
        <div className="library-body">
          {error !== null && <LibraryTrouble error={error} onRetry={library.reload} />}
          {entries?.length === 0 && empty(add)}
          {hasRows && (
            <div className="library-rows">
              {filters?.({ library, onDone: setStatus })}
              <RowTable
                noun={noun}
                columns={columns}
                entries={entries}
                isFound={isFound}
                nothing={
                  sought.trim() === "" ? `No ${noun.one} is like this.` : `No ${noun.one} has “${sought.trim()}” in it.`
                }
                selection={bulk === undefined ? null : { ids: selectedIds, onSelect: setSelectedIds }}
                openedId={opened?.id ?? null}
                beside={beside}
                onEdit={(entry) => open(openedRow(entry))}
                onCopy={copy}
                onDelete={(entry) => void remove(entry)}
              />
              {foot}
            </div>
          )}
          {below?.(search)}
        </div>
      </div>
      {opened === null && aside?.(begin)}
      {opened !== null && (
        <RowPanel
          key={`${opened.id} ${opened.revision}`}
          noun={noun}
          library={library}
          opened={opened}
          onOpen={open}
          onSaved={(name) => {
            setStatus({ text: `Saved “${name}”.`, undo: null });
            setOpened(null);
            focusOn(opened.id);
          }}
          onClose={(draft) => {
            setOpened(null);
            focusOn(opened.id);
            if (draft !== null) {
              setStatus({
                text: "What you typed is not saved.",
                undo: async () => open({ ...opened, draft }),
                undoTitle: "Open it again",
              });
            }
          }}
        />
      )}
    </div>
  );
}

/** Finds entries by their words, which are put together once an entry. */
function useWordFinder<Value>(noun: Noun<Value>): (search: string) => (entry: Entry<Value>) => boolean {
  return useMemo(() => {
    const texts = new WeakMap<Entry<Value>, string>();
    const textOf = (entry: Entry<Value>): string => {
      const known = texts.get(entry) ?? noun.words(entry.value);
      texts.set(entry, known);
      return known;
    };
    return (search) => (entry) => matches(textOf(entry), search);
  }, [noun]);
}
