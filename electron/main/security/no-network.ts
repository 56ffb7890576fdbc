import type { App, Session } from "electron";

/**
 * Chromium's own habits that reach for the network without any page asking. Beyond Electron's checklist: Flopsheet works without a
 * network, and says so.
 */
export const quietSwitches: readonly (readonly [name: string, value?: string])[] = [
  ["disable-background-networking"],
  ["disable-component-update"],
  ["disable-domain-reliability"],
  ["disable-breakpad"],
  ["no-pings"],
  ["dns-prefetch-disable"],
  // Every name is resolved to an address that does not exist.
  ["host-resolver-rules", "MAP * ~NOTFOUND"],
];

/** Must be called before the app is ready. */
export function quietChromium(commandLine: Pick<App["commandLine"], "appendSwitch">): void {
  for (const [name, value] of quietSwitches) commandLine.appendSwitch(name, value);
}

/** A proxy that is not there: what gets past everything else fails at once, on this machine. Port 9 is the discard service's. */
export const NO_PROXY_THERE = "127.0.0.1:9";

type Quieted = Pick<Session, "setProxy" | "setSpellCheckerEnabled" | "setSpellCheckerDictionaryDownloadURL">;

/** No request finds a way out, and no dictionary is fetched. */
export async function quietSession(session: Quieted): Promise<void> {
  session.setSpellCheckerEnabled(false);
  session.setSpellCheckerDictionaryDownloadURL("app://flopsheet/no-dictionaries/");
  await session.setProxy({ mode: "fixed_servers", proxyRules: NO_PROXY_THERE, proxyBypassRules: "" });
}
