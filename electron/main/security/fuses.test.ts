import { readFileSync } from "node:fs";
import { join } from "node:path";
import { FuseV1Options } from "@electron/fuses";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { findInstallation } from "../../backend/installation.ts";
import { type Fuse, fuses } from "./fuses.ts";

test("checklist 19: every fuse of the installed @electron/fuses is decided, with its reason", () => {
  const known = Object.values(FuseV1Options).filter((name) => typeof name === "string");
  expect(Object.keys(fuses).sort()).toEqual([...known].sort());
  for (const { why } of Object.values<Fuse>(fuses)) expect(why.length).toBeGreaterThan(20);
});

test("checklist 19: electron-builder sets every fuse that it knows to what is decided", () => {
  const text = readFileSync(join(findInstallation().root, "electron-builder.yml"), "utf8");
  const { electronFuses } = parse(text) as { readonly electronFuses: Readonly<Record<string, boolean>> };
  const decided = Object.entries<Fuse>(fuses).map(([name, { on }]) => [name[0]?.toLowerCase() + name.slice(1), on]);
  const { wasmTrapHandlers, ...settable } = Object.fromEntries(decided) as Record<string, boolean>;
  expect(electronFuses).toEqual(settable);
  // The builder has no key for this one: it stays as Electron ships it.
  expect(wasmTrapHandlers).toBe(true);
});
