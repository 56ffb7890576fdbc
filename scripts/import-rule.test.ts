import { spawnSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { electronUses, layerConfiguration, sharedOrder } from "./layers.ts";
import { root } from "./root.ts";
import { toolScript } from "./tool.ts";

/**
 * Plants violations of the import rule in a tree that has this project's own settings and nothing else, and sees the real
 * tools catch each. One run of each tool over all of them: a violation counts as caught only by its own file and rule.
 */
type Plant = {
  readonly path: string;
  readonly source: string;
  readonly caughtBy: "biome" | "tsc";
  readonly as: string;
};

const restricted = "lint/style/noRestrictedImports";

const plants: readonly Plant[] = [
  {
    path: "shared/units/reads-a-file.ts",
    source: 'import { readFileSync } from "node:fs";\nexport const read = readFileSync;\n',
    caughtBy: "biome",
    as: "lint/correctness/noNodejsModules",
  },
  {
    path: "shared/units/reads-a-file.ts",
    source: 'import { readFileSync } from "node:fs";\nexport const read = readFileSync;\n',
    caughtBy: "tsc",
    as: "TS2591",
  },
  {
    path: "shared/units/touches-the-page.ts",
    source: "export const title = document.title;\n",
    caughtBy: "tsc",
    as: "TS2584",
  },
  { path: "shared/units/logs.ts", source: 'console.log("x");\n', caughtBy: "tsc", as: "TS2584" },
  {
    path: "shared/units/asks-the-clock.ts",
    source: "export const now = Date.now();\n",
    caughtBy: "biome",
    as: "lint/style/noRestrictedGlobals",
  },
  {
    path: "shared/units/throws-dice.ts",
    source: "export const die = Math.random();\n",
    caughtBy: "biome",
    as: "plugin",
  },
  {
    path: "shared/sheet/draws.ts",
    source: 'export { createElement } from "react";\n',
    caughtBy: "biome",
    as: restricted,
  },
  {
    path: "shared/units/asks-the-back-end.ts",
    source: 'import { backend } from "../../electron/backend/ok.ts";\nexport const b = backend;\n',
    caughtBy: "tsc",
    as: "TS6307",
  },
  {
    path: "renderer/app/asks-the-back-end.ts",
    source: 'import { backend } from "../../electron/backend/ok.ts";\nexport const b = backend;\n',
    caughtBy: "biome",
    as: restricted,
  },
  {
    path: "renderer/app/asks-the-back-end.ts",
    source: 'import { backend } from "../../electron/backend/ok.ts";\nexport const b = backend;\n',
    caughtBy: "tsc",
    as: "TS6307",
  },
  {
    path: "renderer/app/reads-a-file.ts",
    source: 'import { readFileSync } from "node:fs";\nexport const read = readFileSync;\n',
    caughtBy: "biome",
    as: "lint/correctness/noNodejsModules",
  },
  {
    path: "renderer/features/sheet/asks-a-neighbour.ts",
    source: 'import { quotes } from "../quotes/ok.ts";\nexport const q = quotes;\n',
    caughtBy: "biome",
    as: restricted,
  },
  {
    path: "renderer/features/sheet/hooks/asks-a-neighbour.ts",
    source: 'export const load = () => import("../../quotes/ok.ts");\n',
    caughtBy: "biome",
    as: restricted,
  },
  {
    path: "renderer/components/asks-a-feature.ts",
    source: 'export { quotes } from "../features/quotes/ok.ts";\n',
    caughtBy: "biome",
    as: restricted,
  },
  {
    path: "electron/backend/asks-a-host.ts",
    source: 'import { server } from "../server/ok.ts";\nexport const s = server;\n',
    caughtBy: "biome",
    as: restricted,
  },
  {
    path: "electron/backend/asks-a-host.ts",
    source: 'import { server } from "../server/ok.ts";\nexport const s = server;\n',
    caughtBy: "tsc",
    as: "TS6307",
  },
  {
    path: "electron/cli/asks-a-host.ts",
    source: 'import { server } from "../server/ok.ts";\nexport const s = server;\n',
    caughtBy: "biome",
    as: restricted,
  },
  {
    path: "electron/main/asks-a-host.ts",
    source: 'import { server } from "../server/ok.ts";\nexport const s = server;\n',
    caughtBy: "biome",
    as: restricted,
  },
  {
    path: "electron/main/asks-a-host.ts",
    source: 'import { server } from "../server/ok.ts";\nexport const s = server;\n',
    caughtBy: "tsc",
    as: "TS6307",
  },
  {
    path: "electron/preload/asks-the-back-end.ts",
    source: 'import { backend } from "../backend/ok.ts";\nexport const b = backend;\n',
    caughtBy: "tsc",
    as: "TS6307",
  },
  {
    path: "electron/preload/checks-by-schema.ts",
    source: 'import { ok } from "../../shared/contract/ok.ts";\nexport const o = ok;\n',
    caughtBy: "biome",
    as: restricted,
  },
  {
    path: "electron/preload/asks-the-main-process.ts",
    source: 'import { main } from "../main/ok.ts";\nexport const m = main;\n',
    caughtBy: "biome",
    as: restricted,
  },
  ...["renderer/app", "electron/backend", "electron/server", "electron/cli"].map(
    (folder): Plant => ({
      path: `${folder}/knows-electron.ts`,
      source: 'import type { App } from "electron";\nexport type A = App;\n',
      caughtBy: "biome",
      as: restricted,
    }),
  ),
  {
    path: "shared/units/circle-a.ts",
    source: 'import { b } from "./circle-b.ts";\nexport const a = (): number => b();\n',
    caughtBy: "biome",
    as: "lint/suspicious/noImportCycles",
  },
];

/** Every folder of shared/ against every one after it, as a value and as a type, at two depths. */
const wrongOrder: Readonly<Record<string, string>> = Object.fromEntries(
  sharedOrder.flatMap((folder, position) =>
    sharedOrder.slice(position + 1).flatMap((later) => [
      [`shared/${folder}/imports-${later}.ts`, `export { ok } from "../${later}/ok.ts";\n`],
      [
        `shared/${folder}/deep/imports-${later}.ts`,
        `import type { ok } from "../../${later}/ok.ts";\nexport type Ok = typeof ok;\n`,
      ],
    ]),
  ),
);

/** What is allowed, so that a rule that refuses everything does not pass. */
const allowed: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    sharedOrder.map((folder, position) => [
      `shared/${folder}/ok.ts`,
      [
        ...sharedOrder.slice(0, position).map((above) => `import { ok as ${above} } from "../${above}/ok.ts";\n`),
        'import { inner } from "./parts/inner.ts";\n',
        `export const ok: readonly unknown[] = [inner, ${sharedOrder.slice(0, position).join(", ")}];\n`,
      ].join(""),
    ]),
  ),
  ...Object.fromEntries(sharedOrder.map((folder) => [`shared/${folder}/parts/inner.ts`, "export const inner = 1;\n"])),
  "shared/units/circle-b.ts": 'import { a } from "./circle-a.ts";\nexport const b = (): number => a();\n',
  "electron/backend/ok.ts": 'import { ok } from "../../shared/contract/ok.ts";\nexport const backend = ok;\n',
  "electron/server/ok.ts": 'import { backend } from "../backend/ok.ts";\nexport const server = backend;\n',
  "electron/main/ok.ts":
    'import type { App } from "electron";\nimport { backend } from "../backend/ok.ts";\nexport const main = (app: App) => [app, backend];\n',
  "electron/preload/ok.ts":
    'import { ipcRenderer } from "electron";\nimport { ipcChannel } from "../../shared/contract/names.ts";\nexport const preload = () => ipcRenderer.invoke(ipcChannel);\n',
  "shared/contract/names.ts": 'export const ipcChannel = "flopsheet";\n',
  "electron/cli/ok.ts": 'import { backend } from "../backend/ok.ts";\nexport const cli = backend;\n',
  "renderer/components/ok.ts": 'import { ok } from "../../shared/sheet/ok.ts";\nexport const component = ok;\n',
  "renderer/features/quotes/ok.ts":
    'import { component } from "../../components/ok.ts";\nimport { hook } from "./hooks/ok.ts";\nexport const quotes = [component, hook];\n',
  "renderer/features/quotes/hooks/ok.ts":
    'import { part } from "../parts/ok.ts";\nimport { component } from "../../../components/ok.ts";\nexport const hook = [component, part];\n',
  "renderer/features/quotes/parts/ok.ts": "export const part = 1;\n",
  "renderer/app/ok.ts": 'export const load = () => import("../features/quotes/ok.ts");\n',
  "scripts/ok.ts": "export const script = 1;\n",
};

let tree: string;
let biomeSays: ReadonlySet<string>;
let tscSays: ReadonlySet<string>;

const settings = [
  ".gitignore",
  "biome.json",
  "biome.layers.json",
  "package.json",
  "tsconfig.base.json",
  "scripts/lint",
  ...[
    "shared",
    "renderer",
    "scripts",
    "electron/backend",
    "electron/server",
    "electron/cli",
    "electron/main",
    "electron/preload",
  ].map((folder) => `${folder}/tsconfig.json`),
];

function run(tool: "biome" | "tsc", args: readonly string[]): string {
  const { stdout, stderr, error } = spawnSync(process.execPath, [toolScript(tool), ...args], {
    cwd: tree,
    encoding: "utf8",
  });
  if (error !== undefined) {
    throw error;
  }
  return stdout + stderr;
}

beforeAll(() => {
  tree = realpathSync(mkdtempSync(join(tmpdir(), "flopsheet-import-rule-")));
  for (const path of settings) {
    cpSync(join(root, path), join(tree, path), { recursive: true });
  }
  symlinkSync(join(root, "node_modules"), join(tree, "node_modules"), "dir");
  const files = { ...allowed, ...wrongOrder, ...Object.fromEntries(plants.map(({ path, source }) => [path, source])) };
  for (const [path, source] of Object.entries(files)) {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    writeFileSync(join(tree, path), source);
  }
  const report = run("biome", ["lint", "--reporter=github", "--max-diagnostics=none"]);
  biomeSays = new Set(
    [...report.matchAll(/^::error title=([^,]+),file=([^,]+),/gm)].map(
      ([, rule, file = ""]) => `${relative(tree, file).replaceAll("\\", "/")} ${rule}`,
    ),
  );
  const references = [
    "shared",
    "renderer",
    ...["backend", "server", "cli", "main", "preload"].map((folder) => `electron/${folder}`),
  ];
  const errors = run("tsc", ["-b", ...references, "--pretty", "false"]);
  tscSays = new Set(
    [...errors.matchAll(/^(\S+)\(\d+,\d+\): error (TS\d+)/gm)].map(([, file, code]) => `${file} ${code}`),
  );
}, 60_000);

afterAll(() => rmSync(tree, { recursive: true }));

describe("the import rule", () => {
  it.each(plants)("$path is caught by $caughtBy as $as", ({ path, caughtBy, as }) => {
    const said = caughtBy === "biome" ? biomeSays : tscSays;
    expect([...said].filter((line) => line.startsWith(`${path} `))).toContain(`${path} ${as}`);
  });

  it("holds for every pair of folders in shared/", () => {
    const paths = Object.keys(wrongOrder);
    expect(paths).toHaveLength(sharedOrder.length * (sharedOrder.length - 1));
    expect(paths.filter((path) => !biomeSays.has(`${path} ${restricted}`))).toEqual([]);
  });

  it("lets everything allowed pass", () => {
    const restrictions = [...biomeSays].filter((line) => line.endsWith(restricted)).map((line) => line.split(" ")[0]);
    const complaints = [...tscSays].map((line) => line.split(" ")[0]);
    const paths = Object.keys(allowed);
    expect(paths.filter((path) => restrictions.includes(path) || complaints.includes(path))).toEqual([]);
  });
});

describe("electron/", () => {
  it("loads Electron's module in two files, so that all others can be tested where it is not", () => {
    const sources = readdirSync(join(root, "electron"), { recursive: true, encoding: "utf8" }).filter((name) =>
      name.endsWith(".ts"),
    );
    const loading = sources.filter((name) =>
      /^(import (?!type )[^;]*from |.*\bimport\(|.*\brequire\()"electron"/m.test(
        readFileSync(join(root, "electron", name), "utf8"),
      ),
    );
    expect(loading.map((name) => name.replaceAll("\\", "/")).sort()).toEqual(["main/main.ts", "preload/preload.ts"]);
  });
});

describe("scripts/layers.ts", () => {
  const foldersIn = (path: string): string[] =>
    readdirSync(join(root, path), { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? [entry.name] : [],
    );

  it("knows every folder there is, since one it does not know would have no rule", () => {
    expect(sharedOrder).toEqual(expect.arrayContaining(foldersIn("shared")));
    expect(Object.keys(electronUses)).toEqual(expect.arrayContaining(foldersIn("electron")));
  });
});

describe("biome.layers.json", () => {
  it("is what `npm run layers` makes of scripts/layers.ts", () => {
    const current: unknown = JSON.parse(readFileSync(join(root, "biome.layers.json"), "utf8"));
    expect(current).toEqual(layerConfiguration());
  });
});
