/**
 * What a person has set once for all projects, for every screen. The record keeps it; while the record is closed the usual values
 * hold, and what is changed lasts as long as the window.
 */
import { useSyncExternalStore } from "react";
import { defaultSettings, type Settings } from "../../shared/contract/methods/settings.ts";
import { client } from "../host/client.ts";

export interface SettingsState {
  readonly settings: Settings;
  /** `asking` until the host has answered; `window`: the record is closed, changes last as long as this window. */
  readonly keptIn: "asking" | "record" | "window";
}

let state: SettingsState = { settings: defaultSettings, keptIn: "asking" };
let applyTheme: (theme: Settings["theme"]) => void = () => {};
/** Changes that the record has not taken: made before it answered, or while it is closed. */
let unkept: Partial<Settings> = {};
const listeners = new Set<() => void>();

function tell(next: SettingsState): void {
  const themed = next.settings.theme !== state.settings.theme;
  state = next;
  if (themed) applyTheme(next.settings.theme);
  for (const listener of listeners) listener();
}

/**
 * Reads the settings. Call once, with the theme in which the window was painted first and what shows another one: the record may
 * answer something else, and it rules.
 */
export function startSettings(theme: Settings["theme"], apply: (theme: Settings["theme"]) => void): void {
  state = { ...state, settings: { ...state.settings, theme } };
  applyTheme = apply;
  void readSettings();
}

/** Reads them again: another record may be open. */
export async function readSettings(): Promise<void> {
  const reply = await client["settings.read"]({});
  if (!reply.ok) return tell({ ...state, keptIn: "window" });
  tell({ settings: { ...reply.value, ...unkept }, keptIn: "record" });
  if (Object.keys(unkept).length > 0) await changeSettings({});
}

/** Changes what is given; it holds at once. Resolves when the record has it, or has refused. */
export async function changeSettings(changes: Partial<Settings>): Promise<void> {
  unkept = { ...unkept, ...changes };
  tell({ ...state, settings: { ...state.settings, ...changes } });
  const asked = unkept;
  const reply = await client["settings.write"](asked);
  if (!reply.ok) return tell({ ...state, keptIn: "window" });
  unkept = without(unkept, asked);
  tell({ settings: { ...reply.value, ...unkept }, keptIn: "record" });
}

/** What was changed since it was asked for. */
const without = (changes: Partial<Settings>, asked: Partial<Settings>): Partial<Settings> =>
  Object.fromEntries(Object.entries(changes).filter(([key, value]) => asked[key as keyof Settings] !== value));

export const useSettingsState = (): SettingsState => useSyncExternalStore(subscribe, () => state);

export const useSettings = (): Settings => useSettingsState().settings;

/** The settings as they stand, for what is no component. */
export const currentSettings = (): Settings => state.settings;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
