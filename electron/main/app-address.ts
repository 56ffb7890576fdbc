/** Where the app's pages are: an address of a scheme of our own, which no other program and no network can answer. */

export const SCHEME = "app";
const HOST = "flopsheet";
export const ORIGIN = `${SCHEME}://${HOST}`;

/** A page of the app by its path. */
export const pageAddress = (path: string): string => `${ORIGIN}${path}`;

/**
 * Whether an address is one of the app's: scheme and host compared, each whole. The `origin` of a URL would not do: for a scheme
 * of its own it is the text "null", the same for every stranger.
 *
 * @example isOurs("app://flopsheet/settings") // true
 * @example isOurs("app://flopsheet.example/"), isOurs("app://user@flopsheet/"), isOurs("https://flopsheet/") // false
 */
export function isOurs(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, host, username, password } = new URL(address);
  return protocol === `${SCHEME}:` && host === HOST && username === "" && password === "";
}
