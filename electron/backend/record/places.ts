import { join } from "node:path";

/** Where the record and what belongs to it lie in a data directory. docs/record.md tells it to people. */
export interface RecordPlaces {
  readonly directory: string;
  readonly file: string;
  /** Written beside `file` by SQLite while it is open, and left there by a kill. */
  readonly log: string;
  /** Empty for ever; who has it locked has the record, also while its file is replaced. */
  readonly lock: string;
  readonly owner: string;
  readonly backups: string;
  /** Damaged files, kept for ever. */
  readonly aside: string;
  /** What is on its way in or out; emptied when the record is opened. */
  readonly staging: string;
}

export function recordPlaces(directory: string): RecordPlaces {
  const file = join(directory, "record.sqlite");
  return {
    directory,
    file,
    log: `${file}-wal`,
    lock: join(directory, "record.lock"),
    owner: join(directory, "record-owner.json"),
    backups: join(directory, "backups"),
    aside: join(directory, "damaged"),
    staging: join(directory, "staging"),
  };
}
