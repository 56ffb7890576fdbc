import Button from "@mui/material/Button";
import { useState } from "react";
import type { LibraryQuote } from "../../../../shared/money/library-quote.ts";
import { counted } from "../../../../shared/units/format/counted.ts";
import { Bin } from "../../../components/icons.tsx";
import type { Tools } from "../kind-page.tsx";

interface DeleteDuplicatesProps extends Tools<LibraryQuote> {
  /** Ids of all but the newest of each offer. */
  readonly older: readonly string[];
}

/** Leaves of every offer the quote that was changed last; can be taken back. */
export function DeleteDuplicates({ older, library, onDone }: DeleteDuplicatesProps) {
  const [isBusy, setBusy] = useState(false);
  const quotes = counted(older.length, "older duplicate");

  const remove = async () => {
    setBusy(true);
    const removed = await library.removeMany(older);
    setBusy(false);
    if (!removed.ok) {
      onDone({ text: removed.error.message, undo: null });
      return;
    }
    onDone({
      text: `Deleted ${quotes}.`,
      undo: async () => {
        const restored = await library.restoreMany(older);
        onDone({ text: restored.ok ? `${quotes} back in the library.` : restored.error.message, undo: null });
      },
    });
  };

  return (
    <Button
      startIcon={<Bin size={14} />}
      disabled={isBusy || older.length === 0}
      title="Of each offer the quote that was changed last stays"
      onClick={() => void remove()}
    >
      {older.length === 0 ? "No duplicates" : `Delete ${quotes}`}
    </Button>
  );
}
