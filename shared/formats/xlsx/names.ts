/** Names of worksheets. */

const LONGEST = 31;

/** What a spreadsheet does not take in a name. */
const REFUSED = /[[\]:*?/\\\p{Cc}]/gu;

/**
 * Names that a spreadsheet takes, in the order given, none twice: “Total” and “total” are one name to it.
 *
 * @example worksheetNames(["cost-by-axis", "a/b", "A-b"]) // ["Cost by axis", "A b", "A b 2"]
 */
export function worksheetNames(ids: readonly string[]): string[] {
  const taken = new Set<string>();
  return ids.map((id) => {
    const words = id
      .replace(REFUSED, " ")
      .replaceAll("-", " ")
      .replace(/\s+/g, " ")
      .replace(/^[' ]+|[' ]+$/g, "");
    const name = words === "" ? "Sheet" : `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
    for (let number = 1; ; number++) {
      const ending = number === 1 ? "" : ` ${number}`;
      const found = `${name.slice(0, LONGEST - ending.length).replace(/[' ]+$/, "")}${ending}`;
      if (taken.has(found.toLowerCase())) continue;
      taken.add(found.toLowerCase());
      return found;
    }
  });
}

/** @example referenceTo("Cost by axis", "F14") // "'Cost by axis'!F14" */
export const referenceTo = (name: string, cell: string): string => `'${name.replaceAll("'", "''")}'!${cell}`;
