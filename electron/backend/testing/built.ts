/** The built programs, for tests that run them as a person does. */
import { execFileSync, spawn } from "node:child_process";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { findInstallation } from "../installation.ts";

const { root } = findInstallation();

/** Builds what the sources have outrun. Several test files may ask at once. */
export function build(): void {
  // Under Vitest NODE_ENV is "test", and React would be built in for development.
  const env = { ...process.env, NODE_ENV: "production" };
  execFileSync(process.execPath, [join(root, "scripts", "build.ts"), "--if-stale"], { env, stdio: "pipe" });
}

export const program = (name: "cli" | "server"): string => join(root, "out", name, "main.js");

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  readonly input?: string | Uint8Array;
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
}

/** Runs a program to its end. */
export async function run(path: string, args: readonly string[], options: RunOptions = {}): Promise<Ended> {
  const { input, cwd, env } = options;
  const child = spawn(process.execPath, [path, ...args], { cwd, env: { ...process.env, ...env } });
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  // A program that has read enough closes its input.
  child.stdin.on("error", () => {});
  child.stdin.end(input ?? "");
  const [code, out, err] = await Promise.all([ended, text(child.stdout), text(child.stderr)]);
  return { code, out, err };
}
