/** Light, dark, or as the system is set. The choice is kept in this browser; the scheme stands on the root element. */
import { useSyncExternalStore } from "react";

export const schemeChoices = ["system", "light", "dark"] as const;
export type SchemeChoice = (typeof schemeChoices)[number];

const STORED = "flopsheet.scheme";
const listeners = new Set<() => void>();
const systemIsDark = () => window.matchMedia("(prefers-color-scheme: dark)");

let choice: SchemeChoice = "system";

/** Call once, before the first render, so that no light frame flashes in a dark room. */
export function startColourScheme(): void {
  choice = schemeChoices.find((known) => known === localStorage.getItem(STORED)) ?? "system";
  systemIsDark().addEventListener("change", apply);
  apply();
}

export function chooseScheme(next: SchemeChoice): void {
  choice = next;
  localStorage.setItem(STORED, next);
  apply();
}

export function useSchemeChoice(): SchemeChoice {
  return useSyncExternalStore(subscribe, () => choice);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function apply(): void {
  const dark = choice === "dark" || (choice === "system" && systemIsDark().matches);
  document.documentElement.dataset.scheme = dark ? "dark" : "light";
  for (const listener of listeners) listener();
}
