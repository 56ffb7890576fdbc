import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rm, stat, truncate } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterEach, beforeEach, expect, test } from "vitest";
import { bundle } from "../testing/bundle.ts";
import { snapshotOf } from "../testing/plans.ts";
import { openedRecord } from "../testing/record-files.ts";
import { takeLock } from "./lock.ts";
import { recordPlaces } from "./places.ts";
import { createRecord, type HostRecord } from "./record.ts";

let folder: string;
let directory: string;
let others: ChildProcess[];
let records: HostRecord[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "flopsheet-lock-"));
  directory = join(folder, "data");
  others = [];
  records = [];
});

afterEach(async () => {
  for (const other of others) other.kill("SIGKILL");
  for (const record of records) await record.close();
  await rm(folder, { recursive: true });
});

/** The record as a host of this process has it. */
async function host(): Promise<HostRecord> {
  const record = createRecord({ directory });
  records.push(record);
  await record.reopen();
  return record;
}

/** Another process that tries to have the record all the time; what it says of how often it had it. */
async function startTrier(): Promise<() => Promise<number>> {
  const script = await bundle(join(import.meta.dirname, "..", "testing", "record-trier.ts"), folder);
  const child = spawn(process.execPath, [script, directory], { stdio: ["pipe", "pipe", "inherit"] });
  others.push(child);
  if (child.stdout === null) throw new Error("the other host has no output");
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return async () => Number((await lines.next()).value);
}

const projects = (record: HostRecord) =>
  record.read(({ projects }) => ({ ok: true, value: projects.list(false).map(({ id }) => id) }));
const id = "00000000-0000-4000-8000-000000000001";
const create = (record: HostRecord) => record.change((stores) => stores.projects.create(id, snapshotOf("a")));
const whyClosed = async (record: HostRecord) => (await record.info()).closed?.why;

test("nobody else has the record at any moment of its being replaced, over and over", async () => {
  const record = await host();
  const backup = await record.backup();
  if (!backup.ok) throw new Error(backup.error.message);
  const timesOpened = await startTrier();
  expect(await timesOpened()).toBe(0);
  for (let round = 0; round < 60; round++) {
    expect(await record.restore(backup.value.id)).toEqual({ ok: true, value: null });
  }
  await timesOpened();
  expect(await timesOpened()).toBe(0);

  // It would have had it: once it is free the other host does.
  await record.close();
  let opened = 0;
  while (opened === 0) opened = await timesOpened();
  expect(opened).toBeGreaterThan(0);
});

test("the lock alone keeps another process from the record, and makes nothing of it; a kill frees it", async () => {
  await (await openedRecord(directory)).close();
  const places = recordPlaces(directory);
  await rm(places.file);
  const lock = await takeLock(places.lock);
  const timesOpened = await startTrier();
  expect(await timesOpened()).toBe(0);
  expect(await readdir(directory)).not.toContain("record.sqlite");
  expect((await stat(places.lock)).size).toBe(0);
  lock.release();
  let opened = 0;
  while (opened === 0) opened = await timesOpened();

  const [other] = others;
  other?.kill("SIGKILL");
  if (other !== undefined) await once(other, "exit");
  expect(await whyClosed(await host())).toBeUndefined();
});

test("a record that another host began in place of the damaged one is opened, and not put aside", async () => {
  const first = await host();
  await first.close();
  await truncate(first.places.file, (await stat(first.places.file)).size - 1_000);
  await first.reopen();
  const second = await host();
  expect([await whyClosed(first), await whyClosed(second)]).toEqual(["damaged", "damaged"]);

  expect((await second.startAnew()).ok).toBe(true);
  expect(create(second).ok).toBe(true);
  expect(await first.startAnew()).toMatchObject({ ok: false, error: { code: "unavailable" } });
  await second.close();
  expect(await first.startAnew()).toMatchObject({ ok: false, error: { code: "conflict" } });
  expect(projects(first)).toEqual({ ok: true, value: [id] });
});
