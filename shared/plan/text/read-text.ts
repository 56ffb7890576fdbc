/** The first step of reading a plan: from text to values with their places. */
import { err, ok, type Result } from "../../lib/result.ts";
import { PLAN_MAX_BYTES } from "../document.ts";
import { readJson } from "./json-reader.ts";
import type { PlacedFault, Reading } from "./source.ts";
import { emptyFault, readYaml } from "./yaml-reader.ts";

/**
 * Reads `text` as JSON, and as YAML 1.2 where it is not JSON. Size, control characters and emptiness are looked at
 * before anything is parsed; a hostile text of the greatest size is answered in about two seconds at worst, as YAML, and
 * in a few hundredths of a second as JSON.
 */
export function readText(text: string): Result<Reading, readonly PlacedFault[]> {
  return readAs(text, readYaml, (json) => json);
}

/** As `readText`, with a reader of YAML and a form of what was read as JSON of one's own. */
export function readAs<T>(
  text: string,
  asYaml: (text: string) => Result<T, readonly PlacedFault[]>,
  fromJson: (json: Reading) => T,
): Result<T, readonly PlacedFault[]> {
  if (isLarger(text, PLAN_MAX_BYTES)) return err([tooLarge]);
  const control = CONTROL.exec(text);
  if (control !== null) return err([controlCharacter(control)]);
  if (text.trim() === "") return err([emptyFault]);
  const json = readJson(text);
  if (json.ok) return ok(fromJson(json.value));
  if (json.error.isTooMuch) return err([json.error.fault]);
  const yaml = asYaml(text);
  // Text that starts with a bracket and a quote was meant as JSON, whose one message is to the point.
  return yaml.ok || !MEANT_AS_JSON.test(text) ? yaml : err([json.error.fault]);
}

/** Whether `text` takes more than `most` bytes as UTF-8. */
export function isLarger(text: string, most: number): boolean {
  if (text.length > most) return true;
  if (text.length * 3 <= most) return false;
  let bytes = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    // Each half of a surrogate pair stands for two of its four bytes.
    bytes += code < 0x80 ? 1 : code < 0x800 || (code >= 0xd800 && code <= 0xdfff) ? 2 : 3;
  }
  return bytes > most;
}

const MEANT_AS_JSON = /^\uFEFF?\s*[{[]\s*"/;

/** Everything below a space but tab and the ends of lines, and delete. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/;

const tooLarge: PlacedFault = {
  path: [],
  at: null,
  message: "The plan is larger than 1 MB",
  value: null,
  allowed: "at most 1,000,000 bytes",
  hint: "Several values of one field belong in an axis, not in copies of an experiment.",
  edit: null,
};

function controlCharacter(match: RegExpExecArray): PlacedFault {
  const code = match[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
  return {
    path: [],
    at: { from: match.index, to: match.index + 1 },
    message: code === "0000" ? "This is not a text file" : "The text has a control character",
    value: `U+${code}`,
    allowed: "a plan in JSON or YAML",
    hint: null,
    edit: null,
  };
}
