import { expect, test } from "vitest";
import { PRINT_PARTITION, printWindowOptions } from "../printing/print-window-options.ts";
import { windowOptions } from "../window/window-options.ts";
import { securePreferences } from "./web-preferences.ts";

const placement = { bounds: { width: 800, height: 600 }, maximised: false };

/** The preferences of every window that the program opens, as each is given to Electron. */
const windows = [
  ["the window", windowOptions({ placement, dark: false, preload: "/p.cjs", development: false })],
  ["the window of a checkout", windowOptions({ placement, dark: true, preload: "/p.cjs", development: true })],
  ["the window that prints", printWindowOptions("/p.cjs")],
] as const;

const rules = [
  [
    "2: no Node in pages",
    { nodeIntegration: false, nodeIntegrationInWorker: false, nodeIntegrationInSubFrames: false },
  ],
  ["3: context isolation", { contextIsolation: true }],
  ["4: the sandbox", { sandbox: true }],
  ["6: web security", { webSecurity: true }],
  ["8: no insecure content", { allowRunningInsecureContent: false }],
  ["9: no experimental features", { experimentalFeatures: false }],
  ["10: no Blink features", { enableBlinkFeatures: "" }],
  ["11: no webviews", { webviewTag: false }],
] as const;

test.each(rules)("checklist %s, in every window", (_, preferences) => {
  for (const [, { webPreferences }] of windows) expect(webPreferences).toMatchObject(preferences);
});

test("nothing else is set in any window, so that no later line can loosen what stands here", () => {
  const known = new Set([
    ...Object.keys(securePreferences),
    "preload",
    "devTools",
    "backgroundThrottling",
    "partition",
  ]);
  for (const [, { webPreferences }] of windows) {
    expect(Object.keys(webPreferences ?? {}).filter((name) => !known.has(name))).toEqual([]);
  }
  expect(windows[2][1].webPreferences?.partition).toBe(PRINT_PARTITION);
});
