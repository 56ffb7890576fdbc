import Button from "@mui/material/Button";
import { type SubmitEvent, useId, useState } from "react";
import type { LibraryQuote } from "../../../../shared/money/library-quote.ts";
import { counted } from "../../../../shared/units/format/counted.ts";
import { Bin } from "../../../components/icons.tsx";
import type { Changed } from "../../../library/use-library.ts";
import type { Bulk } from "../kind-page.tsx";
import { BULK_FIELDS, type BulkField, bulkEdited } from "./bulk-edit.ts";

/** What can be done with the quotes that are selected: one field of all of them, or away with them; each can be taken back. */
export function QuoteBulk({ selected, library, onDone, onClear }: Bulk<LibraryQuote>) {
  const [field, setField] = useState<BulkField>("date");
  const [text, setText] = useState("");
  const [fault, setFault] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const help = useId();
  const quotes = counted(selected.length, "quote");

  const apply = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const changes: Changed<LibraryQuote>[] = [];
    for (const { id, revision, value } of selected) {
      const edited = bulkEdited(value, { field, text });
      if ("fault" in edited) {
        setFault(`“${value.title}”: ${edited.fault} Nothing was changed.`);
        return;
      }
      changes.push({ id, revision, value: edited.quote });
    }
    setFault(null);
    setBusy(true);
    const saved = await library.saveMany(changes);
    setBusy(false);
    if (!saved.ok) {
      setFault(saved.error.message);
      if (saved.error.code === "conflict") library.reload();
      return;
    }
    const before = new Map(selected.map(({ id, value }) => [id, value]));
    onDone({
      text: `Changed ${quotes}: ${BULK_FIELDS[field].label.toLowerCase()}.`,
      undo: async () => {
        const back = saved.value.flatMap(({ id, revision }) => {
          const value = before.get(id);
          return value === undefined ? [] : [{ id, revision, value }];
        });
        const undone = await library.saveMany(back);
        onDone({ text: undone.ok ? `${quotes} as before.` : undone.error.message, undo: null });
      },
    });
  };

  const remove = async () => {
    const ids = selected.map(({ id }) => id);
    setBusy(true);
    const removed = await library.removeMany(ids);
    setBusy(false);
    if (!removed.ok) {
      setFault(removed.error.message);
      return;
    }
    onClear();
    onDone({
      text: `Deleted ${quotes}.`,
      undo: async () => {
        const restored = await library.restoreMany(ids);
        onDone({ text: restored.ok ? `${quotes} back in the library.` : restored.error.message, undo: null });
      },
    });
  };

  return (
    <section className="quote-bulk" aria-label="Selected quotes">
      <strong role="status">{quotes} selected</strong>
      <form noValidate onSubmit={(event) => void apply(event)}>
        <select
          aria-label="What to change"
          value={field}
          onChange={({ currentTarget }) => {
            setField(FIELDS.find((one) => one === currentTarget.value) ?? "date");
            setText("");
            setFault(null);
          }}
        >
          {FIELDS.map((one) => (
            <option key={one} value={one}>
              {BULK_FIELDS[one].label}
            </option>
          ))}
        </select>
        <input
          type="text"
          aria-label={BULK_FIELDS[field].label}
          aria-describedby={help}
          aria-invalid={fault !== null}
          autoComplete="off"
          placeholder={BULK_FIELDS[field].placeholder}
          value={text}
          onChange={({ currentTarget }) => {
            setText(currentTarget.value);
            setFault(null);
          }}
        />
        <Button type="submit" variant="contained" color="primary" disabled={isBusy}>
          Change {quotes}
        </Button>
      </form>
      <Button startIcon={<Bin size={14} />} disabled={isBusy} onClick={() => void remove()}>
        Delete {quotes}
      </Button>
      <Button onClick={onClear}>Select none</Button>
      <p id={help} className={fault === null ? "quote-bulk-note" : "quote-bulk-note quote-bulk-fault"} role="status">
        {fault ?? BULK_FIELDS[field].help}
      </p>
    </section>
  );
}

const FIELDS = Object.keys(BULK_FIELDS) as readonly BulkField[];
