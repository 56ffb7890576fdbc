import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isFresh, replaceOutput, sourceFingerprint } from "./output.ts";

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "flopsheet-output-"));
  mkdirSync(join(root, "shared", "units"), { recursive: true });
  writeFileSync(join(root, "shared", "units", "flop.ts"), "export const one = 1;");
  writeFileSync(join(root, "package.json"), "{}");
});

afterEach(() => rmSync(root, { recursive: true }));

async function make(content: string, meanwhile = async (): Promise<void> => {}): Promise<void> {
  await replaceOutput(root, async (folder) => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "main.js"), content);
    await meanwhile();
  });
}

const made = (): string => readFileSync(join(root, "out", "main.js"), "utf8");

describe("isFresh", () => {
  it("is false before any build and true after one", async () => {
    expect(isFresh(root)).toBe(false);
    await make("a");
    expect(isFresh(root)).toBe(true);
  });

  const changes: Readonly<Record<string, () => void>> = {
    "a changed source": () => writeFileSync(join(root, "shared", "units", "flop.ts"), "export const two = 2;"),
    "a touched source": () => utimesSync(join(root, "shared", "units", "flop.ts"), 1, 1),
    "a new source": () => writeFileSync(join(root, "shared", "units", "bytes.ts"), ""),
    "a removed source": () => rmSync(join(root, "shared", "units", "flop.ts")),
    "another lock file": () => writeFileSync(join(root, "package-lock.json"), "{}"),
    "an out/ without its stamp": () => rmSync(join(root, "out", "stamp")),
  };

  for (const [what, change] of Object.entries(changes)) {
    it(`is false after ${what}`, async () => {
      await make("a");
      change();
      expect(isFresh(root)).toBe(false);
    });
  }

  it("does not look at tests and documents", async () => {
    await make("a");
    writeFileSync(join(root, "shared", "units", "flop.test.ts"), "");
    writeFileSync(join(root, "README.md"), "");
    expect(isFresh(root)).toBe(true);
  });
});

describe("replaceOutput", () => {
  it("leaves nothing of the build before", async () => {
    await make("a");
    writeFileSync(join(root, "out", "old.js"), "");
    await make("b");
    expect(readdirSync(join(root, "out")).sort()).toEqual(["main.js", "stamp"]);
    expect(made()).toBe("b");
    expect(readdirSync(join(root, "out.tmp"))).toEqual([]);
  });

  it("keeps the old files, as stale, when a build fails", async () => {
    await make("a");
    const failing = replaceOutput(root, (folder) => {
      mkdirSync(folder);
      writeFileSync(join(folder, "main.js"), "half");
      return Promise.reject(new Error("no"));
    });
    await expect(failing).rejects.toThrow("no");
    expect(made()).toBe("a");
    expect(isFresh(root)).toBe(false);
  });

  it("is stale when a source changed while it was being built", async () => {
    await make("a", async () =>
      writeFileSync(join(root, "shared", "units", "flop.ts"), "export const changed = true;"),
    );
    expect(isFresh(root)).toBe(false);
  });

  it("never shows a half-made folder to anyone, however many build at once", async () => {
    const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
    const builds = [3, 1, 2, 1, 3].map((ms, index) => make(`build ${index}`, () => pause(ms)));
    await Promise.all(builds);
    expect(made()).toMatch(/^build \d$/);
    expect(isFresh(root)).toBe(true);
    expect(readdirSync(join(root, "out.tmp"))).toEqual([]);
  });

  it("clears away what a killed build left an hour ago, and nothing younger", async () => {
    const abandoned = join(root, "out.tmp", "abandoned");
    const running = join(root, "out.tmp", "running");
    mkdirSync(abandoned, { recursive: true });
    mkdirSync(running);
    utimesSync(abandoned, 1, 1);
    await make("a");
    expect(existsSync(abandoned)).toBe(false);
    expect(existsSync(running)).toBe(true);
  });
});

describe("sourceFingerprint", () => {
  it("is the same for the same files", () => {
    expect(sourceFingerprint(root)).toBe(sourceFingerprint(root));
  });
});
