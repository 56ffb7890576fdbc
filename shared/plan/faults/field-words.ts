/** Names of the document as words of a sentence. */
import type { DocumentPath } from "../fault.ts";
import { shorten } from "../text/document-path.ts";

const LONGEST_NAME = 40;

/** `keyValueHeads` as "key value heads", `storagePerTBMonth` as "storage per TB month"; names with spaces stay as they are. */
export function words(name: string): string {
  const [first = "", ...rest] = name.split(/(TB)(?=[A-Z]|$)/);
  return [parted(first), ...rest.map((part) => (part === "TB" ? part : parted(part).toLowerCase()))]
    .filter((part) => part !== "")
    .join(" ");
}

const parted = (name: string): string =>
  name.replace(/([a-z0-9])([A-Z])/g, (_, before: string, letter: string) => `${before} ${letter.toLowerCase()}`);

/**
 * What stands at `path`, to begin a sentence with.
 *
 * @example subject(["experiments", 0, "model", "headSize"])   // "Head size"
 * @example subject(["sweeps", 0, "axes", "model.width", 3])   // "Width"
 * @example subject(["sweeps", 0, "axes", "model.width"])      // "The axis model.width"
 * @example subject(["experiments", 0])                        // "An entry of experiments"
 * @example subject([])                                        // "The plan"
 */
export function subject(path: DocumentPath): string {
  const last = path.at(-1);
  if (last === undefined) return "The plan";
  if (typeof last === "string" && path.at(-2) === "axes") return `The axis ${shorten(last, LONGEST_NAME)}`;
  if (typeof last === "string") return capital(words(shorten(last, LONGEST_NAME)));
  const list = path.at(-2);
  if (typeof list !== "string") return "An entry";
  const name = words(shorten(list, LONGEST_NAME));
  return list.includes(".") ? capital(afterLastDot(name)) : `An entry of ${name}`;
}

const afterLastDot = (name: string): string => name.slice(name.lastIndexOf(".") + 1);

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
