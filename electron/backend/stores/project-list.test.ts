import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { failure } from "../../../shared/contract/reply.ts";
import type { HostRecord } from "../record/record.ts";
import { snapshotOf } from "../testing/plans.ts";
import { openedRecord } from "../testing/record-files.ts";

let folder: string;
let record: HostRecord;
let minute = 0;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "flopsheet-list-"));
  minute = 0;
  record = await openedRecord(folder, () => new Date(Date.UTC(2026, 10, 26, 12, minute++)));
});

afterEach(async () => {
  await record.close();
  await rm(folder, { recursive: true });
});

const [a, b] = ["a0000000-0000-4000-8000-000000000000", "b0000000-0000-4000-8000-000000000000"];
const create = (id: string, title: string) =>
  record.change(({ projects }) => projects.create(id, snapshotOf(title, { title })));
const save = (id: string, baseRevision: number, title: string) =>
  record.change(({ projects }) => projects.save(id, baseRevision, snapshotOf(title, { title })));
const setDeleted = (id: string, deleted: boolean) => record.change(({ projects }) => projects.setDeleted(id, deleted));

function titles(deleted = false): string[] {
  const listed = record.read(({ projects }) => ({ ok: true, value: projects.list(deleted) }));
  if (!listed.ok) throw new Error(listed.error.message);
  return listed.value.map(({ title }) => title);
}

test("the last changed stands first, and what was changed since the last asking is told", () => {
  create(a, "one");
  create(b, "two");
  expect(titles()).toEqual(["two", "one"]);
  save(a, 1, "three");
  expect(titles()).toEqual(["three", "two"]);
  setDeleted(a, true);
  expect(titles()).toEqual(["two"]);
  expect(titles(true)).toEqual(["three"]);
  setDeleted(a, false);
  save(b, 1, "four");
  expect(titles()).toEqual(["four", "three"]);
});

test("a change that was rolled back leaves no trace in the list", () => {
  create(a, "one");
  expect(titles()).toEqual(["one"]);
  record.change(({ projects }) => {
    projects.save(a, 1, snapshotOf("undone", { title: "undone" }));
    return failure("conflict", "undone");
  });
  expect(titles()).toEqual(["one"]);
  save(a, 1, "two");
  expect(titles()).toEqual(["two"]);
});

test("a record that takes the place of another has a list of its own", async () => {
  create(a, "one");
  const backup = await record.backup();
  if (!backup.ok) throw new Error("no backup");
  save(a, 1, "two");
  expect(titles()).toEqual(["two"]);
  await record.restore(backup.value.id);
  save(a, 1, "another two");
  expect(titles()).toEqual(["another two"]);
});

test("many at once are there, each once", () => {
  create(a, "first");
  titles();
  record.change(({ projects }) => {
    for (let number = 0; number < 1_000; number++) projects.create(crypto.randomUUID(), snapshotOf(`${number}`));
    return { ok: true, value: null };
  });
  expect(titles()).toHaveLength(1_001);
  expect(titles()).toHaveLength(1_001);
});
