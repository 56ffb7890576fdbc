/** The record as a host has it: open or closed, and what can be done in either case. */
import { copyFile, mkdir, open, rename, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Backup, RecordClosed, RecordInfo } from "../../../shared/contract/methods/record.ts";
import { failure, type Reply } from "../../../shared/contract/reply.ts";
import { ok } from "../../../shared/lib/result.ts";
import { DatabaseError } from "../database/database-error.ts";
import { newestVersion } from "../database/migrate.ts";
import { migrations } from "../database/migrations/all.ts";
import { syncFolder } from "../files/sync-folder.ts";
import { putAside } from "./aside.ts";
import { type BackupReason, copyWhole, listBackups, removeDatabase, takeBackup } from "./backups.ts";
import { inWords } from "./closed-words.ts";
import { examineFile, updateFile } from "./examine-file.ts";
import { type RecordLock, takeLock } from "./lock.ts";
import {
  type Closed,
  closeFile,
  closeRecord,
  type OpenRecord,
  openRecord,
  openUnder,
  reasonOf,
} from "./open-record.ts";
import { type RecordPlaces, recordPlaces } from "./places.ts";
import type { Stores } from "./stores.ts";

export interface HostRecord {
  readonly places: RecordPlaces;
  /** Reads from the record; `closed` while it is. */
  read<T>(work: (stores: Stores) => Reply<T>): Reply<T>;
  /** The same for a change: all of it is on the disk, or nothing when the reply is an error. */
  change<T>(work: (stores: Stores) => Reply<T>): Reply<T>;
  info(): Promise<RecordInfo>;
  /** Opens it when it is closed; `info` says how that went. */
  reopen(): Promise<void>;
  backup(): Promise<Reply<Backup>>;
  /** Puts a backup in the record's place. */
  restore(id: string): Promise<Reply<null>>;
  /** Begins an empty record in place of a damaged one. */
  startAnew(): Promise<Reply<null>>;
  /** Writes a consistent copy of the whole to a file that is not there yet. */
  copyTo(path: string): Promise<Reply<null>>;
  /** Puts a file, which is used up, in the record's place; answers how many projects it has. */
  replaceBy(path: string): Promise<Reply<{ projects: number }>>;
  /** Whether another record may be put in its place: it is open, or damaged. */
  replaceable(): Reply<null>;
  close(): Promise<void>;
}

export interface RecordOptions {
  readonly directory: string;
  readonly now?: () => Date;
}

type State =
  | { readonly open: OpenRecord }
  | { readonly open: null; readonly closed: Closed; readonly kept: string | null };

const shut = (closed: Closed, kept: string | null = null): State => ({ open: null, closed, kept });

/** A record that is closed at first; `reopen` opens it. What takes time is done one after the other, in the order it was asked. */
export function createRecord({ directory, now: clock = () => new Date() }: RecordOptions): HostRecord {
  const places = recordPlaces(directory);
  const now = () => clock().toISOString();
  const sound = new Map<string, boolean>();
  let state: State = shut({ why: "failed", message: "The record has not been opened yet." });
  /** The file as it was when it was opened, or could not be. */
  let found: bigint | null = null;
  let turn: Promise<unknown> = Promise.resolve();

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = turn.then(work);
    turn = done.catch(() => {});
    return done;
  }

  function attempt<T>(work: (open: OpenRecord) => Reply<T>): Reply<T> {
    if (state.open === null) return failure("closed", inWords(state.closed));
    try {
      return work(state.open);
    } catch (error) {
      if (!(error instanceof DatabaseError)) throw error;
      return trouble(error);
    }
  }

  /** What the record's file has come to while it was open. */
  function trouble(error: DatabaseError): Reply<never> {
    switch (error.trouble) {
      case "full":
        return failure("full", "The disk of the record is full, or a quota is reached. Nothing was saved.");
      case "damaged":
      case "notDatabase":
        return lose({ why: "damaged", what: error.message });
      case "readOnly":
      case "cannotOpen":
        return lose({ why: "readOnly", message: `${places.directory} cannot be written any more. (${error.message})` });
      default:
        throw error;
    }
  }

  function lose(closed: Closed): Reply<never> {
    const { open } = state;
    state = shut(closed);
    // Closing such a file may fail as well, and then ends with the process.
    if (open !== null) void inTurn(() => closeRecord(open, places).catch(() => {}));
    return failure("closed", inWords(closed));
  }

  async function openNow(kept: string | null): Promise<void> {
    found = await inodeOf(places.file);
    const opened = await openRecord(places, now);
    state = opened.ok ? { open: opened.value } : shut(opened.error, kept);
  }

  /** Opens the record under a lock that is held, and gives that up where it stays closed. */
  async function openHeld(lock: RecordLock, kept: string | null): Promise<void> {
    found = await inodeOf(places.file);
    const opened = await openUnder(lock, places, now);
    if (!opened.ok) lock.release();
    state = opened.ok ? { open: opened.value } : shut(opened.error, kept);
  }

  /**
   * The lock of a record that this host has found damaged. Null where another host has put a new file in its place since, which nobody
   * must put aside: that one is opened.
   */
  async function lockDamaged(): Promise<RecordLock | null> {
    const lock = await takeLock(places.lock);
    if ((await inodeOf(places.file)) === found) return lock;
    await openHeld(lock, null);
    return null;
  }

  /** Work on files: what the disk refuses is an answer and not a defect. */
  async function onDisk<T>(work: () => Promise<Reply<T>>): Promise<Reply<T>> {
    try {
      return await work();
    } catch (error) {
      const closed = await reasonOf(error, places);
      if (closed.why === "failed") throw error;
      return failure(closed.why === "full" ? "full" : "unavailable", inWords(closed));
    }
  }

  async function backup(reason: BackupReason): Promise<Reply<Backup>> {
    const { open } = state;
    if (open === null) return failure("closed", inWords(state.closed));
    const schema = newestVersion(migrations);
    return ok(await takeBackup(open.database, places.backups, { reason, schema, now: now() }));
  }

  function replaceable(): Reply<null> {
    if (state.open !== null || state.closed.why === "damaged") return ok(null);
    return failure("closed", inWords(state.closed));
  }

  /**
   * Everything that can go wrong with the new file has been tried before the present one is touched. That one is then backed up, or
   * put aside when it is damaged, and the new one takes its name in one step. The lock is held throughout.
   */
  async function replace(path: string, reason: BackupReason): Promise<Reply<{ projects: number }>> {
    const may = replaceable();
    if (!may.ok) return may;
    const examined = await examineFile(path);
    if (!examined.ok) return failure("invalidInput", examined.error);
    await updateFile(path);
    await syncFile(path);
    if (state.open !== null) {
      const taken = await backup(reason);
      if (!taken.ok) return taken;
    }
    const { open } = state;
    const lock = open === null ? await lockDamaged() : open.lock;
    if (lock === null) return mended();
    let kept: string | null = null;
    state = shut({ why: "failed", message: "The record is being replaced; ask again in a moment." });
    try {
      if (open === null) kept = await putAside(places, now());
      else await closeFile(open, places);
      await rename(path, places.file);
      await syncFolder(places.directory);
    } finally {
      await openHeld(lock, kept);
    }
    return state.open === null ? failure("closed", "The record was replaced and cannot be opened.") : examined;
  }

  async function describeClosed(closed: Closed, kept: string | null): Promise<RecordClosed> {
    if (closed.why !== "damaged") return closed;
    return { ...closed, kept, newestGood: await newestGood() };
  }

  async function newestGood(): Promise<Backup | null> {
    for (const candidate of await listBackups(places.backups)) {
      const known = sound.get(candidate.id) ?? (await examineFile(join(places.backups, candidate.id))).ok;
      sound.set(candidate.id, known);
      if (known) return candidate;
    }
    return null;
  }

  return {
    places,
    read: (work) => attempt(({ stores }) => work(stores)),
    change: (work) => attempt(({ database, stores }) => inOneTransaction(database, () => work(stores))),

    async info() {
      const { file } = places;
      const backups = await listBackups(places.backups);
      const common = { directory, file, backups, sqlite: process.versions.sqlite ?? "" };
      const counted = attempt(({ stores }) => ok({ ...stores.projects.count(), sheets: stores.sheets.count() }));
      if (counted.ok) {
        const sizes = await Promise.all([file, places.log].map(sizeOf));
        const bytes = sizes.reduce((sum, size) => sum + size, 0);
        return { ...common, closed: null, schema: newestVersion(migrations), bytes, ...counted.value };
      }
      const closed = state.open === null ? await describeClosed(state.closed, state.kept) : null;
      return { ...common, closed, schema: 0, bytes: 0, projects: 0, revisions: 0, sheets: 0 };
    },

    reopen: () => inTurn(async () => (state.open === null ? openNow(state.kept) : undefined)),
    backup: () => inTurn(() => onDisk(() => backup("asked"))),

    restore: (id) =>
      inTurn(() =>
        onDisk(async () => {
          const may = replaceable();
          if (!may.ok) return may;
          const chosen = (await listBackups(places.backups)).find((one) => one.id === id);
          if (chosen === undefined) return failure("notFound", "There is no such backup.");
          await mkdir(places.staging, { recursive: true, mode: 0o700 });
          const copy = join(places.staging, "restore.sqlite");
          await removeDatabase(copy);
          await copyFile(join(places.backups, id), copy);
          const replaced = await replace(copy, "before-restore");
          return replaced.ok ? ok(null) : replaced;
        }),
      ),

    startAnew: () =>
      inTurn(() =>
        onDisk(async () => {
          if (state.open !== null) return failure("conflict", "The record is open: there is nothing to begin anew.");
          if (state.closed.why !== "damaged") return failure("closed", inWords(state.closed));
          const lock = await lockDamaged();
          if (lock === null) return mended();
          let kept = state.kept;
          try {
            kept = await putAside(places, now());
          } finally {
            await openHeld(lock, kept);
          }
          return ok(null);
        }),
      ),

    copyTo: (path) =>
      inTurn(() =>
        onDisk(async () => {
          if (state.open === null) return failure("closed", inWords(state.closed));
          await copyWhole(state.open.database, path);
          return ok(null);
        }),
      ),

    replaceBy: (path) => inTurn(() => onDisk(() => replace(path, "before-import"))),
    replaceable,

    close: () =>
      inTurn(async () => {
        const { open } = state;
        state = shut({ why: "failed", message: "Flopsheet is ending." });
        if (open !== null) await closeRecord(open, places);
      }),
  };
}

const mended = (): Reply<never> =>
  failure(
    "conflict",
    "Another Flopsheet has put a new record in the place of the damaged one meanwhile. Nothing was changed.",
  );

/** Which file it is, whatever is in it; null where there is none. */
async function inodeOf(path: string): Promise<bigint | null> {
  return stat(path, { bigint: true }).then(
    ({ ino }) => ino,
    () => null,
  );
}

/** Carries an answer that is an error out of a transaction, which it rolls back. */
class Refused extends Error {
  readonly reply: Reply<never>;

  constructor(reply: Reply<never>) {
    super("rolled back");
    this.reply = reply;
  }
}

function inOneTransaction<T>(database: OpenRecord["database"], work: () => Reply<T>): Reply<T> {
  try {
    return database.transaction<{ reply: Reply<T> }>(() => {
      const reply = work();
      if (!reply.ok) throw new Refused(reply);
      return { reply };
    }).reply;
  } catch (error) {
    if (error instanceof Refused) return error.reply;
    throw error;
  }
}

async function sizeOf(path: string): Promise<number> {
  return stat(path).then(
    ({ size }) => size,
    () => 0,
  );
}

async function syncFile(path: string): Promise<void> {
  const file = await open(path, "r+");
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
