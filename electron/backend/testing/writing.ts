/** What the killed writer writes, said once for it and for the test that looks at what is left. */
import type { Snapshot } from "../../../shared/contract/methods/projects.ts";

export const PROJECTS = 4;
/** Projects that every import brings, in as many parts. */
export const PARTS = 3;

/** An id that is told by a letter and two numbers, so that whoever finds it knows what it should be. */
export const idOf = (letter: "a" | "b" | "c", number: number, part = 0): string =>
  `${letter}${String(number).padStart(7, "0")}-0000-4000-8000-${String(part).padStart(12, "0")}`;

/** The text of a revision: long enough for several pages of the file, and no two alike. */
export const textOf = (what: string): string => `${`${what} `.repeat(700)}end`;

export const snapshotFor = (what: string): Snapshot => ({
  ...{ name: "plan.json", text: textOf(what), title: what, funder: null, figures: null, faults: 0 },
  ...{
    parts: [{ id: "one", title: what, total: 1, runs: 1 }],
    uses: [{ kind: "quote", id: idOf("c", 1) }],
    change: what,
  },
});

/** The revision `number` of the writer's project `project`. */
export const savedName = (project: number, number: number): string => `project ${project} revision ${number}`;

/** The parts of the import `number`, a project each. */
export const importedRows = (number: number) =>
  Array.from({ length: PARTS }, (_, part) => [
    { id: idOf("b", number, part), snapshot: snapshotFor(`import ${number} part ${part}`) },
  ]);
