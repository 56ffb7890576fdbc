import type { ChildProcess } from "node:child_process";

/** The address that a browser host prints when it is ready, in its own words. @throws when it ends without one. */
export async function addressOf(host: ChildProcess): Promise<string> {
  let text = "";
  for await (const chunk of host.stdout ?? []) {
    text += String(chunk);
    const found = /http:\/\/\S+/.exec(text);
    if (found) return found[0];
  }
  throw new Error(`the host ended without an address: ${text}`);
}
