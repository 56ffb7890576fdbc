import Button from "@mui/material/Button";
import { useState } from "react";
import type { Backup, RecordInfo } from "../../../shared/contract/methods/record.ts";
import { ConfirmDialog } from "../../components/confirm-dialog.tsx";
import { fullWhen } from "../../components/when.ts";
import { client } from "../../host/client.ts";
import { bytesWords, reasonWords } from "../../record/backup-words.ts";
import { recordReplaced, refreshRecord } from "../../record/record-store.ts";
import { Section } from "./section.tsx";

const whenOf = ({ takenAt }: Backup): string => fullWhen(Date.parse(takenAt));

/** The backups there are, taking one, and putting one in the record's place. */
export function Backups({ info }: { readonly info: RecordInfo }) {
  const { backups, closed } = info;
  const [said, setSaid] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [asked, setAsked] = useState<Backup | null>(null);
  const canRestore = closed === null || closed.why === "damaged";

  const take = async () => {
    setBusy(true);
    const reply = await client["record.backup"]({});
    setSaid(reply.ok ? `A backup of ${bytesWords(reply.value.bytes)} was taken.` : reply.error.message);
    await refreshRecord();
    setBusy(false);
  };
  const restore = async (backup: Backup) => {
    setBusy(true);
    const reply = await client["record.restore"]({ backup: backup.id });
    if (reply.ok) recordReplaced(reply.value);
    setSaid(
      reply.ok ? `The record is that of ${whenOf(backup)} again.` : `Nothing was restored. ${reply.error.message}`,
    );
    setBusy(false);
  };

  return (
    <Section title="Backups">
      <p className="settings-note">
        One is taken at the first opening of a day, of which seven are kept, and before anything that replaces the
        record.
      </p>
      <div className="settings-actions">
        <Button disabled={isBusy || closed !== null} onClick={() => void take()}>
          Take a backup now
        </Button>
        <span role="status">{said}</span>
      </div>
      {backups.length === 0 ? (
        <p className="settings-note">There is no backup yet.</p>
      ) : (
        <div className="settings-table">
          <table>
            <caption className="visually-hidden">Backups, the newest first</caption>
            <thead>
              <tr>
                <th scope="col">Taken</th>
                <th scope="col">Why</th>
                <th scope="col" className="number">
                  Size
                </th>
                <th scope="col">
                  <span className="visually-hidden">Restore</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {backups.map((backup) => (
                <tr key={backup.id}>
                  <th scope="row" className="tabular">
                    {whenOf(backup)}
                  </th>
                  <td>{reasonWords[backup.reason]}</td>
                  <td className="number tabular">{bytesWords(backup.bytes)}</td>
                  <td className="number">
                    <Button
                      variant="text"
                      disabled={isBusy || !canRestore}
                      aria-label={`Restore the backup of ${whenOf(backup)}, ${reasonWords[backup.reason]}`}
                      onClick={() => setAsked(backup)}
                    >
                      Restore
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {asked !== null && (
        <ConfirmDialog
          title={`Restore the backup of ${whenOf(asked)}?`}
          confirm="Restore it"
          onConfirm={() => void restore(asked)}
          onClose={() => setAsked(null)}
        >
          <p>
            {closed === null
              ? "The record as it is now is backed up first; then the backup takes its place. What was saved since is in the new backup."
              : "The damaged record is kept aside; then the backup takes its place."}
          </p>
          <p>Drafts in this browser stay as they are.</p>
        </ConfirmDialog>
      )}
    </Section>
  );
}
