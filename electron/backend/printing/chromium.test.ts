import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findChromium, launchOptions, type Machine } from "./chromium.ts";
import { ChromiumError } from "./chromium-error.ts";

let folder: string;
let program: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "flopsheet-chromium-"));
  program = join(folder, "chromium");
  writeFileSync(program, "#!/bin/sh\necho Chromium 150.0.1.2\n");
  chmodSync(program, 0o755);
});

afterAll(() => rmSync(folder, { recursive: true }));

function machine(changes: Partial<Machine> = {}): Machine {
  return {
    platform: "linux",
    architecture: "x64",
    isRoot: false,
    playwrightPath: async () => join(folder, "not-downloaded"),
    bundled: async (env) => ({ path: "/cache/chromium", env: { ...env, FONTCONFIG_FILE: "/cache/fonts.conf" } }),
    ...changes,
  };
}

describe("findChromium", () => {
  it("takes CHROMIUM_PATH before everything else", async () => {
    const playwright = machine({ playwrightPath: async () => program });
    const found = await findChromium({ CHROMIUM_PATH: program, PATH: folder }, playwright);
    expect(found).toMatchObject({ path: program, origin: "CHROMIUM_PATH" });
  });

  it("refuses a CHROMIUM_PATH that names nothing, a folder or a plain file, by name", async () => {
    const plain = join(folder, "plain");
    writeFileSync(plain, "");
    for (const path of [join(folder, "missing"), folder, plain]) {
      const search = findChromium({ CHROMIUM_PATH: path, PATH: folder }, machine());
      await expect(search).rejects.toThrow(ChromiumError);
      await expect(findChromium({ CHROMIUM_PATH: path, PATH: folder }, machine())).rejects.toThrow(path);
    }
  });

  it("takes Playwright's own, where it was downloaded, before the system's", async () => {
    const playwright = machine({ playwrightPath: async () => program });
    expect(await findChromium({ PATH: folder }, playwright)).toMatchObject({ path: program, origin: "playwright" });
  });

  it("takes the system's before the one from npm", async () => {
    expect(await findChromium({ CHROMIUM_PATH: "", PATH: folder }, machine())).toMatchObject({
      path: program,
      origin: "system",
    });
  });

  it("takes the one from npm last, with the environment it needs", async () => {
    expect(await findChromium({ PATH: "", HOME: "/home/ada" }, machine())).toEqual({
      path: "/cache/chromium",
      args: [],
      env: { PATH: "", HOME: "/home/ada", FONTCONFIG_FILE: "/cache/fonts.conf" },
      origin: "bundled",
    });
  });

  it("is null where the one from npm is not installed or not made for the machine", async () => {
    expect(await findChromium({ PATH: "" }, machine({ bundled: async () => null }))).toBeNull();
    expect(await findChromium({ PATH: "" }, machine({ architecture: "arm64" }))).toBeNull();
    expect(await findChromium({ PATH: "" }, machine({ platform: "darwin" }))).toBeNull();
  });

  it("gives up the sandbox for root on Linux alone", async () => {
    const args = async (changes: Partial<Machine>): Promise<readonly string[] | undefined> =>
      (await findChromium({ CHROMIUM_PATH: program }, machine(changes)))?.args;
    expect(await args({ isRoot: true })).toEqual(["--no-sandbox"]);
    expect(await args({ isRoot: false })).toEqual([]);
    expect(await args({ isRoot: true, platform: "darwin" })).toEqual([]);
  });
});

describe("launchOptions", () => {
  it("keeps Playwright from switching the sandbox off by itself", () => {
    const chromium = { path: "/c", args: [], env: { HOME: "/h", EMPTY: undefined }, origin: "system" } as const;
    expect(launchOptions(chromium)).toEqual({
      executablePath: "/c",
      args: [],
      env: { HOME: "/h" },
      chromiumSandbox: true,
    });
  });
});
