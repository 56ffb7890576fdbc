import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { bundledChromium, type Runnable } from "./chromium-bundled.ts";
import { ChromiumError } from "./chromium-error.ts";
import { findSystemChromium, isExecutable } from "./chromium-system.ts";

/** A Chromium that can be started here, and how. */
export type Chromium = {
  readonly path: string;
  readonly args: readonly string[];
  /** The whole environment to start it in. */
  readonly env: NodeJS.ProcessEnv;
  readonly origin: "CHROMIUM_PATH" | "playwright" | "system" | "bundled";
};

/** What `findChromium` asks of the machine; the tests bring their own. */
export type Machine = {
  readonly platform: NodeJS.Platform;
  readonly architecture: string;
  readonly isRoot: boolean;
  /** Where Playwright would have put a browser of its own. */
  readonly playwrightPath: () => Promise<string>;
  readonly bundled: (env: NodeJS.ProcessEnv) => Promise<Runnable | null>;
};

const thisMachine: Machine = {
  platform: process.platform,
  architecture: process.arch,
  isRoot: process.getuid?.() === 0,
  playwrightPath: async () => (await import("playwright-core")).chromium.executablePath(),
  bundled: bundledChromium,
};

async function isProgram(path: string): Promise<boolean> {
  return (await isExecutable(path)) && (await stat(path)).isFile();
}

async function locate(env: NodeJS.ProcessEnv, machine: Machine): Promise<Omit<Chromium, "args"> | null> {
  if (env.CHROMIUM_PATH !== undefined && env.CHROMIUM_PATH !== "") {
    const path = resolve(env.CHROMIUM_PATH);
    if (!(await isProgram(path))) {
      throw new ChromiumError(`CHROMIUM_PATH names no program that can be run: ${env.CHROMIUM_PATH}`);
    }
    return { path, env, origin: "CHROMIUM_PATH" };
  }
  const playwright = await machine.playwrightPath();
  if (await isProgram(playwright)) {
    return { path: playwright, env, origin: "playwright" };
  }
  const system = await findSystemChromium(machine.platform, env);
  if (system !== null) {
    return { path: system, env, origin: "system" };
  }
  if (machine.platform === "linux" && machine.architecture === "x64") {
    const bundled = await machine.bundled(env);
    return bundled === null ? null : { ...bundled, origin: "bundled" };
  }
  return null;
}

/**
 * Looks for a Chromium to print and test with: CHROMIUM_PATH, Playwright's own, one installed on the system, then the one
 * from npm (Linux on x64 only), which the first call unpacks. Null when there is none.
 *
 * @throws ChromiumError when CHROMIUM_PATH names nothing that can be run (a silent substitute would hide the slip), or the one
 *   from npm does not start.
 */
export async function findChromium(
  env: NodeJS.ProcessEnv = process.env,
  machine: Machine = thisMachine,
): Promise<Chromium | null> {
  const found = await locate(env, machine);
  // As root Chromium refuses to start with its sandbox. Nobody else gets one without.
  const args = machine.platform === "linux" && machine.isRoot ? ["--no-sandbox"] : [];
  return found === null ? null : { ...found, args };
}

/** Playwright's launch options for a found Chromium. */
export type LaunchOptions = {
  readonly executablePath: string;
  readonly args: string[];
  readonly env: Record<string, string>;
  readonly chromiumSandbox: true;
};

/**
 * How Playwright is to launch it. Playwright by itself switches the sandbox off everywhere; with `chromiumSandbox` set, only
 * the arguments above decide.
 */
export function launchOptions(chromium: Chromium): LaunchOptions {
  const env: Record<string, string> = {};
  for (const [name, value] of Object.entries(chromium.env)) {
    if (value !== undefined) {
      env[name] = value;
    }
  }
  return { executablePath: chromium.path, args: [...chromium.args], env, chromiumSandbox: true };
}
