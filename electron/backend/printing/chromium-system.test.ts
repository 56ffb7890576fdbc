import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findSystemChromium, systemCandidates } from "./chromium-system.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "flopsheet-system-"));
});

afterEach(() => rmSync(folder, { recursive: true }));

function program(name: string, script: string, mode = 0o755): string {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, mode);
  return path;
}

describe("findSystemChromium", () => {
  const find = (): Promise<string | null> => findSystemChromium("linux", { PATH: `relative:${folder}` });

  it("takes Chromium before Chrome", async () => {
    program("google-chrome", "echo Google Chrome 150.0.1.2");
    const chromium = program("chromium", "echo Chromium 150.0.1.2");
    expect(await find()).toBe(chromium);
  });

  it("passes over a placeholder that only says how to install one, and a file that may not be executed", async () => {
    program("chromium", "echo 'Command requires the snap to be installed.' >&2; exit 1");
    program("chromium-browser", "echo Chromium 150.0.1.2", 0o644);
    const chrome = program("google-chrome", "echo Google Chrome 150.0.1.2");
    expect(await find()).toBe(chrome);
  });

  it("finds none on an empty path", async () => {
    expect(await find()).toBeNull();
  });
});

describe("systemCandidates", () => {
  it("knows the places of each system", () => {
    expect(systemCandidates("darwin", { HOME: "/Users/ada" })).toEqual([
      "/Applications/Chromium.app/Contents/MacOS/Chromium",
      "/Users/ada/Applications/Chromium.app/Contents/MacOS/Chromium",
      "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
      "/Users/ada/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    ]);
    expect(systemCandidates("win32", { PROGRAMFILES: "C:\\Program Files", LOCALAPPDATA: "C:\\ada" })).toEqual([
      "C:\\Program Files\\Chromium\\Application\\chrome.exe",
      "C:\\ada\\Chromium\\Application\\chrome.exe",
      "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
      "C:\\ada\\Google\\Chrome\\Application\\chrome.exe",
    ]);
    expect(systemCandidates("linux", {})).toEqual([]);
  });
});
