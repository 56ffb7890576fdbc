import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { snapshotOf } from "../testing/plans.ts";
import { filledRecord, openedRecord } from "../testing/record-files.ts";
import { type Arrivals, createArrivals } from "./arrivals.ts";
import type { HostRecord } from "./record.ts";

let folder: string;
let record: HostRecord;
let arrivals: Arrivals;
/** A record of three projects. */
let bytes: Buffer;

const id = "b0000000-0000-4000-8000-000000000000";

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "flopsheet-arrivals-"));
  await filledRecord(join(folder, "other"));
  bytes = await readFile(join(folder, "other", "record.sqlite"));
  record = await openedRecord(join(folder, "data"));
  arrivals = createArrivals(record, 1_000_000);
});

afterEach(async () => {
  await record.close();
  await rm(folder, { recursive: true });
});

const staged = () => readdir(record.places.staging).catch(() => []);

async function addAll(size = 10_000): Promise<void> {
  for (let part = 0; part * size < bytes.length; part++) {
    const reply = await arrivals.addPart(id, part, bytes.subarray(part * size, (part + 1) * size));
    if (!reply.ok) throw new Error(reply.error.message);
  }
}

test("parts may come again and in any order; what is put together takes the record's place", async () => {
  await arrivals.begin(id);
  await arrivals.addPart(id, 1, Buffer.from("not this"));
  await addAll();
  await arrivals.addPart(id, 0, bytes.subarray(0, 10_000));
  expect(await arrivals.commit(id)).toEqual({ ok: true, value: { projects: 3 } });
  expect((await record.info()).projects).toBe(3);
  expect(await staged()).toEqual([]);
});

test("a part that is missing is named, and nothing has changed", async () => {
  await arrivals.begin(id);
  await addAll();
  const other = createArrivals(record);
  await other.begin(id);
  await other.addPart(id, 1, bytes.subarray(10_000));
  expect(await other.commit(id)).toMatchObject({ error: { message: "Part 0 of this import has not come." } });
  expect((await record.info()).projects).toBe(0);
});

test("a part that was lost, or changed, makes no record", async () => {
  await arrivals.begin(id);
  await addAll();
  await arrivals.addPart(id, 1, Buffer.alloc(10_000, 7));
  expect(await arrivals.commit(id)).toMatchObject({ error: { code: "invalidInput" } });
  expect(await record.info()).toMatchObject({ projects: 0, closed: null });
  expect(await staged()).toEqual([]);
  // Given up with that: it can be begun anew.
  expect(await arrivals.commit(id)).toMatchObject({ error: { code: "notFound" } });
  await arrivals.begin(id);
  await addAll();
  expect(await arrivals.commit(id)).toMatchObject({ ok: true });
});

test("more than is taken in is refused with the part that is too much", async () => {
  await arrivals.begin(id);
  expect(await arrivals.addPart(id, 0, Buffer.alloc(900_000))).toMatchObject({ ok: true });
  expect(await arrivals.addPart(id, 0, Buffer.alloc(950_000))).toMatchObject({ ok: true });
  expect(await arrivals.addPart(id, 1, Buffer.alloc(60_000))).toMatchObject({ error: { code: "tooLarge" } });
});

test("what was given up leaves nothing", async () => {
  await arrivals.begin(id);
  await addAll();
  expect((await staged()).length).toBeGreaterThan(3);
  await arrivals.abort(id);
  expect(await staged()).toEqual([]);
  expect(arrivals.has(id)).toBe(false);
});

test("what was being handed over when the record was opened anew has to be handed over anew", async () => {
  await arrivals.begin(id);
  await addAll();
  await record.close();
  await record.reopen();
  expect(await arrivals.commit(id)).toMatchObject({ ok: false });
  expect(await record.info()).toMatchObject({ projects: 0, closed: null });
});

test("an import of projects is all or nothing", () => {
  const taken = "a0000000-0000-4000-8000-000000000000";
  record.change(({ projects }) => projects.create(taken, snapshotOf("mine")));
  const rows = [
    { id: crypto.randomUUID(), snapshot: snapshotOf("one") },
    { id: taken, snapshot: snapshotOf("another") },
  ];
  record.change(({ imports }) => ({ ok: true, value: imports.begin(id, "projects") }));
  record.change(({ imports }) => imports.addPart(id, 0, rows));
  expect(record.change(({ imports }) => imports.commit(id))).toMatchObject({ error: { code: "conflict" } });
  expect(record.read(({ projects }) => ({ ok: true, value: projects.list(false).length }))).toEqual({
    ok: true,
    value: 1,
  });
});
