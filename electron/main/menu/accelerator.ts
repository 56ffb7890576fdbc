/**
 * A command's keys as Electron writes them, or undefined for keys that a menu must not take: without Ctrl or Alt they are what a
 * person types ("?").
 *
 * @example accelerator("Ctrl+Shift+S") // "CmdOrCtrl+Shift+S"
 * @example accelerator("Alt+N") // "Alt+N"
 * @example accelerator("Ctrl+,") // "CmdOrCtrl+,"
 * @example accelerator("Ctrl++") // "CmdOrCtrl+Plus"
 * @example accelerator("?"), accelerator(null) // undefined
 */
export function accelerator(keys: string | null): string | undefined {
  if (keys === null) return undefined;
  const parts = /^((?:(?:Ctrl|Alt|Shift)\+)*)(.+)$/.exec(keys);
  const held = (parts?.[1] ?? "").split("+").filter((key) => key !== "");
  const key = parts?.[2] ?? "";
  const isNamed = /^F\d{1,2}$/.test(key);
  if (!isNamed && !held.includes("Ctrl") && !held.includes("Alt")) return undefined;
  const names = held.map((name) => (name === "Ctrl" ? "CmdOrCtrl" : name));
  return [...names, key === "+" ? "Plus" : key].join("+");
}
