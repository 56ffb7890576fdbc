import { afterEach, beforeEach, expect, test } from "vitest";
import { defaultSettings } from "../../../shared/contract/methods/settings.ts";
import type { Database } from "../database/database.ts";
import { migrate } from "../database/migrate.ts";
import { migrations } from "../database/migrations/all.ts";
import { openSqlite } from "../database/sqlite.ts";
import { createSettingsStore } from "./settings.ts";

let database: Database;

beforeEach(async () => {
  database = openSqlite(":memory:");
  await migrate(database, migrations, () => Promise.resolve());
});

afterEach(() => database.close());

test("one setting leaves the others, and one that is not given is not changed", () => {
  const settings = createSettingsStore(database);
  expect(settings.read()).toEqual(defaultSettings);
  settings.write({ theme: "dark", currency: undefined });
  expect(settings.write({ paper: "letter" })).toEqual({ ...defaultSettings, theme: "dark", paper: "letter" });
  expect(settings.write({ paper: null })).toEqual({ ...defaultSettings, theme: "dark" });
});

test.each([
  ["a value that is unknown here", "theme", '"sepia"'],
  ["what is no JSON", "theme", "dark"],
  ["a setting that is unknown here", "font", '"Comic Sans"'],
])("%s is left alone, and the default is used", (_, name, value) => {
  database.command("INSERT INTO settings VALUES (?, ?)")(name, value);
  database.command("INSERT INTO settings VALUES (?, ?)")("currency", '"EUR"');
  expect(createSettingsStore(database).read()).toEqual({ ...defaultSettings, currency: "EUR" });
});
