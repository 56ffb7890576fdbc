import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { build } from "../electron/backend/testing/built.ts";
import { licenceOf, type PackageLicence, packageFolders } from "./licences.ts";
import { root } from "./root.ts";

describe("packageFolders", () => {
  it("finds the package of a file, scoped or inside another, once", () => {
    expect(
      packageFolders([
        "/app/renderer/main.tsx",
        "/app/node_modules/react/index.js",
        "\0/app/node_modules/react/jsx-runtime.js?commonjs-module",
        "/app/node_modules/@mui/material/Button/Button.js",
        "/app/node_modules/hoist/node_modules/react-is/index.js",
        "vite/preload-helper.js",
      ]),
    ).toEqual([
      "/app/node_modules/@mui/material",
      "/app/node_modules/hoist/node_modules/react-is",
      "/app/node_modules/react",
    ]);
  });
});

describe("licenceOf", () => {
  const folder = mkdtempSync(join(tmpdir(), "flopsheet-licence-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const made = (name: string, about: object, files: Readonly<Record<string, string>>): string => {
    const path = join(folder, name);
    mkdirSync(path);
    writeFileSync(join(path, "package.json"), JSON.stringify(about));
    for (const [file, text] of Object.entries(files)) writeFileSync(join(path, file), text);
    return path;
  };

  it("reads name, version and every text of a licence", () => {
    const path = made(
      "whole",
      { name: "whole", version: "1.0.0", license: "MIT" },
      { LICENSE: "You may.\n", "NOTICE.txt": "By us." },
    );
    expect(licenceOf(path)).toEqual({ name: "whole", version: "1.0.0", licence: "MIT", text: "You may.\n\nBy us." });
  });

  it("refuses a package that states no licence, or comes without its text", () => {
    const silent = made("silent", { name: "silent", version: "1.0.0" }, { LICENSE: "You may." });
    expect(() => licenceOf(silent)).toThrow("silent 1.0.0 does not state its licence");
    const bare = made("bare", { name: "bare", version: "1.0.0", license: "MIT" }, {});
    expect(() => licenceOf(bare)).toThrow("bare 1.0.0 (MIT) comes without the text of its licence");
  });
});

describe("the list in the built app", () => {
  beforeAll(build);

  it("has our own licence, and each package that any source imports with its text", () => {
    const list = JSON.parse(readFileSync(join(root, "out", "renderer", "licences.json"), "utf8")) as {
      readonly own: string;
      readonly packages: readonly PackageLicence[];
    };
    expect(list.own).toBe(readFileSync(join(root, "LICENSE"), "utf8"));
    // Found by reading the sources, and not by asking the bundler that made the list.
    const imported = new Set<string>();
    for (const file of globSync("{renderer,shared,electron}/**/*.{ts,tsx}", { cwd: root })) {
      if (/\.(test|fixture)\.tsx?$|\/(testing|fixtures)\//.test(file)) continue;
      const source = readFileSync(join(root, file), "utf8");
      for (const [, name = ""] of source.matchAll(/(?:from|import) "((?:@[^/"]+\/)?[^./"][^/"]*)/g)) {
        if (!name.startsWith("node:") && name !== "electron" && name !== "playwright-core") imported.add(name);
      }
    }
    expect(imported.size).toBeGreaterThan(8);
    const named = list.packages.map(({ name }) => name);
    expect([...imported].filter((name) => !named.includes(name))).toEqual([]);
    expect(list.packages.filter(({ text, licence }) => text === "" || licence === "")).toEqual([]);
    // What those packages bring along is there too.
    expect(named).toEqual(expect.arrayContaining(["scheduler", "stylis", "@kurkle/color", "@emotion/cache"]));
  });
});
