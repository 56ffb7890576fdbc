import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { placesIn, takePlaces } from "./places.ts";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "flopsheet-places-"));
});

afterAll(() => rmSync(folder, { recursive: true }));

function fakeApp() {
  const paths = new Map<string, string>();
  return { paths, setName: () => {}, setPath: (name: string, path: string) => void paths.set(name, path) };
}

test("all that Electron keeps lies in a folder of its own below the data directory, for its owner alone", () => {
  const app = fakeApp();
  const directory = join(folder, "data");
  expect(takePlaces(app, directory).ok).toBe(true);
  const { chromium } = placesIn(directory);
  for (const path of app.paths.values()) expect(path.startsWith(chromium)).toBe(true);
  expect([...app.paths.keys()].sort()).toEqual(["crashDumps", "sessionData", "userData"]);
  if (process.platform !== "win32") expect(statSync(chromium).mode & 0o077).toBe(0);
});

test("a place that cannot be made is told, and nothing is put elsewhere", () => {
  const app = fakeApp();
  writeFileSync(join(folder, "file"), "");
  expect(takePlaces(app, join(folder, "file", "data"))).toMatchObject({ ok: false, error: { code: "notFound" } });
  expect(app.paths.size).toBe(0);
});
