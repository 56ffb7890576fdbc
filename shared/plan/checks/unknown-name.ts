import { nearest } from "../../lib/nearest.ts";
import type { DocumentPath, Fault } from "../fault.ts";
import { listed as orList } from "../faults/describe-allowed.ts";
import { shorten } from "../text/document-path.ts";

const MOST_LISTED = 30;

/** Names that are compared with the unknown one: a plan of a thousand experiments may misspell all of them. */
const MOST_COMPARED = 300;

/** Names that one hint asks about. */
const MOST_MEANT = 4;

/**
 * `"gama" names no experiment`, with the nearest that it could have named: those that it is the beginning of ("h100" of
 * "h100-sxm" is no slip for "b100"), else the one spelt most like it. `what` is "experiment", "variable", …
 */
export function unknownName(path: DocumentPath, name: string, what: string, known: Iterable<string>): Fault {
  const names = [...known];
  const begun = name === "" ? [] : names.filter((one) => one.toLowerCase().startsWith(`${name.toLowerCase()}-`));
  const alike = begun.length > 0 || names.length > MOST_COMPARED ? undefined : nearest(name, names);
  const asked = alike === undefined ? begun.slice(0, MOST_MEANT) : [alike];
  const [meant, ...others] = asked;
  const listed = [...new Set([...begun, ...names])].slice(0, MOST_LISTED).join(", ");
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
    hint: meant === undefined ? null : `Did you mean ${orList(asked)}?`,
    suggestion: meant === undefined || others.length > 0 ? null : JSON.stringify(meant),
  };
}
