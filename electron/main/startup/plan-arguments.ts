import { resolve } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * The plan files among the words that the program was started with: a double click on a file is one. Switches, some of them
 * Chromium's own, are left out; Linux desktops hand over `file:` addresses.
 *
 * @example planArguments(["flopsheet", "--enable-features=x", "a.flopsheet.json"], "/home/ada") // ["/home/ada/a.flopsheet.json"]
 */
export function planArguments(words: readonly string[], folder: string): readonly string[] {
  return words
    .slice(1)
    .filter((word) => !word.startsWith("-"))
    .flatMap((word) => pathOf(word, folder) ?? [])
    .filter((path) => /\.(json|ya?ml)$/i.test(path));
}

function pathOf(word: string, folder: string): string | null {
  if (!word.startsWith("file:")) return resolve(folder, word);
  try {
    return fileURLToPath(word);
  } catch {
    // Of another machine, or no path at all.
    return null;
  }
}
