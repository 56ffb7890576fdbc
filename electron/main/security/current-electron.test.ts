import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findInstallation } from "../../backend/installation.ts";
import { ELECTRON_MAJOR, noteOnElectron } from "./current-electron.ts";

test("checklist 16: the Electron that is pinned is the one that is installed and expected", () => {
  const own = JSON.parse(readFileSync(join(findInstallation().root, "package.json"), "utf8")) as {
    readonly devDependencies: Readonly<Record<string, string>>;
  };
  const pinned = own.devDependencies.electron;
  const { version } = createRequire(import.meta.url)("electron/package.json") as { readonly version: string };
  expect(pinned).toBe(version);
  expect(pinned?.split(".")[0]).toBe(String(ELECTRON_MAJOR));
});

test("checklist 16: another major is noted", () => {
  expect(noteOnElectron(`${ELECTRON_MAJOR}.0.0`)).toBeNull();
  expect(noteOnElectron(`${ELECTRON_MAJOR - 3}.1.0`)).toContain("is expected");
  expect(noteOnElectron(undefined)).toContain("is expected");
});
