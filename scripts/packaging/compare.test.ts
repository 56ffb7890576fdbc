import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { FuseV1Options, FuseVersion, flipFuses, getCurrentFuseWire } from "@electron/fuses";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { fileDifferences, fuseDifferences } from "./compare.ts";
import { makeElectronStandIn } from "./stand-in.ts";

describe("fileDifferences", () => {
  it("names every file too many and too few", () => {
    expect(fileDifferences(["a", "b"], ["b", "a"])).toEqual([]);
    expect(fileDifferences(["a", "node_modules/x.js"], ["a", "out/main/main.js"])).toEqual([
      "node_modules/x.js is packaged and should not be.",
      "out/main/main.js is missing.",
    ]);
  });
});

describe("fuseDifferences", () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "flopsheet-fuses-"));
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  it("reads back from a program what was flipped in it", async () => {
    makeElectronStandIn(folder, "45.0.0", 9);
    const program = join(folder, "electron");
    const decided = { RunAsNode: { on: false, why: "" }, OnlyLoadAppFromAsar: { on: true, why: "" } };
    expect(fuseDifferences(await getCurrentFuseWire(program), decided, FuseV1Options)).toEqual([
      "The fuse OnlyLoadAppFromAsar is off, and should be on.",
    ]);
    await flipFuses(program, { version: FuseVersion.V1, [FuseV1Options.OnlyLoadAppFromAsar]: true });
    const wire = await getCurrentFuseWire(program);
    expect(fuseDifferences(wire, decided, FuseV1Options)).toEqual([]);
    expect(fuseDifferences(wire, { RunAsNode: { on: true, why: "" } }, FuseV1Options)).toHaveLength(1);
  });

  it("notices a program that lacks one", async () => {
    makeElectronStandIn(folder, "45.0.0", 5);
    const wire = await getCurrentFuseWire(join(folder, "electron"));
    expect(fuseDifferences(wire, { WasmTrapHandlers: { on: true, why: "" } }, FuseV1Options)).toEqual([
      "The fuse WasmTrapHandlers is in state undefined, and should be on.",
    ]);
  });
});
