import { ok } from "../../../shared/lib/result.ts";
import type { Printer } from "../printing/printer.ts";
import type { Group } from "./group.ts";

/** Which host asks for the services, and what it can do by itself. */
export interface HostFacts {
  readonly host: "browser" | "electron";
  /** Whether the commands stand in a menu of the system's own. */
  readonly menu: boolean;
  /** Versions of what it runs on, by name. */
  readonly versions: Readonly<Record<string, string>>;
}

/** A host whose renderer is a browser's page. */
export const browserHost: HostFacts = {
  host: "browser",
  menu: false,
  versions: { Node: process.versions.node, SQLite: process.versions.sqlite ?? "none" },
};

export interface AppServices {
  readonly facts: HostFacts;
  readonly version: string;
  readonly dataDirectory: string;
  readonly printer: Printer;
}

export const appHandlers = ({ facts, version, dataDirectory, printer }: AppServices): Group<"app"> => ({
  async "app.info"() {
    const { host, menu, versions } = facts;
    const missing = await printer.unavailable();
    const capabilities = { pdf: missing === null, pdfReason: missing?.message ?? null, menu };
    return ok({ name: "Flopsheet", version, host, dataDirectory, capabilities, versions: { ...versions } });
  },
});
