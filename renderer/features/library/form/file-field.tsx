import Button from "@mui/material/Button";
import { useCallback, useMemo, useRef, useState } from "react";
import { ATTACHMENT_MAX_BYTES, type Attachment, attachmentSchema } from "../../../../shared/money/attachment.ts";
import { useDropTaker } from "../../../components/drop-takers.ts";
import { downloadFile, keepFile } from "../../../library/attached-files.ts";
import { bytesWords } from "../../../record/backup-words.ts";

interface FileFieldProps {
  readonly id: string;
  readonly describedBy: string | undefined;
  readonly label: string;
  /** As the form keeps it: an attachment as JSON; empty for none. */
  readonly text: string;
  readonly onChange: (text: string) => void;
}

/** A file beside the row: chosen, or dropped anywhere on the window while the form is open; kept at once, by its hash. */
export function FileField({ id, describedBy, label, text, onChange }: FileFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const file = attachmentOf(text);

  const change = useRef(onChange);
  change.current = onChange;
  const keep = useCallback(async (chosen: File) => {
    setBusy(true);
    setSaid(null);
    const kept = await keepFile(chosen);
    setBusy(false);
    if (kept.ok) change.current(JSON.stringify(kept.value));
    else setSaid(kept.error.message);
  }, []);
  const taker = useMemo(
    () => ({
      words: "Drop the offer to keep it beside this quote",
      note: `A PDF, an e-mail or any other file, at most ${bytesWords(ATTACHMENT_MAX_BYTES)}.`,
      take: async ([first]: readonly File[]) => {
        if (first !== undefined) await keep(first);
        return true;
      },
    }),
    [keep],
  );
  useDropTaker(taker);

  return (
    <div className="file-field">
      {file !== null && (
        <p className="file-field-name">
          {file.name} <span className="library-small">{bytesWords(file.bytes)}</span>
        </p>
      )}
      <input
        ref={input}
        type="file"
        hidden
        aria-hidden="true"
        tabIndex={-1}
        onChange={({ currentTarget }) => {
          const [chosen] = currentTarget.files ?? [];
          currentTarget.value = "";
          if (chosen !== undefined) void keep(chosen);
        }}
      />
      <div className="row-panel-actions">
        <Button id={id} aria-describedby={describedBy} disabled={isBusy} onClick={() => input.current?.click()}>
          {file === null ? "Choose a file" : "Another file"}
        </Button>
        {file !== null && (
          <>
            <Button onClick={async () => setSaid(await downloadFile(file))}>Download</Button>
            <Button aria-label={`Take out the ${label.toLowerCase()}`} onClick={() => onChange("")}>
              Take out
            </Button>
          </>
        )}
      </div>
      {said !== null && (
        <p className="row-panel-error" role="alert">
          {said}
        </p>
      )}
    </div>
  );
}

function attachmentOf(text: string): Attachment | null {
  if (text === "") return null;
  const parsed = attachmentSchema.safeParse(JSON.parse(text));
  return parsed.success ? parsed.data : null;
}
