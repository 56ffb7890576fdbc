import type { ProxyConfig } from "electron";
import { expect, test } from "vitest";
import { NO_PROXY_THERE, quietChromium, quietSession, quietSwitches } from "./no-network.ts";

test("Chromium's own habits are switched off, and no name is resolved", () => {
  const switches = new Map<string, string | undefined>();
  quietChromium({ appendSwitch: (name, value) => void switches.set(name, value) });
  expect([...switches]).toEqual(quietSwitches.map(([name, value]) => [name, value]));
  expect(switches.get("host-resolver-rules")).toBe("MAP * ~NOTFOUND");
  expect(switches.has("disable-component-update")).toBe(true);
  for (const name of switches.keys()) expect(name).not.toMatch(/sandbox|web-security|remote-debugging/);
});

test("a session has no way out, looks up no proxy, and fetches no dictionary", async () => {
  const said: unknown[] = [];
  let proxy: ProxyConfig = {};
  await quietSession({
    setSpellCheckerEnabled: (on) => void said.push(on),
    setSpellCheckerDictionaryDownloadURL: (url) => void said.push(url.startsWith("app://flopsheet/")),
    setProxy: async (config) => {
      proxy = config;
    },
  });
  expect(said).toEqual([false, true]);
  expect(proxy).toEqual({ mode: "fixed_servers", proxyRules: NO_PROXY_THERE, proxyBypassRules: "" });
});
