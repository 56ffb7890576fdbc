import { beforeEach, expect, it, vi } from "vitest";
import { defaultSettings, type Settings } from "../../shared/contract/methods/settings.ts";

/** A record that is open or closed, asked over HTTP as the page asks its host. */
let record: Settings | null = null;
let written: unknown[] = [];

beforeEach(() => {
  vi.resetModules();
  record = { ...defaultSettings };
  written = [];
  vi.stubGlobal("fetch", async (path: string, { body }: { body: string }) => {
    const input = JSON.parse(body) as Partial<Settings>;
    if (path === "/api/settings.write") {
      written.push(input);
      if (record !== null) record = { ...record, ...input };
    }
    const reply =
      record === null
        ? { ok: false, error: { code: "closed", message: "The record is damaged." } }
        : { ok: true, value: record };
    return { text: async () => JSON.stringify(reply) };
  });
});

const fresh = () => import("./use-settings.ts");

it("takes the record's settings over what the window was painted with", async () => {
  record = { ...defaultSettings, theme: "dark", paper: "letter" };
  const applied: string[] = [];
  const { startSettings, currentSettings, readSettings } = await fresh();
  startSettings("light", (theme) => applied.push(theme));
  expect(currentSettings().theme).toBe("light");
  await readSettings();
  expect(currentSettings()).toEqual({ ...defaultSettings, theme: "dark", paper: "letter" });
  expect(applied).toEqual(["dark"]);
});

it("holds a change at once, and writes only what was changed", async () => {
  const { changeSettings, currentSettings, readSettings } = await fresh();
  await readSettings();
  const kept = changeSettings({ currency: "EUR" });
  expect(currentSettings().currency).toBe("EUR");
  await kept;
  expect(written).toEqual([{ currency: "EUR" }]);
});

it("keeps changes for the window while the record is closed, and gives them to the record that opens", async () => {
  record = null;
  const { changeSettings, currentSettings, readSettings } = await fresh();
  await readSettings();
  await changeSettings({ time: "hours" });
  expect(currentSettings().time).toBe("hours");
  record = { ...defaultSettings, currency: "GBP" };
  await readSettings();
  expect(currentSettings()).toMatchObject({ time: "hours", currency: "GBP" });
  expect(record).toMatchObject({ time: "hours", currency: "GBP" });
});
