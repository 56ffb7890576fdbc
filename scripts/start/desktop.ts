import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { DesktopEffects } from "./choose-host.ts";
import { runInstaller } from "./fetch-runtime.ts";

/** Whether a window can be shown: always on macOS and Windows; on Linux when X11 or Wayland says where. */
export function hasDisplay(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): boolean {
  return platform === "darwin" || platform === "win32" || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

function electronPackage(root: string): string | null {
  try {
    return dirname(createRequire(join(root, "package.json")).resolve("electron/package.json"));
  } catch {
    return null;
  }
}

/** Electron's program, as its package notes it in path.txt once fetched, or null. */
export function electronProgram(root: string, env: NodeJS.ProcessEnv): string | null {
  const home = electronPackage(root);
  const note = home === null ? null : join(home, "path.txt");
  if (home === null || note === null || !existsSync(note)) {
    return null;
  }
  const program = join(env.ELECTRON_OVERRIDE_DIST_PATH ?? join(home, "dist"), readFileSync(note, "utf8"));
  return existsSync(program) ? program : null;
}

/** How the desktop shell is started. No switch loosens Chromium's sandbox: where it cannot run, the browser host does. */
export function desktopCommand(root: string, program: string): readonly [string, readonly string[]] {
  return [program, [join(root, "out", "main", "main.js")]];
}

/** The machine this runs on, for chooseHost. */
export function desktopEffects(
  root: string,
  platform: NodeJS.Platform = process.platform,
  env: NodeJS.ProcessEnv = process.env,
): DesktopEffects {
  return {
    hasShell: () => existsSync(join(root, "out", "main", "main.js")),
    hasPackage: () => electronPackage(root) !== null,
    hasDisplay: () => hasDisplay(platform, env),
    hasRuntime: () => electronProgram(root, env) !== null,
    fetchRuntime: (progressed, signal) => {
      console.log("Fetching Electron's program …");
      return runInstaller(join(electronPackage(root) ?? root, "install.js"), progressed, signal);
    },
    launch: () => {
      const [program, args] = desktopCommand(root, electronProgram(root, env) ?? "electron");
      const { ELECTRON_RUN_AS_NODE: _, ...rest } = env;
      const child = spawn(program, args, { stdio: "inherit", env: rest });
      const exited = new Promise<number>((resolve, reject) => {
        child.once("exit", (code) => resolve(code ?? 1));
        child.once("error", reject);
      });
      return { exited };
    },
  };
}
