import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findChromium, launchOptions } from "./chromium.ts";
import { runnableChromium } from "./chromium-bundled.ts";
import { type UnpackedChromium, unpackChromium } from "./chromium-unpack.ts";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "flopsheet-bundled-"));
});

afterAll(() => rmSync(folder, { recursive: true }));

describe("runnableChromium", () => {
  function standIn(name: string, script: string): UnpackedChromium {
    const program = join(folder, name);
    writeFileSync(program, `#!/bin/sh\n${script}\n`);
    chmodSync(program, 0o755);
    return { program, libraries: "/own/lib", fontsConf: "/own/fonts.conf" };
  }

  it("leaves the machine's libraries alone where they suffice", async () => {
    const unpacked = standIn("suffices", "echo Chromium 150.0.1.2");
    expect((await runnableChromium(unpacked, { PATH: "/bin" })).env).toEqual({
      PATH: "/bin",
      FONTCONFIG_FILE: "/own/fonts.conf",
    });
  });

  it("brings its own libraries, behind the person's, where some are missing", async () => {
    const unpacked = standIn(
      "lacks",
      'case "$LD_LIBRARY_PATH" in */own/lib) echo Chromium 150.0.1.2;; *) exit 127;; esac',
    );
    expect((await runnableChromium(unpacked, {})).env.LD_LIBRARY_PATH).toBe("/own/lib");
    expect((await runnableChromium(unpacked, { LD_LIBRARY_PATH: "/site" })).env.LD_LIBRARY_PATH).toBe("/site:/own/lib");
  });

  it("tells what the loader said when nothing helps", async () => {
    const unpacked = standIn("never", "echo 'error while loading libnothing.so' >&2; exit 127");
    await expect(runnableChromium(unpacked, {})).rejects.toThrow("error while loading libnothing.so");
  });

  it("keeps a FONTCONFIG_FILE that the person set", async () => {
    const unpacked = standIn("fonts", "echo Chromium 150.0.1.2");
    expect((await runnableChromium(unpacked, { FONTCONFIG_FILE: "/my.conf" })).env.FONTCONFIG_FILE).toBe("/my.conf");
  });
});

describe.runIf(process.platform === "linux" && process.arch === "x64")("the Chromium from npm", () => {
  const packed = join(dirname(dirname(createRequire(import.meta.url).resolve("@sparticuz/chromium"))), "bin");
  const unpack = (cache: string): Promise<UnpackedChromium> => unpackChromium(packed, cache, "1");
  let unpacked: UnpackedChromium;

  beforeAll(async () => {
    const cache = join(folder, "cache");
    const [first, second] = await Promise.all([unpack(cache), unpack(cache)]);
    expect(second).toEqual(first);
    expect(readdirSync(cache)).toEqual(["chromium-1"]);
    unpacked = first;
  }, 60_000);

  it("comes with every library of its own that the machine may lack", () => {
    const LD_LIBRARY_PATH = unpacked.libraries;
    const env = { LD_LIBRARY_PATH, LD_TRACE_LOADED_OBJECTS: "1" };
    const loaded = execFileSync(unpacked.program, { env, encoding: "utf8" }).split("\n");
    const outside = loaded.filter((line) => line.includes("=>") && !line.includes(unpacked.libraries));
    expect(outside.map((line) => line.trim().split(".so")[0]).sort()).toEqual([
      "libc",
      "libdl",
      "libgcc_s",
      "libm",
      "libpthread",
    ]);
  });

  it("is never run half unpacked: a killed process leaves a part that the next one clears away", async () => {
    const cache = join(folder, "killed");
    const unpackModule = join(import.meta.dirname, "chromium-unpack.ts");
    const script = `import { unpackChromium } from ${JSON.stringify(unpackModule)};
      await unpackChromium(${JSON.stringify(packed)}, ${JSON.stringify(cache)}, "1");`;
    const child = spawn(process.execPath, ["--input-type=module", "--eval", script], { stdio: "inherit" });
    const exit = once(child, "exit");
    const parts = (): string[] => {
      try {
        return readdirSync(cache);
      } catch {
        return [];
      }
    };
    await expect.poll(parts, { timeout: 20_000 }).toHaveLength(1);
    child.kill("SIGKILL");
    await exit;
    const [part = ""] = parts();
    expect(part).toMatch(/\.part$/);
    utimesSync(join(cache, part), 1, 1);
    await unpack(cache);
    expect(readdirSync(cache)).toEqual(["chromium-1"]);
  }, 60_000);

  async function embeddedFonts(fontsConf: string): Promise<number> {
    const found = await findChromium({ CHROMIUM_PATH: unpacked.program, FONTCONFIG_FILE: fontsConf });
    if (found === null) {
      throw new Error("no Chromium");
    }
    const browser = await chromium.launch(launchOptions(found));
    try {
      const page = await browser.newPage();
      await page.setContent("<p>Total ≤ ∑</p>");
      const pdf = await page.pdf();
      return pdf.toString("latin1").split("/FontFile2").length - 1;
    } finally {
      await browser.close();
    }
  }

  it("prints text where the system has no font", async () => {
    const none = join(folder, "none.conf");
    writeFileSync(none, '<?xml version="1.0"?><fontconfig></fontconfig>');
    expect(await embeddedFonts(none)).toBe(0);

    // The shipped configuration on a machine without /etc/fonts: the include it ignores when missing is made to be missing.
    const bare = join(dirname(unpacked.fontsConf), "bare.conf");
    const shipped = readFileSync(unpacked.fontsConf, "utf8");
    expect(shipped).toContain("/etc/fonts/fonts.conf");
    writeFileSync(bare, shipped.replace("/etc/fonts/fonts.conf", join(folder, "missing.conf")));
    expect(await embeddedFonts(bare)).toBeGreaterThan(0);
  }, 60_000);
});
