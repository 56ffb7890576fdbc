/**
 * `npm run package:check`: packages the app for Linux as a release would, with a stand-in for Electron's own files, which cannot be
 * fetched everywhere; then looks at what came of it. It needs no network.
 *
 * - app.asar holds the files it should and no other;
 * - what is in it is enough: its main bundle starts, on the stand-in for Electron's module that the tests use;
 * - every fuse of the program is as it was decided;
 * - the tar.gz holds the program and the app.
 */
import { spawnSync } from "node:child_process";
import { chmodSync, copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { extractAll, listPackage } from "@electron/asar";
import { FuseV1Options, getCurrentFuseWire } from "@electron/fuses";
import { path7za } from "7zip-bin";
import { fuses } from "../electron/main/security/fuses.ts";
import { ensureBuilt } from "./ensure-built.ts";
import { fileDifferences, fuseDifferences } from "./packaging/compare.ts";
import { makeElectronStandIn } from "./packaging/stand-in.ts";
import { root } from "./root.ts";
import { toolScript } from "./tool.ts";

const workshop = join(root, "node_modules", ".cache", "flopsheet", "packaging");
const electron = join(workshop, "electron");
const output = join(workshop, "dist");
const unpacked = join(output, "linux-unpacked");
const asar = join(unpacked, "resources", "app.asar");
const fuseNames = Object.keys(fuses);

/** The builder's own defaults leave this one as Electron ships it, and the stand-in ships every fuse off. */
const { WasmTrapHandlers: _, ...flipped } = fuses;

function readVersion(): string {
  const { version } = createRequire(import.meta.url)("electron/package.json") as { readonly version: string };
  return version;
}

/** npm does not keep the mark of a program, and nothing in node_modules is changed: a copy that may run. */
function runnableArchiver(): string {
  const copy = join(workshop, "7za");
  copyFileSync(path7za, copy);
  chmodSync(copy, 0o755);
  return copy;
}

function packageApp(): void {
  rmSync(output, { recursive: true, force: true });
  mkdirSync(workshop, { recursive: true });
  const version = readVersion();
  makeElectronStandIn(electron, version, fuseNames.length);
  const set = { electronDist: electron, electronVersion: version, "directories.output": output };
  const args = Object.entries(set).map(([name, value]) => `-c.${name}=${value}`);
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [toolScript("electron-builder"), "--linux", "dir", "tar.gz", "--x64", "--publish", "never", ...args],
    { cwd: root, env: { ...process.env, ELECTRON_BUILDER_7ZIP_PATH: runnableArchiver() }, encoding: "utf8" },
  );
  if (status !== 0) throw new Error(`electron-builder ended with ${status}. It said:\n${stdout}${stderr}`);
}

/** What electron-builder.yml allows, as it lies in out/. */
function allowedFiles(): readonly string[] {
  const built = ["main", "preload", "renderer"].flatMap((part) =>
    readdirSync(join(root, "out", part), { recursive: true, withFileTypes: true }).flatMap((entry) =>
      entry.isFile()
        ? [
            join(entry.parentPath, entry.name)
              .slice(root.length + 1)
              .replaceAll("\\", "/"),
          ]
        : [],
    ),
  );
  return ["package.json", "LICENSE", ...built];
}

function packagedFiles(): readonly string[] {
  const entries = listPackage(asar, { isPack: false }).map((path) => path.replaceAll("\\", "/").slice(1));
  return entries.filter((path) => !entries.some((other) => other.startsWith(`${path}/`)));
}

/** Starts the app from what was packaged, and nothing of this folder but the stand-in. */
function startPackaged(): readonly string[] {
  const copy = join(workshop, "extracted");
  const data = join(workshop, "data");
  for (const old of [copy, data]) rmSync(old, { recursive: true, force: true });
  mkdirSync(copy, { recursive: true });
  extractAll(asar, copy);
  const standIn = pathToFileURL(join(root, "electron", "main", "testing", "use-stand-in.ts")).href;
  const env = { ...process.env, FLOPSHEET_DATA_DIR: data, STAND_IN: "packaged" };
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", standIn, join(copy, "out", "main", "main.js")],
    { cwd: copy, env, encoding: "utf8" },
  );
  const loaded = stdout.includes('["load","app://flopsheet/",200,true]');
  return status === 0 && loaded
    ? []
    : [`What is packaged does not start (${status}): ${stdout.slice(-2_000)}${stderr}`];
}

function archiveFaults(): readonly string[] {
  const [name, ...others] = readdirSync(output).filter((file) => file.endsWith(".tar.gz"));
  if (name === undefined || others.length > 0) return ["There is not exactly one tar.gz."];
  const { stdout } = spawnSync("tar", ["-tzf", join(output, name)], { encoding: "utf8" });
  const inside = stdout.split(/\r?\n/).map((path) => path.split("/").slice(1).join("/"));
  return ["flopsheet", "resources/app.asar"]
    .filter((path) => !inside.includes(path))
    .map((path) => `${name} lacks ${path}.`);
}

await ensureBuilt(root);
packageApp();
const packaged = packagedFiles();
const { main } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { readonly main?: string };
const faults = [
  ...fileDifferences(packaged, allowedFiles()),
  ...(main === "out/main/main.js" ? [] : [`package.json names ${main} as the app's start.`]),
  ...startPackaged(),
  ...fuseDifferences(await getCurrentFuseWire(join(unpacked, "flopsheet")), flipped, FuseV1Options),
  ...archiveFaults(),
];
for (const fault of faults) console.error(fault);
const megabytes = (statSync(asar).size / 1e6).toFixed(1);
console.log(
  `app.asar: ${packaged.length} files, ${megabytes} MB; ${Object.keys(flipped).length} fuses read back; ${faults.length} faults`,
);
process.exitCode = faults.length === 0 ? 0 : 1;
