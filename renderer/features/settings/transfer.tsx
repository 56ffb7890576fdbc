import Button from "@mui/material/Button";
import { useRef, useState } from "react";
import type { RecordInfo } from "../../../shared/contract/methods/record.ts";
import { counted } from "../../../shared/units/format/counted.ts";
import { ConfirmDialog } from "../../components/confirm-dialog.tsx";
import { ProgressBar } from "../../components/progress-bar.tsx";
import { client } from "../../host/client.ts";
import { base64OfBytes, bytesOfBase64, saveFile } from "../../host/save-file.ts";
import { bytesWords } from "../../record/backup-words.ts";
import { recordReplaced, refreshRecord } from "../../record/record-store.ts";
import { exportRecord, importRecord, type TransferProgress } from "./record-transfer.ts";
import { Section } from "./section.tsx";

interface Running {
  readonly what: "out" | "in";
  readonly progress: TransferProgress | null;
  readonly cancel: () => void;
}

/** The whole record as one file: saved, and put in the record's place. */
export function Transfer({ info }: { readonly info: RecordInfo }) {
  const { closed, projects, revisions, sheets } = info;
  const chooser = useRef<HTMLInputElement>(null);
  const [running, setRunning] = useState<Running | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const [chosen, setChosen] = useState<File | null>(null);
  const canImport = closed === null || closed.why === "damaged";

  const begin = (what: Running["what"]) => {
    const controller = new AbortController();
    const cancel = () => controller.abort();
    setSaid(null);
    setRunning({ what, progress: null, cancel });
    return {
      newId: () => crypto.randomUUID(),
      progress: (progress: TransferProgress) => setRunning({ what, progress, cancel }),
      signal: controller.signal,
    };
  };

  const save = async () => {
    const exported = await exportRecord(client, bytesOfBase64, begin("out"));
    setRunning(null);
    if (exported.kind === "done") {
      const file = new Blob([...exported.parts], { type: "application/vnd.sqlite3" });
      saveFile(exported.name, file);
      setSaid(`${exported.name} was saved, ${bytesWords(file.size)}.`);
    } else setSaid(exported.kind === "cancelled" ? "Cancelled; no file was saved." : exported.error.message);
  };

  const replace = async (file: File) => {
    const imported = await importRecord(client, file, base64OfBytes, begin("in"));
    setRunning(null);
    if (imported.kind === "done") {
      setSaid(`The record is that of ${file.name} now, with ${counted(imported.projects, "project")}.`);
      const reply = await client["record.info"]({});
      if (reply.ok) recordReplaced(reply.value);
    } else {
      setSaid(
        imported.kind === "cancelled"
          ? "Cancelled; the record is as it was."
          : `The record is as it was. ${imported.error.message}`,
      );
      await refreshRecord();
    }
  };

  const progress = running?.progress ?? null;
  return (
    <Section title="The whole record as a file">
      <p className="settings-note">
        One file with every project, revision, quote, cluster and saved sheet: to move to another computer, or to keep.
      </p>
      <div className="settings-actions">
        <Button disabled={running !== null || closed !== null} onClick={() => void save()}>
          Save the record as a file
        </Button>
        <Button disabled={running !== null || !canImport} onClick={() => chooser.current?.click()}>
          Replace the record by a file
        </Button>
      </div>
      {running !== null && (
        <div className="settings-actions">
          <ProgressBar
            label={running.what === "out" ? "Saving the record" : "Handing over the record"}
            done={progress?.done ?? 0}
            total={progress?.total ?? 1}
          >
            {progress === null
              ? running.what === "out"
                ? "Making the file"
                : "Beginning"
              : `${bytesWords(progress.done)} of ${bytesWords(progress.total)}`}
          </ProgressBar>
          <Button onClick={running.cancel}>Cancel</Button>
        </div>
      )}
      <p className="settings-said" role="status">
        {said}
      </p>
      <input
        ref={chooser}
        type="file"
        hidden
        aria-label="Record file"
        accept=".sqlite,application/vnd.sqlite3"
        onChange={({ currentTarget }) => {
          setChosen(currentTarget.files?.[0] ?? null);
          currentTarget.value = "";
        }}
      />
      {chosen !== null && (
        <ConfirmDialog
          title={`Replace the record by ${chosen.name}?`}
          confirm="Replace the record"
          onConfirm={() => void replace(chosen)}
          onClose={() => setChosen(null)}
        >
          <p>
            {closed === null
              ? `The record here has ${counted(projects, "project")}, ${counted(revisions, "revision")} and ${counted(sheets, "saved sheet")}. A backup of it is taken first; then ${chosen.name} (${bytesWords(chosen.size)}) takes its place.`
              : `The damaged record is kept aside; then ${chosen.name} (${bytesWords(chosen.size)}) takes its place.`}
          </p>
          <p>
            A file that is no sound record is refused, and changes nothing. Drafts in this browser stay as they are.
          </p>
        </ConfirmDialog>
      )}
    </Section>
  );
}
