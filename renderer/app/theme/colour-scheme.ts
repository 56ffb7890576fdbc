/**
 * Light, dark, or as the system is set. The choice is a setting of the record, and is kept in this browser too, so that the first
 * paint is right before any host has answered; the scheme stands on the root element.
 */

const schemeChoices = ["system", "light", "dark"] as const;
type SchemeChoice = (typeof schemeChoices)[number];

const STORED = "flopsheet.scheme";
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

/** What was chosen last in this browser. */
export const schemeChoice = (): SchemeChoice => choice;

function apply(): void {
  const dark = choice === "dark" || (choice === "system" && systemIsDark().matches);
  document.documentElement.dataset.scheme = dark ? "dark" : "light";
}
