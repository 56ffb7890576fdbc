import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { pathToFileURL } from "node:url";
import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { findInstallation } from "../backend/installation.ts";
import { build } from "../backend/testing/built.ts";

const { root, version } = findInstallation();
const hooks = pathToFileURL(join(import.meta.dirname, "testing", "use-stand-in.ts")).href;

let folder: string;

beforeAll(build, 120_000);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "flopsheet-main-"));
});

afterEach(() => rmSync(folder, { recursive: true }));

/** Runs the built main bundle with a stand-in for Electron, and gives what was asked of it, in its order. */
async function start(args: readonly string[] = [], standIn = "", data = join(folder, "data")) {
  const main = join(root, "out", "main", "main.js");
  const env = { ...process.env, FLOPSHEET_DATA_DIR: data, STAND_IN: standIn };
  const child = spawn(process.execPath, ["--import", hooks, main, ...args], { env, cwd: folder });
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  const [code, out, complaints] = await Promise.all([ended, text(child.stdout), text(child.stderr)]);
  const notes = out
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as unknown[]);
  const noted = (what: string) => notes.filter(([name]) => name === what).map(([, ...details]) => details);
  const order = notes.map(([name]) => name);
  return { code, complaints, noted, order, data };
}

test("the built bundle starts, opens its window, answers its page, and ends with it", async () => {
  const { code, complaints, noted, order, data } = await start();
  expect(complaints).toBe("");
  expect(code).toBe(0);
  expect(order.at(-1)).toBe("quit");
  expect(noted("window")).toEqual([["default", join(root, "out", "preload", "preload.cjs")]]);
  expect(noted("load")).toEqual([["app://flopsheet/", 200, true]]);
  expect(noted("reply")).toMatchObject([
    [
      "app.info",
      {
        ok: true,
        value: {
          version,
          host: "electron",
          dataDirectory: data,
          capabilities: { pdf: true, pdfReason: null, menu: true },
        },
      },
    ],
    ["templates.list", { ok: true }],
    ["no.such", { ok: false, error: { code: "unknownMethod" } }],
  ]);
  expect(noted("stranger")).toMatchObject([[{ ok: false, error: { code: "refused" } }]]);
  expect(noted("show")).toHaveLength(1);
  expect(noted("menu")).toHaveLength(1);
});

test("what must come before Electron is ready comes before, and both sessions are guarded before any window", async () => {
  const { noted, order } = await start();
  const at = (what: string) => order.indexOf(what);
  const firstAfterReady = at("requests");
  for (const early of ["name", "path", "scheme", "sandbox", "switch"]) {
    expect(at(early)).toBeGreaterThanOrEqual(0);
    expect(order.lastIndexOf(early)).toBeLessThan(firstAfterReady);
  }
  for (const guard of ["requests", "permissions", "proxy", "handle"]) {
    expect(order.lastIndexOf(guard)).toBeLessThan(at("window"));
    expect(new Set(noted(guard).map(([session]) => session))).toEqual(new Set(["default", "print"]));
  }
  expect(noted("new window")).toEqual([["deny"]]);
  expect(noted("outside")).toEqual([["https://example.org/"]]);
});

test("a file it is started with goes to the page once that is there, and one that is no plan is complained of", async () => {
  writeFileSync(join(folder, "a.flopsheet.json"), "{}");
  const { noted, order } = await start(["a.flopsheet.json", "gone.json"], "files");
  expect(noted("told")).toEqual([[{ kind: "file", name: "a.flopsheet.json", base64: "e30=" }]]);
  expect(order.indexOf("told")).toBeGreaterThan(order.indexOf("load"));
  expect(noted("recent")).toEqual([[join(folder, "a.flopsheet.json")]]);
  expect(noted("message box")).toEqual([["There is no file gone.json."]]);
});

test("where the window stood is kept in the data directory before the program ends", async () => {
  const { data } = await start();
  expect(JSON.parse(readFileSync(join(data, "window.json"), "utf8"))).toEqual({
    ...{ x: 10, y: 20, width: 1000, height: 700 },
    maximised: false,
  });
});

test("a second one on the same data ends at once and opens nothing", async () => {
  const { code, order } = await start([], "second");
  expect(code).toBe(0);
  expect(order).not.toContain("window");
  expect(order.at(-1)).toBe("quit");
});

test("a data directory that cannot be is told in a box, with what to do", async () => {
  writeFileSync(join(folder, "file"), "");
  const { code, noted, order } = await start([], "", join(folder, "file", "data"));
  expect(code).toBe(1);
  expect(noted("error box")[0]?.[1]).toContain("FLOPSHEET_DATA_DIR names another place");
  expect(order).not.toContain("window");
});

test("an installed one does not start without its sandbox", async () => {
  const { code, noted, order } = await start(["--no-sandbox"], "packaged");
  expect(code).toBe(1);
  expect(noted("error box")[0]?.[1]).toContain("does not run with --no-sandbox");
  expect(order).not.toContain("window");
});
