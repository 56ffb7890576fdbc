import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findInstallation } from "../../backend/installation.ts";
import { securePreferences } from "../security/web-preferences.ts";
import { GROUND, SMALLEST, windowOptions } from "./window-options.ts";

const facts = {
  placement: { bounds: { x: 1, y: 2, width: 1200, height: 700 }, maximised: false },
  dark: false,
  preload: "/app/out/preload/preload.cjs",
  development: false,
};

test("the window has every secure preference, the one preload, and is not shown before its first picture", () => {
  expect(windowOptions(facts)).toEqual({
    ...{ x: 1, y: 2, width: 1200, height: 700 },
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    title: "Flopsheet",
    show: false,
    backgroundColor: GROUND.light,
    webPreferences: { ...securePreferences, preload: facts.preload, devTools: false },
  });
});

test("developer tools are there in a checkout only, and the ground follows the system's scheme", () => {
  expect(windowOptions({ ...facts, development: true }).webPreferences?.devTools).toBe(true);
  expect(windowOptions({ ...facts, dark: true }).backgroundColor).toBe(GROUND.dark);
});

test("the grounds are the page's own", () => {
  const tokens = readFileSync(join(findInstallation().root, "renderer", "app", "theme", "tokens.css"), "utf8");
  const papers = [...tokens.matchAll(/--paper: (#[0-9a-f]{6});/g)].map(([, colour]) => colour);
  expect(papers).toEqual([GROUND.light, GROUND.dark]);
});
