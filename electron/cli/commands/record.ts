/** `flopsheet record …`: looking after the record without the app. */
import "../../../shared/lib/zod-without-eval.ts";
import { access, constants, copyFile, mkdir, realpath, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import type { RecordInfo } from "../../../shared/contract/methods/record.ts";
import type { Reply } from "../../../shared/contract/reply.ts";
import { exact } from "../../../shared/units/format/exact.ts";
import { dataDirectory } from "../../backend/directory/data-directory.ts";
import { fileFault } from "../../backend/files/file-fault.ts";
import { syncFolder } from "../../backend/files/sync-folder.ts";
import { inWords } from "../../backend/record/closed-words.ts";
import { createRecord, type HostRecord } from "../../backend/record/record.ts";
import { type ExitCode, exitCodes } from "../../backend/terminal/exit-codes.ts";
import type { Arguments } from "../../backend/terminal/read-arguments.ts";
import type { Terminal } from "../../backend/terminal/terminal.ts";
import type { recordInfoCommand } from "../command-list.ts";

/** `flopsheet record info [--json]` */
export async function runRecordInfo(
  terminal: Terminal,
  { options }: Arguments<typeof recordInfoCommand.options>,
): Promise<ExitCode> {
  const record = createRecord({ directory: dataDirectory() });
  if (!(await isThere(record.places.file))) return noRecord(terminal, record);
  await record.reopen();
  const info = await record.info();
  await record.close();
  terminal.write(options.json ? `${JSON.stringify(info, null, 2)}\n` : infoText(info));
  return info.closed === null ? exitCodes.done : tellClosed(terminal, info.closed);
}

/** `flopsheet record backup` */
export function runRecordBackup(terminal: Terminal): Promise<ExitCode> {
  return withRecord(terminal, async (record) => {
    const taken = await record.backup();
    if (!taken.ok) return tell(terminal, taken);
    const { id, bytes } = taken.value;
    terminal.complain(`Wrote ${join(record.places.backups, id)}: ${exact(bytes)} bytes.`);
    return exitCodes.done;
  });
}

/** `flopsheet record export FILE`: written under another name, read through, renamed. */
export function runRecordExport(terminal: Terminal, operand: string): Promise<ExitCode> {
  return withRecord(terminal, async (record) => {
    const path = resolve(operand);
    if (await isSame(path, record.places.file)) return refuse(terminal, `${operand} is the record itself.`);
    try {
      await access(dirname(path), constants.W_OK);
    } catch (error) {
      return refuse(terminal, fileFault(error, operand, "written").message);
    }
    const temporary = join(dirname(path), `.${basename(path).slice(0, 40)}.${process.pid}.tmp`);
    const copied = await record.copyTo(temporary);
    if (!copied.ok) return tell(terminal, copied);
    try {
      await rename(temporary, path);
      await syncFolder(dirname(path));
    } catch (error) {
      await rm(temporary, { force: true });
      return refuse(terminal, fileFault(error, operand, "written").message);
    }
    terminal.complain(`Wrote ${operand}: ${exact((await stat(path)).size)} bytes.`);
    return exitCodes.done;
  });
}

/** `flopsheet record import FILE`: the present record is backed up first. */
export async function runRecordImport(terminal: Terminal, operand: string): Promise<ExitCode> {
  const path = resolve(operand);
  const record = createRecord({ directory: dataDirectory() });
  try {
    if ((await stat(path)).isDirectory()) return refuse(terminal, `${operand} is a folder, not a file.`);
  } catch (error) {
    return refuse(terminal, fileFault(error, operand, "read").message);
  }
  if (await isSame(path, record.places.file)) return refuse(terminal, `${operand} is the record itself.`);
  if (await hasBytes(`${path}-wal`)) {
    const message = `${operand} has a log beside it: a Flopsheet has it open, or was killed. Export it from that one.`;
    return refuse(terminal, message);
  }
  await record.reopen();
  try {
    const { staging } = record.places;
    const copy = join(staging, "import.sqlite");
    // A damaged record is no hindrance: it is put aside.
    const may = record.replaceable();
    if (!may.ok) return await tellState(terminal, record);
    await mkdir(staging, { recursive: true, mode: 0o700 });
    await copyFile(path, copy);
    const replaced = await record.replaceBy(copy);
    if (!replaced.ok) return tell(terminal, replaced);
    terminal.complain(`Imported ${operand}: ${counted(replaced.value.projects, "project")}.`);
    return exitCodes.done;
  } catch (error) {
    terminal.complain(fileFault(error, record.places.staging, "written").message);
    return exitCodes.missing;
  } finally {
    await rm(record.places.staging, { recursive: true, force: true });
    await record.close();
  }
}

/** Acts on the record of the app where there is one and it can be opened; says why not where it cannot. */
export async function withRecord(
  terminal: Terminal,
  act: (record: HostRecord) => Promise<ExitCode>,
): Promise<ExitCode> {
  const record = createRecord({ directory: dataDirectory() });
  if (!(await isThere(record.places.file))) return noRecord(terminal, record);
  await record.reopen();
  try {
    return record.read(() => ({ ok: true, value: null })).ok ? await act(record) : await tellState(terminal, record);
  } finally {
    await record.close();
  }
}

function noRecord(terminal: Terminal, { places }: HostRecord): ExitCode {
  terminal.complain(`There is no record in ${places.directory} yet: the app makes one when it starts.`);
  return exitCodes.missing;
}

async function tellState(terminal: Terminal, record: HostRecord): Promise<ExitCode> {
  const { closed } = await record.info();
  return closed === null ? exitCodes.done : tellClosed(terminal, closed);
}

function tellClosed(terminal: Terminal, closed: NonNullable<RecordInfo["closed"]>): ExitCode {
  terminal.complain(inWords(closed));
  return closed.why === "inUse" ? exitCodes.inUse : exitCodes.missing;
}

/** A wrong file is the person's; a full disk or a locked folder is the machine's. */
function tell(terminal: Terminal, reply: Exclude<Reply<unknown>, { readonly ok: true }>): ExitCode {
  terminal.complain(reply.error.message);
  return reply.error.code === "invalidInput" ? exitCodes.badInput : exitCodes.missing;
}

function refuse(terminal: Terminal, message: string): ExitCode {
  terminal.complain(message);
  return exitCodes.badInput;
}

function infoText(info: RecordInfo): string {
  const { projects, revisions, sheets } = info;
  const contents = [counted(projects, "project"), counted(revisions, "revision"), counted(sheets, "sheet")].join(", ");
  const backups = info.backups.map(
    ({ id, takenAt, reason, bytes }) =>
      `\n  ${id}\n    ${takenAt.slice(0, 16).replace("T", " ")} UTC, ${reasons[reason]}, ${exact(bytes)} bytes`,
  );
  return [
    `File      ${info.file}${info.closed === null ? `, ${exact(info.bytes)} bytes` : ""}`,
    ...(info.closed === null ? [`Contents  ${contents}`] : []),
    `Backups   ${backups.length === 0 ? "none" : backups.join("")}`,
    "",
  ].join("\n");
}

const reasons: Readonly<Record<RecordInfo["backups"][number]["reason"], string>> = {
  daily: "the day's first",
  migration: "before the tables changed",
  asked: "asked for",
  "before-restore": "before a backup was restored",
  "before-import": "before a record was imported",
};

const counted = (count: number, noun: string): string => `${exact(count)} ${noun}${count === 1 ? "" : "s"}`;

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

const hasBytes = (path: string): Promise<boolean> =>
  stat(path).then(
    ({ size }) => size > 0,
    () => false,
  );

async function isSame(one: string, other: string): Promise<boolean> {
  const [a, b] = await Promise.all([one, other].map((path) => realpath(path).catch(() => resolve(path))));
  return a === b;
}
