import type { HostFacts } from "../../backend/services/app.ts";

/** What the window tells about itself: its versions are those that a report of a defect needs. */
export function electronHost(versions: Readonly<Record<string, string | undefined>>): HostFacts {
  const named = {
    Electron: versions.electron,
    Chromium: versions.chrome,
    Node: versions.node,
    SQLite: versions.sqlite,
  };
  const known = Object.entries(named).flatMap(([name, version]) => (version === undefined ? [] : [[name, version]]));
  return { host: "electron", menu: true, versions: Object.fromEntries(known) };
}
