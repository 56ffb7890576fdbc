import Button from "@mui/material/Button";
import IconButton from "@mui/material/IconButton";
import { type SubmitEvent, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { ContractError } from "../../../../shared/contract/reply.ts";
import { Close, Warning } from "../../../components/icons.tsx";
import { useShortcuts } from "../../../components/use-shortcuts.ts";
import type { Entry, Library } from "../../../library/use-library.ts";
import { copyTitle, fieldsOf, type Noun } from "../noun.ts";
import { UsedIn } from "../used-in.tsx";
import { type Draft, draftOf, faultsOf, typedValue } from "./draft.ts";
import { RowFields } from "./row-fields.tsx";
import "./row-panel.css";

/** A row whose form is open. */
export interface OpenedRow {
  readonly id: string;
  /** Null for a row that is not in the record yet. */
  readonly revision: number | null;
  /** What the form began with. */
  readonly value: unknown;
  /** What was typed when it was closed before; null when nothing was. */
  readonly draft: Draft | null;
}

interface RowPanelProps<Value> {
  readonly noun: Noun<Value>;
  readonly library: Library<Value>;
  readonly opened: OpenedRow;
  readonly onSaved: (title: string) => void;
  /** `draft` is what was typed and is not saved; null when nothing was. */
  readonly onClose: (draft: Draft | null) => void;
  /** Opens another row in its place: theirs, or mine as a copy. */
  readonly onOpen: (row: OpenedRow) => void;
}

/** The form of one row at the side: what is wrong stands beside its field, and what another window did is said. */
export function RowPanel<Value>({ noun, library, opened, onSaved, onClose, onOpen }: RowPanelProps<Value>) {
  const fields = fieldsOf(noun);
  const start = useMemo(() => draftOf(noun.toForm(opened.value), fieldsOf(noun)), [noun, opened.value]);
  const [draft, setDraft] = useState(opened.draft ?? start);
  const [isTried, setTried] = useState(false);
  const [isSaving, setSaving] = useState(false);
  const [error, setError] = useState<ContractError | null>(null);
  const form = useRef<HTMLFormElement>(null);

  const entry = library.entries?.find(({ id }) => id === opened.id);
  const isChanged = JSON.stringify(draft) !== JSON.stringify(start);
  const value = noun.fromForm(typedValue(noun.toForm(opened.value), draft, fields));
  const faults = faultsOf(noun.schema, value);
  const touched = (path: string) => fields.some((field) => path.startsWith(field.path)) && draft[path] !== start[path];
  const shown = isTried ? faults : new Map([...faults].filter(([path]) => touched(path)));

  useLayoutEffect(() => form.current?.querySelector<HTMLElement>("input, select, textarea")?.focus(), []);

  const theirs =
    opened.revision === null || isSaving ? null : movedOn(entry, opened.revision, library.entries !== null);
  const followsTheirs = theirs?.kind === "changed" && !isChanged ? theirs.entry : null;
  useEffect(() => {
    if (followsTheirs !== null) onOpen(openedRow(followsTheirs));
  }, [followsTheirs, onOpen]);

  const close = () => onClose(isChanged ? draft : null);
  useShortcuts({ Escape: close });

  const save = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    const parsed = noun.schema.safeParse(value);
    if (!parsed.success) {
      // The fields say what is wrong once they are rendered.
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    setSaving(true);
    const reply = await library.save(opened.id, opened.revision, parsed.data);
    if (reply.ok) {
      onSaved(noun.titleOf(parsed.data));
      return;
    }
    setSaving(false);
    if (reply.error.code === "conflict") library.reload();
    else setError(reply.error);
  };

  const keepAsCopy = () =>
    onOpen({
      id: crypto.randomUUID(),
      revision: null,
      value: opened.value,
      draft: { ...draft, ...titleDraft(draft, noun, library) },
    });

  const asked = noun.groups.filter(({ when }) => when?.(draft) !== false);
  const inSight = asked.flatMap((group) => group.fields.filter(({ when }) => when?.(draft) !== false));
  const loose = [...shown].filter(([path]) => !inSight.some((field) => isOf(path, field.path)));
  return (
    <aside className="row-panel" aria-labelledby="row-panel-title">
      <div className="row-panel-head">
        <h2 id="row-panel-title">{opened.revision === null ? `New ${noun.one}` : `Change the ${noun.one}`}</h2>
        <IconButton aria-label="Close" title="Close, Esc" onClick={close}>
          <Close />
        </IconButton>
      </div>
      {theirs !== null && followsTheirs === null && (
        <div className="row-panel-conflict" role="alert">
          <p>
            <Warning />{" "}
            {theirs.kind === "deleted"
              ? `This ${noun.one} was deleted meanwhile, in another window or by another program.`
              : `This ${noun.one} was changed meanwhile, in another window or by another program: “${noun.titleOf(theirs.entry.value)}” is revision ${theirs.entry.revision} now. Nothing of yours is written yet.`}
          </p>
          <div className="row-panel-actions">
            {theirs.kind === "changed" && <Button onClick={() => onOpen(openedRow(theirs.entry))}>Take theirs</Button>}
            <Button onClick={keepAsCopy}>Keep mine as a copy</Button>
          </div>
        </div>
      )}
      <form ref={form} noValidate onSubmit={(event) => void save(event)}>
        {asked.map(({ title, help, fields: group }) => (
          <section key={title} className="row-panel-group">
            {title !== null && <h3>{title}</h3>}
            {help !== undefined && <p className="row-panel-note">{help}</p>}
            <div className="row-panel-fields">
              <RowFields fields={group} draft={draft} faults={shown} onChange={setDraft} />
            </div>
          </section>
        ))}
        {loose.map(([path, fault]) => (
          <p key={path} className="row-panel-error" role="alert">
            {fault}
          </p>
        ))}
        {error !== null && (
          <p className="row-panel-error" role="alert">
            Not saved: {error.message}
          </p>
        )}
        <div className="row-panel-actions row-panel-foot">
          <Button type="submit" variant="contained" color="primary" disabled={isSaving || theirs !== null}>
            Save
          </Button>
          <Button onClick={close}>Cancel</Button>
        </div>
      </form>
      {entry !== undefined && (
        <section className="row-panel-group">
          <h3>Used in</h3>
          <UsedIn noun={noun} projects={entry.usedIn} none="No project has copied it." />
          <p className="row-panel-note">
            Projects keep the copy they took, with its date: a change here reaches a project only when you take it
            there.
          </p>
        </section>
      )}
    </aside>
  );
}

/** A row of the record, as its form opens it. */
export const openedRow = <Value,>({ id, revision, value }: Entry<Value>): OpenedRow => ({
  id,
  revision,
  value,
  draft: null,
});

type MovedOn<Value> = { readonly kind: "changed"; readonly entry: Entry<Value> } | { readonly kind: "deleted" };

/** What became of a row elsewhere since its form was opened at `revision`; null when nothing did. */
function movedOn<Value>(entry: Entry<Value> | undefined, revision: number, isKnown: boolean): MovedOn<Value> | null {
  if (entry === undefined) return isKnown ? { kind: "deleted" } : null;
  return entry.revision === revision ? null : { kind: "changed", entry };
}

const isOf = (path: string, field: string): boolean => path === field || path.startsWith(`${field}.`);

/** The title of a copy, where the form has a title. */
function titleDraft<Value>(draft: Draft, noun: Noun<Value>, { entries }: Library<Value>): Draft {
  const key = fieldsOf(noun)[0]?.path ?? "title";
  const title = draft[key] ?? "";
  const taken = (entries ?? []).map(({ value }) => noun.titleOf(value));
  return title.trim() === "" ? {} : { [key]: copyTitle(title, taken) };
}
