import Button from "@mui/material/Button";
import { useState } from "react";
import type { Backup, RecordInfo } from "../../../shared/contract/methods/record.ts";
import type { Reply } from "../../../shared/contract/reply.ts";
import { ConfirmDialog } from "../../components/confirm-dialog.tsx";
import { Warning } from "../../components/icons.tsx";
import { fullWhen } from "../../components/when.ts";
import { client } from "../../host/client.ts";
import { recordReplaced, refreshRecord, useRecord } from "../../record/record-store.ts";
import { closedWords, MEANWHILE, type Remedy } from "./closed-words.ts";
import "./record-state.css";

const when = (instant: string): string => fullWhen(Date.parse(instant));

/** Why the record is closed and what can be done about it; nothing while it is open. */
export function RecordState() {
  const { info, error } = useRecord();
  if (error !== null && error.code === "unreachable") return <Unreachable message={error.message} />;
  return info === null || info.closed === null ? null : <Closed info={info} closed={info.closed} />;
}

function Unreachable({ message }: { readonly message: string }) {
  return (
    <section className="record-state" aria-label="State of the record">
      <Warning />
      <div className="record-state-words">
        <h2>The host of this page does not answer</h2>
        <p>{message}</p>
        <p>{MEANWHILE}</p>
      </div>
      <div className="record-state-actions">
        <Button onClick={() => void refreshRecord()}>Try again</Button>
      </div>
    </section>
  );
}

interface ClosedProps {
  readonly info: RecordInfo;
  readonly closed: NonNullable<RecordInfo["closed"]>;
}

function Closed({ info, closed }: ClosedProps) {
  const [isBusy, setBusy] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const [asks, setAsks] = useState(false);
  const { title, text, remedies } = closedWords(closed, info, when);
  const backup = closed.why === "damaged" ? closed.newestGood : null;

  const attempt = async (ask: Promise<Reply<RecordInfo>>, still: string) => {
    setBusy(true);
    setSaid(null);
    const reply = await ask;
    setBusy(false);
    if (!reply.ok) return setSaid(reply.error.message);
    if (reply.value.closed !== null) setSaid(still);
    recordReplaced(reply.value);
  };

  const buttons: Readonly<Record<Remedy, React.ReactNode>> = {
    again: (
      <Button
        key="again"
        disabled={isBusy}
        onClick={() => void attempt(client["record.reopen"]({}), `It is still so, ${clockNow()}.`)}
      >
        Try again
      </Button>
    ),
    restore: backup !== null && (
      <Button
        key="restore"
        variant="contained"
        color="primary"
        disabled={isBusy}
        onClick={() =>
          void attempt(client["record.restore"]({ backup: backup.id }), "The backup could not be opened either.")
        }
      >
        {`Open the newest good backup, of ${backupWhen(backup)}`}
      </Button>
    ),
    anew: (
      <Button key="anew" disabled={isBusy} onClick={() => setAsks(true)}>
        Begin an empty record
      </Button>
    ),
  };

  return (
    <section className="record-state" aria-label="State of the record">
      <Warning />
      <div className="record-state-words">
        <h2>{title}</h2>
        {text.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
        <p>{MEANWHILE}</p>
        <p className="record-state-said" role="status">
          {said}
        </p>
      </div>
      <div className="record-state-actions">{remedies.map((remedy) => buttons[remedy])}</div>
      {asks && (
        <ConfirmDialog
          title="Begin an empty record?"
          confirm="Begin an empty record"
          onConfirm={() => void attempt(client["record.startAnew"]({}), "An empty record could not be opened either.")}
          onClose={() => setAsks(false)}
        >
          <p>The list of projects will be empty. The damaged file is kept aside, and is never deleted.</p>
          <p>Backups stay where they are: each can be restored in Settings later.</p>
        </ConfirmDialog>
      )}
    </section>
  );
}

const backupWhen = ({ takenAt }: Backup): string => when(takenAt);

const clockNow = (): string => new Date().toLocaleTimeString("en-GB");
