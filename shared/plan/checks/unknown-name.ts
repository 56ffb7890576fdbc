import { nearest } from "../../lib/nearest.ts";
import type { DocumentPath, Fault } from "../fault.ts";
import { shorten } from "../text/document-path.ts";

const MOST_LISTED = 30;

/** Names that are compared with the unknown one: a plan of a thousand experiments may misspell all of them. */
const MOST_COMPARED = 300;

/** `"gama" names no experiment`, with the nearest that it could have named. `what` is "experiment", "variable", … */
export function unknownName(path: DocumentPath, name: string, what: string, known: Iterable<string>): Fault {
  const names = [...known];
  const meant = names.length > MOST_COMPARED ? undefined : nearest(name, names);
  const listed = names.slice(0, MOST_LISTED).join(", ");
  return {
    path,
    message: `${shorten(JSON.stringify(name), 40)} names no ${what}`,
    value: name,
    allowed:
      names.length === 0
        ? `no name: there is no ${what} to name`
        : names.length > MOST_LISTED
          ? `${listed}, …`
          : listed,
    hint: meant === undefined ? null : `Did you mean ${meant}?`,
    suggestion: meant === undefined ? null : JSON.stringify(meant),
  };
}
