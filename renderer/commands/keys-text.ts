/** Keys as a person reads them. */
const isMac = /mac/i.test(navigator.platform);

const names: Readonly<Record<string, string>> = {
  ArrowUp: "Up",
  ArrowDown: "Down",
  ArrowLeft: "Left",
  ArrowRight: "Right",
  Escape: "Esc",
};
const macNames: Readonly<Record<string, string>> = { ...names, Ctrl: "Cmd", Alt: "Option" };

/**
 * "Ctrl+Shift+Z" is "Ctrl Shift Z", and "Cmd Shift Z" on a Mac.
 * @example keysText("Ctrl++", false) // "Ctrl +"
 */
export function keysText(keys: string, mac: boolean = isMac): string {
  const parts = keys.endsWith("++") ? [...keys.slice(0, -2).split("+"), "+"] : keys.split("+");
  return parts.map((part) => (mac ? macNames : names)[part] ?? part).join(" ");
}
