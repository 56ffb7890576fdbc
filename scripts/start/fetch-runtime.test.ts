import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { runInstaller } from "./fetch-runtime.ts";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "flopsheet-installer-"));
});

afterAll(() => rmSync(folder, { recursive: true }));

function installer(name: string, body: string): string {
  mkdirSync(join(folder, name));
  const path = join(folder, name, "install.mjs");
  const where = `writeFileSync(${JSON.stringify(join(folder, `${name}.txt`))}, tmpdir());`;
  writeFileSync(
    path,
    `import { appendFileSync, writeFileSync } from "node:fs"; import { tmpdir } from "node:os"; import { join } from "node:path";
     const part = join(tmpdir(), "part"); ${where} ${body}`,
  );
  return path;
}

function itsFolder(name: string): string {
  return readFileSync(join(folder, `${name}.txt`), "utf8");
}

const never = new AbortController().signal;

describe("runInstaller", () => {
  it("reports a growing download and clears its folder away", async () => {
    const script = installer(
      "grows",
      `for (let i = 0; i < 4; i += 1) { appendFileSync(part, "x".repeat(1000)); await new Promise((r) => setTimeout(r, 300)); }`,
    );
    const progressed = vi.fn();
    await runInstaller(script, progressed, never);
    expect(progressed.mock.calls.length).toBeGreaterThanOrEqual(2);
    expect(itsFolder("grows")).toContain("flopsheet-fetch-");
    expect(existsSync(itsFolder("grows"))).toBe(false);
  });

  it("reports what is unpacked beside the script", async () => {
    const script = installer(
      "unpacks",
      `writeFileSync(import.meta.dirname + "/electron", "x".repeat(1000)); await new Promise((r) => setTimeout(r, 600));`,
    );
    const progressed = vi.fn();
    await runInstaller(script, progressed, never);
    expect(progressed).toHaveBeenCalledTimes(1);
  });

  it("rejects when the script fails", async () => {
    const progressed = vi.fn();
    await expect(runInstaller(installer("fails", "process.exit(3);"), progressed, never)).rejects.toThrow(
      "ended with 3",
    );
    expect(progressed).not.toHaveBeenCalled();
  });

  it("ends a script that hangs, when told to", async () => {
    const script = installer("hangs", "setInterval(() => {}, 1000);");
    const stop = new AbortController();
    const running = runInstaller(script, () => {}, stop.signal);
    await expect.poll(() => existsSync(join(folder, "hangs.txt"))).toBe(true);
    stop.abort();
    await expect(running).rejects.toThrow("aborted");
    expect(existsSync(itsFolder("hangs"))).toBe(false);
  });
});
