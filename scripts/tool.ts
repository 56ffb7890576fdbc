import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./root.ts";

const packages = {
  biome: "@biomejs/biome",
  "electron-builder": "electron-builder",
  knip: "knip",
  playwright: "@playwright/test",
  tsc: "typescript",
  vitest: "vitest",
} as const;

/** The command-line tools that the scripts run. */
export type Tool = keyof typeof packages;

/**
 * The script behind a tool of node_modules/.bin, to be run by this very Node: the entries there are shell scripts on some
 * systems, and would take whatever `node` the path has.
 */
export function toolScript(tool: Tool): string {
  const home = join(root, "node_modules", packages[tool]);
  const { bin } = JSON.parse(readFileSync(join(home, "package.json"), "utf8")) as {
    bin: string | Record<string, string>;
  };
  const path = typeof bin === "string" ? bin : bin[tool];
  if (path === undefined) {
    throw new Error(`${packages[tool]} has no command ${tool}`);
  }
  return join(home, path);
}
