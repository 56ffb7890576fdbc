import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { CustomScheme } from "electron";
import { expect, test } from "vitest";
import { findInstallation } from "../../backend/installation.ts";
import { refuseFiles, registerAppScheme } from "./app-scheme.ts";

test("checklist 18: the scheme is an origin like any other and goes round no rule", () => {
  const registered: CustomScheme[] = [];
  registerAppScheme({ registerSchemesAsPrivileged: (schemes) => void registered.push(...schemes) });
  expect(registered).toEqual([
    {
      scheme: "app",
      privileges: {
        ...{ standard: true, secure: true, supportFetchAPI: true, codeCache: true },
        ...{ bypassCSP: false, corsEnabled: false, allowServiceWorkers: false, allowExtensions: false, stream: false },
      },
    },
  ]);
});

test("checklist 18: a file of the disk is answered to no page", async () => {
  const handled = new Map<string, (request: Request) => Response | Promise<Response>>();
  refuseFiles({ handle: (scheme, answer) => void handled.set(scheme, answer) });
  expect((await handled.get("file")?.(new Request("file:///etc/passwd")))?.status).toBe(403);
});

test("checklist 18: no source of the window loads a page from a file", () => {
  const folder = join(findInstallation().root, "electron", "main");
  const sources = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    /(?<!\.test)\.ts$/.test(name),
  );
  expect(sources.length).toBeGreaterThan(20);
  const loading = sources.filter((name) =>
    /\bloadFile\(|["'`]file:\/\//.test(readFileSync(join(folder, name), "utf8")),
  );
  expect(loading).toEqual([]);
});
