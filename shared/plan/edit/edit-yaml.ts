/** Edits of YAML: comments, anchors, quotes and empty lines stay. */
import { readText } from "../text/read-text.ts";
import type { YamlTree } from "../text/yaml-reader.ts";
import { memberOf } from "../value-at.ts";
import type { Setting } from "./edit-brackets.ts";
import type { PlainValue, PlanEdit } from "./plan-edit.ts";
import { sameValue } from "./same-value.ts";
import { spliced } from "./splice.ts";
import { spliceFor } from "./splice-for.ts";
import type { TextStyle } from "./text-style.ts";
import { yamlDialect } from "./write-value.ts";
import { writtenYaml } from "./yaml-written.ts";

/**
 * `text` after `edit`, which comes to the values `after`; null where that cannot be written. One cannot be sure of what a
 * change of characters of YAML does before it is read again. If it does not read
 * as meant, what surrounds the place is written anew in brackets, as little of it as possible.
 */
export function editYaml(
  text: string,
  { reading, document }: YamlTree,
  style: TextStyle,
  edit: PlanEdit,
  after: unknown,
): string | null {
  if (document.contents === null) return null;
  const root = writtenYaml(document.contents, text);
  const setting: Setting = { text, dialect: yamlDialect, style };
  const attempts = [() => spliceFor(setting, root, edit, false)];
  // What the reader has refused would be lost.
  for (let depth = reading.faults.length > 0 ? -1 : edit.path.length; depth >= 0; depth--) {
    const path = edit.path.slice(0, depth);
    attempts.push(() => {
      const value = path.reduce(memberOf, after);
      return isPlain(value) ? spliceFor(setting, root, { op: "set", path, value }, true) : null;
    });
  }
  for (const attempt of attempts) {
    const splice = attempt();
    if (splice === null) continue;
    const edited = spliced(text, [splice]);
    const read = readText(edited);
    if (read.ok && sameValue(read.value.root.value, after)) return edited;
  }
  return null;
}

/** Whether all of `value` could be read, so that it can be written again. */
function isPlain(value: unknown): value is PlainValue {
  if (typeof value === "object" && value !== null) return Object.values(value).every(isPlain);
  return value !== undefined;
}
