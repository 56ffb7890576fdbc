import { defaultSettings, type Settings, settings } from "../../../shared/contract/methods/settings.ts";
import type { Database } from "../database/database.ts";
import { text } from "../database/row.ts";

/** Some settings; one that is undefined is not changed. */
export type SettingsChanges = { readonly [Name in keyof Settings]?: Settings[Name] | undefined };

export interface SettingsStore {
  read(): Settings;
  /** Changes what is given and leaves the rest. */
  write(changes: SettingsChanges): Settings;
}

/** A setting that was never made, or that this version does not understand, is the default. */
export function createSettingsStore(database: Database): SettingsStore {
  const all = database.query(
    "SELECT name, value FROM settings",
    (row) => [text(row, "name"), text(row, "value")] as const,
  );
  const put = database.command(
    "INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
  );

  const read = (): Settings => {
    const kept = all.all().flatMap(([name, value]) => understood(name, value));
    return { ...defaultSettings, ...Object.assign({}, ...kept) };
  };

  return {
    read,
    write(changes) {
      for (const [name, value] of Object.entries(changes)) {
        if (value !== undefined) put(name, JSON.stringify(value));
      }
      return read();
    },
  };
}

const partial = settings.partial();

function understood(name: string, value: string): SettingsChanges[] {
  try {
    const parsed = partial.safeParse({ [name]: JSON.parse(value) });
    return parsed.success ? [parsed.data] : [];
  } catch {
    return [];
  }
}
