import { expect, test } from "vitest";
import type { Handlers } from "../../../shared/contract/dispatch.ts";
import { defaultSettings, type Settings } from "../../../shared/contract/methods/settings.ts";
import { failure } from "../../../shared/contract/reply.ts";
import { followTheme } from "./follow-theme.ts";

function keeping(first: Settings): Handlers {
  let kept = first;
  return {
    "settings.read": () => ({ ok: true, value: kept }),
    "settings.write": (changes) => {
      kept = { ...kept, ...changes } as Settings;
      return { ok: true, value: kept };
    },
  };
}

test("the window begins in the colours that were chosen, and follows when others are", async () => {
  const theme: { themeSource: "system" | "light" | "dark" } = { themeSource: "system" };
  const handlers = await followTheme(keeping({ ...defaultSettings, theme: "dark" }), theme);
  expect(theme.themeSource).toBe("dark");
  expect(await handlers["settings.write"]?.({ theme: "light" })).toMatchObject({ ok: true, value: { theme: "light" } });
  expect(theme.themeSource).toBe("light");
  await handlers["settings.write"]?.({ currency: "EUR" });
  expect(theme.themeSource).toBe("light");
});

test("while settings cannot be read or kept, the colours stay the system's, and the page is told", async () => {
  const theme: { themeSource: "system" | "light" | "dark" } = { themeSource: "system" };
  const closed = () => failure("closed", "The record is not open.");
  const handlers = await followTheme<Handlers>({ "settings.read": closed, "settings.write": closed }, theme);
  expect(await handlers["settings.write"]?.({ theme: "dark" })).toEqual(closed());
  expect(theme.themeSource).toBe("system");
});
