import { constants } from "node:fs";
import { access } from "node:fs/promises";
import { posix, win32 } from "node:path";
import { probe } from "./chromium-probe.ts";

const LINUX_NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome"];

/** Where a Chromium or Chrome that the system's owner installed would be, most wanted first. */
export function systemCandidates(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string[] {
  if (platform === "darwin") {
    const applications = ["/Applications", ...(env.HOME === undefined ? [] : [posix.join(env.HOME, "Applications")])];
    return ["Chromium", "Google Chrome"].flatMap((name) =>
      applications.map((folder) => posix.join(folder, `${name}.app`, "Contents", "MacOS", name)),
    );
  }
  if (platform === "win32") {
    const folders = [env.PROGRAMFILES, env["PROGRAMFILES(X86)"], env.LOCALAPPDATA];
    return ["Chromium", "Google\\Chrome"].flatMap((name) =>
      folders.flatMap((folder) =>
        folder === undefined ? [] : [win32.join(folder, name, "Application", "chrome.exe")],
      ),
    );
  }
  const folders = (env.PATH ?? "").split(":").filter((folder) => posix.isAbsolute(folder));
  return LINUX_NAMES.flatMap((name) => folders.map((folder) => posix.join(folder, name)));
}

/** Whether `path` is there and may be executed. */
export async function isExecutable(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The first system Chromium that runs, or null. */
export async function findSystemChromium(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): Promise<string | null> {
  for (const path of systemCandidates(platform, env)) {
    // On Windows chrome.exe --version opens a window instead of answering.
    if ((await isExecutable(path)) && (platform === "win32" || (await probe(path, env)).runs)) {
      return path;
    }
  }
  return null;
}
