/** What changed from one text to the next, also while a text has faults. */
import { readTree } from "../edit/read-tree.ts";
import { sameValue } from "../edit/same-value.ts";
import { type ChangeSummary, describeValues, type NameOf } from "./describe-change.ts";

/**
 * As `describeChange`, from texts. Where one of them cannot be read, only that the text changed is known; where both hold the same,
 * only how it is written has changed.
 *
 * @example describeDifference('{"title": "A"}', '{"title": "B"}').words // "Title “A” to “B”"
 */
export function describeDifference(before: string, after: string, nameOf?: NameOf): ChangeSummary {
  if (before === after) return summary("");
  const [old, now] = [readTree(before), readTree(after)];
  if (old.root === null || now.root === null) return summary("The plan as text changed");
  const described = describeValues(old.value, now.value, undefined, nameOf);
  if (described.changes.length > 0) return described;
  return summary(sameValue(old.value, now.value) ? "Only how the text is written changed" : "The plan as text changed");
}

const summary = (words: string): ChangeSummary => ({
  words,
  where: null,
  place: "",
  changes: words === "" ? [] : [{ words, path: [] }],
});
