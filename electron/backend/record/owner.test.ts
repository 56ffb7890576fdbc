import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { forgetOwner, noteOwner, readOwner } from "./owner.ts";

let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "flopsheet-owner-"));
  path = join(folder, "owner.json");
});

afterEach(() => rm(folder, { recursive: true }));

test("who has the record is noted for its owner's eyes only, and forgotten", async () => {
  const since = "2026-11-26T12:00:00.000Z";
  await noteOwner(path, since);
  expect(await readOwner(path)).toEqual({ pid: process.pid, host: hostname(), since });
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  await forgetOwner(path);
  await forgetOwner(path);
  expect(await readOwner(path)).toBeNull();
});

test.each(["", "{", "{}", '{"pid":"1","host":"a","since":"2026"}', "null"])(
  "a note that says %j says nothing",
  async (note) => {
    await writeFile(path, note);
    expect(await readOwner(path)).toBeNull();
  },
);
