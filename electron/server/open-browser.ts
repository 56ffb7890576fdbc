import { spawn } from "node:child_process";

/** Whether a browser's window could be seen. */
export function hasDisplay(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): boolean {
  return platform === "darwin" || platform === "win32" || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

/** The program, with its arguments, that opens an address in the person's browser. No shell reads the address. */
export function openCommand(address: string, platform: NodeJS.Platform): readonly [string, readonly string[]] {
  if (platform === "darwin") return ["open", [address]];
  if (platform === "win32") return ["rundll32.exe", ["url.dll,FileProtocolHandler", address]];
  return ["xdg-open", [address]];
}

/** Starts a program and leaves it; resolves to false when it cannot be started or fails at once. */
export type Start = (program: string, args: readonly string[]) => Promise<boolean>;

export const startDetached: Start = (program, args) =>
  new Promise((resolve) => {
    const child = spawn(program, args, { stdio: "ignore", detached: true });
    child.once("error", () => resolve(false));
    child.once("exit", (code) => resolve(code === 0));
    // Some of these programs stay until the browser is closed.
    child.once("spawn", () => setTimeout(() => resolve(true), 1_000).unref());
    child.unref();
  });

export interface OpeningEnvironment {
  readonly env: NodeJS.ProcessEnv;
  readonly platform: NodeJS.Platform;
  readonly start: Start;
}

/** Opens the address in the person's browser. Says in one line why it could not; null when it did. */
export async function openBrowser(
  address: string,
  { env, platform, start }: OpeningEnvironment,
): Promise<string | null> {
  if (!hasDisplay(env, platform))
    return "There is no display here, so no browser was opened: open the address yourself.";
  const [program, args] = openCommand(address, platform);
  return (await start(program, args)) ? null : `No browser could be opened with ${program}: open the address yourself.`;
}
