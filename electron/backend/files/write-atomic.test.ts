import * as fs from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type WritingFileSystem, writeAtomic } from "./write-atomic.ts";

let folder: string;

beforeEach(async () => {
  folder = await fs.mkdtemp(join(tmpdir(), "flopsheet-write-"));
});

afterEach(() => fs.rm(folder, { recursive: true }));

const systemError = (code: string) => Object.assign(new Error(code), { code });

/** The real file system, but for one step of the open file that fails. */
function failingAt(step: "writeFile" | "sync" | "chmod", code: string): WritingFileSystem {
  return {
    ...fs,
    open: async (...given) => {
      const file = await fs.open(...given);
      file[step] = () => Promise.reject(systemError(code));
      return file;
    },
  };
}

test("a new file holds the whole text, and nothing else is in the folder", async () => {
  const path = join(folder, "sheet.csv");
  expect(await writeAtomic(path, "a,b\n")).toEqual({ ok: true, value: undefined });
  expect(await fs.readFile(path, "utf8")).toBe("a,b\n");
  expect(await fs.readdir(folder)).toEqual(["sheet.csv"]);
});

test("an existing file is replaced and keeps its mode; bytes are written as they are", async () => {
  const path = join(folder, "sheet.pdf");
  await fs.writeFile(path, "old", { mode: 0o640 });
  expect(await writeAtomic(path, Uint8Array.of(0, 255, 10))).toMatchObject({ ok: true });
  expect([...(await fs.readFile(path))]).toEqual([0, 255, 10]);
  expect((await fs.stat(path)).mode & 0o777).toBe(0o640);
});

test("a stated mode holds whatever the umask is", async () => {
  const path = join(folder, "secret");
  await writeAtomic(path, "x", { mode: 0o600 });
  expect((await fs.stat(path)).mode & 0o777).toBe(0o600);
});

test("a symbolic link stays a link; what it points at is replaced", async () => {
  await fs.writeFile(join(folder, "real"), "old");
  await fs.symlink("real", join(folder, "link"));
  await writeAtomic(join(folder, "link"), "new");
  expect(await fs.readFile(join(folder, "real"), "utf8")).toBe("new");
  expect((await fs.lstat(join(folder, "link"))).isSymbolicLink()).toBe(true);
});

test.each([
  ["the disk fills up", failingAt("writeFile", "ENOSPC"), "diskFull"],
  ["the quota is reached at sync", failingAt("sync", "EDQUOT"), "diskFull"],
  ["the folder is read-only", { ...fs, open: () => Promise.reject(systemError("EACCES")) }, "notAllowed"],
  ["the file system is read-only", { ...fs, open: () => Promise.reject(systemError("EROFS")) }, "readOnly"],
  ["the name cannot be taken over", { ...fs, rename: () => Promise.reject(systemError("EPERM")) }, "notAllowed"],
  ["the device fails", failingAt("sync", "EIO"), "failed"],
])("when %s the old file is untouched and nothing is left behind", async (_, broken, code) => {
  const path = join(folder, "sheet.csv");
  await fs.writeFile(path, "old");
  const result = await writeAtomic(path, "new", { fs: broken });
  expect(result).toMatchObject({ ok: false, error: { code, message: expect.stringContaining(path) } });
  expect(await fs.readFile(path, "utf8")).toBe("old");
  expect(await fs.readdir(folder)).toEqual(["sheet.csv"]);
});

test("a folder that is not there, a folder as the target, a file as the folder", async () => {
  await fs.writeFile(join(folder, "file"), "");
  expect(await writeAtomic(join(folder, "none", "a.csv"), "")).toMatchObject({ error: { code: "notFound" } });
  expect(await writeAtomic(folder, "")).toMatchObject({ error: { code: "isDirectory" } });
  expect(await writeAtomic(join(folder, "file", "a.csv"), "")).toMatchObject({ error: { code: "notFound" } });
  expect(await fs.readdir(folder)).toEqual(["file"]);
});

test.runIf(process.platform !== "win32")("a device is never replaced by a file", async () => {
  expect(await writeAtomic("/dev/null", "x")).toMatchObject({ ok: false, error: { code: "notRegular" } });
  expect((await fs.stat("/dev/null")).isCharacterDevice()).toBe(true);
});
