/**
 * Edits of a plan's text: the draft is the text, and a form changes it as a careful person would, with everything else left as
 * it stands.
 */
import type { Document } from "yaml";
import { err, ok, type Result } from "../../lib/result.ts";
import { listFaults } from "../faults/place.ts";
import { lineIndex } from "../text/lines.ts";
import { readAs } from "../text/read-text.ts";
import type { Reading } from "../text/source.ts";
import { readYamlTree } from "../text/yaml-reader.ts";
import { editJson } from "./edit-json.ts";
import { editValue } from "./edit-value.ts";
import { editYaml } from "./edit-yaml.ts";
import { narrowed } from "./narrowed.ts";
import { ownCopies } from "./own-copies.ts";
import type { EditFault, PlanEdit } from "./plan-edit.ts";
import { spliced } from "./splice.ts";
import { textStyle } from "./text-style.ts";

/**
 * `text` after `edits`, one after the other; as it was when one of them cannot be made. JSON stays JSON and YAML stays YAML, with its
 * comments. Only the characters of the edited places change: numbers, quotes, line ends and empty lines elsewhere stay.
 *
 * An edit never reaches further than its path shows: a value that YAML's aliases repeat elsewhere is written out there first.
 *
 * @example editText('{"a": 1e3, "b": [1]}', [{ op: "set", path: ["b", 1], value: 2 }]) // {ok: true, value: '{"a": 1e3, "b": [1, 2]}'}
 */
export function editText(text: string, edits: readonly PlanEdit[]): Result<string, EditFault> {
  let edited = text;
  for (const edit of edits) {
    const next = editOnce(edited, edit);
    if (!next.ok) return next;
    edited = next.value;
  }
  return ok(edited);
}

/** A text that was read, and its tree if it is YAML. */
interface Opened {
  readonly reading: Reading;
  readonly document: Document.Parsed | null;
}

function open(text: string): Result<Opened, EditFault> {
  const opened = readAs<Opened>(
    text,
    (yaml) => readYamlTree(yaml, true),
    (reading) => ({ reading, document: null }),
  );
  return opened.ok ? opened : err({ why: "unreadable", faults: listFaults(opened.error, lineIndex(text)) });
}

function editOnce(text: string, edit: PlanEdit): Result<string, EditFault> {
  const opened = open(text);
  if (!opened.ok) return opened;
  const { reading, document } = opened.value;
  const before = reading.root.value;
  const after = editValue(before, edit);
  if (!after.ok) return after;
  const [first, ...rest] = narrowed(before, edit);
  if (first === undefined) return ok(text);
  if (first !== edit || rest.length > 0) return editText(text, [first, ...rest]);

  const style = textStyle(text, document === null);
  if (document === null) return made(editJson(text, reading, style, edit), edit);
  const copies = ownCopies(document, edit, style);
  if (copies.length > 0) return editOnce(spliced(text, copies), edit);
  return made(editYaml(text, { reading, document }, style, edit, after.value), edit);
}

const made = (edited: string | null, edit: PlanEdit): Result<string, EditFault> =>
  edited === null ? err({ why: "writtenOddly", path: edit.path }) : ok(edited);
