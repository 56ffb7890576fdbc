import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { dataDirectory, makeDataDirectory } from "./data-directory.ts";

test.each([
  ["linux", {}, "/home/ada/.local/share/flopsheet"],
  ["linux", { XDG_DATA_HOME: "/data" }, "/data/flopsheet"],
  ["linux", { XDG_DATA_HOME: "relative" }, "/home/ada/.local/share/flopsheet"],
  ["freebsd", {}, "/home/ada/.local/share/flopsheet"],
  ["darwin", {}, "/home/ada/Library/Application Support/Flopsheet"],
  ["win32", { APPDATA: "C:\\Users\\ada\\AppData\\Roaming" }, "C:\\Users\\ada\\AppData\\Roaming\\Flopsheet"],
  ["linux", { FLOPSHEET_DATA_DIR: "/srv/flopsheet", XDG_DATA_HOME: "/data" }, "/srv/flopsheet"],
  ["linux", { FLOPSHEET_DATA_DIR: "" }, "/home/ada/.local/share/flopsheet"],
] as const)("%s with %j: %s", (platform, env, expected) => {
  expect(dataDirectory(env, platform, "/home/ada")).toBe(expected);
});

test("a relative FLOPSHEET_DATA_DIR is taken from where the person stands", () => {
  expect(dataDirectory({ FLOPSHEET_DATA_DIR: "mine" }, "linux", "/home/ada")).toBe(join(process.cwd(), "mine"));
});

test("the directory is made for its owner alone; a file in its place is told", async () => {
  const folder = await mkdtemp(join(tmpdir(), "flopsheet-directory-"));
  try {
    const path = join(folder, "a", "b");
    expect(await makeDataDirectory(path)).toMatchObject({ ok: true });
    expect(await makeDataDirectory(path)).toMatchObject({ ok: true });
    expect((await stat(path)).mode & 0o777).toBe(0o700);
    await writeFile(join(folder, "file"), "");
    expect(await makeDataDirectory(join(folder, "file", "b"))).toMatchObject({
      ok: false,
      error: { code: "notFound" },
    });
  } finally {
    await rm(folder, { recursive: true });
  }
});
