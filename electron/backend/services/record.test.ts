import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { examineFile } from "../record/examine-file.ts";
import type { HostRecord } from "../record/record.ts";
import { snapshotOf } from "../testing/plans.ts";
import { filledRecord, openedRecord } from "../testing/record-files.ts";
import { recordHandlers } from "./record.ts";

let folder: string;
let record: HostRecord;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "flopsheet-export-"));
  await filledRecord(join(folder, "data"));
  record = await openedRecord(join(folder, "data"));
});

afterEach(async () => {
  await record.close();
  await rm(folder, { recursive: true });
});

const handlers = () => recordHandlers(record, { now: () => new Date("2026-11-26T23:59:00.000Z"), partBytes: 10_000 });

const [first, second] = [crypto.randomUUID(), crypto.randomUUID()];

test("an export comes in parts that are of one moment, whatever is saved meanwhile", async () => {
  const asked = handlers();
  const parts: Buffer[] = [];
  for (let part = 0, all = 1; part < all; part++) {
    const reply = await asked["record.export"]({ export: first, part });
    if (!reply.ok) throw new Error(reply.error.message);
    expect(reply.value.name).toBe("flopsheet-record-2026-11-26.sqlite");
    all = reply.value.parts;
    parts.push(Buffer.from(reply.value.base64, "base64"));
    record.change(({ projects }) => projects.create(crypto.randomUUID(), snapshotOf("later ".repeat(2_000))));
  }
  expect(parts.length).toBeGreaterThan(3);
  const path = join(folder, "exported.sqlite");
  await writeFile(path, Buffer.concat(parts));
  expect(await examineFile(path)).toEqual({ ok: true, value: { projects: 3 } });
  expect(await readdir(folder)).not.toContain("exported.sqlite-wal");
});

test("the next export takes the place of the one before", async () => {
  const asked = handlers();
  await asked["record.export"]({ export: first, part: 0 });
  await asked["record.export"]({ export: second, part: 0 });
  expect(await asked["record.export"]({ export: first, part: 1 })).toMatchObject({ error: { code: "notFound" } });
  expect(await asked["record.export"]({ export: second, part: 1 })).toMatchObject({ ok: true });
  expect(await readdir(record.places.staging)).toEqual([`export-${second}.sqlite`]);
});

test("a part that there is not, and an export that is gone, are not found", async () => {
  const asked = handlers();
  expect(await asked["record.export"]({ export: first, part: 1 })).toMatchObject({ error: { code: "notFound" } });
  await asked["record.export"]({ export: first, part: 0 });
  expect(await asked["record.export"]({ export: first, part: 9_999 })).toMatchObject({ error: { code: "notFound" } });
  await record.close();
  await record.reopen();
  expect(await asked["record.export"]({ export: first, part: 0 })).toMatchObject({
    error: { code: "notFound", message: expect.stringContaining("opened anew") },
  });
  expect(await asked["record.export"]({ export: second, part: 0 })).toMatchObject({ ok: true });
});
