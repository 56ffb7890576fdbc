import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { chooseHost } from "./choose-host.ts";
import { desktopCommand, desktopEffects, hasDisplay } from "./desktop.ts";

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "flopsheet-desktop-"));
});

afterEach(() => rmSync(root, { recursive: true }));

function put(path: string, content: string, mode = 0o644): void {
  mkdirSync(join(root, path, ".."), { recursive: true });
  writeFileSync(join(root, path), content);
  chmodSync(join(root, path), mode);
}

const effects = (env: NodeJS.ProcessEnv = {}) => desktopEffects(root, "linux", { PATH: process.env.PATH, ...env });

describe("desktopEffects, on folders like those npm and Electron make", () => {
  const shell = "out/main/main.js";
  const description = "node_modules/electron/package.json";
  const note = "node_modules/electron/path.txt";
  const program = "node_modules/electron/dist/electron";

  it("sees each part only when it is there", () => {
    expect([effects().hasShell(), effects().hasPackage(), effects().hasRuntime()]).toEqual([false, false, false]);
    put(shell, "");
    expect(effects().hasShell()).toBe(true);
    put(description, "{}");
    expect([effects().hasPackage(), effects().hasRuntime()]).toEqual([true, false]);
    put(note, "electron");
    expect(effects().hasRuntime()).toBe(false);
    put(program, "");
    expect(effects().hasRuntime()).toBe(true);
  });

  it("looks where ELECTRON_OVERRIDE_DIST_PATH says", () => {
    put(description, "{}");
    put(note, "electron");
    put("elsewhere/electron", "");
    expect(effects({ ELECTRON_OVERRIDE_DIST_PATH: join(root, "elsewhere") }).hasRuntime()).toBe(true);
  });

  const display = { DISPLAY: ":0" };
  const here = (env: NodeJS.ProcessEnv = {}) => chooseHost(effects(env));
  const runs = (script: string) => put(program, `#!/bin/sh\n${script}\n`, 0o755);

  it("says on each rung what is missing", async () => {
    put(shell, "");
    expect(await here(display)).toMatchObject({ why: expect.stringContaining("Electron is not installed") });
    put(description, "{}");
    expect(await here()).toMatchObject({ why: expect.stringContaining("There is no display") });
    expect(await here(display)).toMatchObject({ why: expect.stringContaining("could not be fetched") });
    put("node_modules/electron/install.js", "process.exit(1);");
    expect(await here(display)).toMatchObject({ why: expect.stringContaining("could not be fetched") });
    put(note, "electron");
    runs("exit 1");
    expect(await here(display)).toMatchObject({ why: expect.stringContaining("closed within 3 seconds") });
  });

  it("takes a program that cannot be run for one that closed", async () => {
    put(shell, "");
    put(description, "{}");
    put(note, "electron");
    put(program, "no program");
    expect(await here(display)).toMatchObject({ why: expect.stringContaining("closed within 3 seconds") });
  });

  it("stays with a program that lives, and gives its exit code on", async () => {
    put(shell, "");
    put(description, "{}");
    put(note, "electron");
    runs("sleep 3.4\nexit 7");
    const choice = await here(display);
    expect(choice.host === "desktop" && (await choice.exited)).toBe(7);
  });

  it("fetches with the package's own installer, then starts what it brought", async () => {
    put(shell, "");
    put(description, "{}");
    put(
      "node_modules/electron/install.js",
      `const { mkdirSync, writeFileSync } = require("node:fs");
       mkdirSync(__dirname + "/dist");
       writeFileSync(__dirname + "/dist/electron", "#!/bin/sh\\necho $1 $ELECTRON_RUN_AS_NODE > ${root}/ran\\nexit 5\\n", { mode: 0o755 });
       writeFileSync(__dirname + "/path.txt", "electron");`,
    );
    const choice = await chooseHost(effects({ DISPLAY: ":0", ELECTRON_RUN_AS_NODE: "1" }));
    expect(choice).toMatchObject({ host: "browser", why: expect.stringContaining("closed within 3 seconds") });
    expect(readFileSync(join(root, "ran"), "utf8").trim()).toBe(join(root, shell));
  });
});

describe("desktopCommand", () => {
  it("never loosens the sandbox", () => {
    const [program, args] = desktopCommand("/app", "/electron");
    expect([program, ...args]).toEqual(["/electron", join("/app", "out", "main", "main.js")]);
  });
});

describe("hasDisplay", () => {
  it("asks the environment on Linux alone", () => {
    expect(hasDisplay("linux", {})).toBe(false);
    expect(hasDisplay("linux", { DISPLAY: "" })).toBe(false);
    expect(hasDisplay("linux", { DISPLAY: ":0" })).toBe(true);
    expect(hasDisplay("linux", { WAYLAND_DISPLAY: "wayland-0" })).toBe(true);
    expect(hasDisplay("darwin", {})).toBe(true);
    expect(hasDisplay("win32", {})).toBe(true);
  });
});
