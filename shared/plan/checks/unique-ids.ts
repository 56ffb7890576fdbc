import type { DocumentPath, Fault } from "../fault.ts";
import type { Check } from "./context.ts";

/** No two experiments, sweeps of one experiment, quotes or disputes have the same id. */
export const checkUniqueIds: Check = ({ document }) => [
  ...repeated(document.experiments, ["experiments"]),
  ...document.experiments.flatMap(({ sweeps }, index) => repeated(sweeps, ["experiments", index, "sweeps"])),
  ...repeated(document.quotes, ["quotes"]),
  ...repeated(document.disputes ?? [], ["disputes"]),
  ...repeated(document.budget?.lines ?? [], ["budget", "lines"]),
];

function repeated(list: readonly { readonly id?: string | undefined }[], path: DocumentPath): Fault[] {
  const seen = new Set<string>();
  return list.flatMap(({ id }, index): Fault[] => {
    if (id === undefined) return [];
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [
      {
        path: [...path, index, "id"],
        message: `The id ${id} is taken`,
        value: id,
        allowed: `an id that no other of ${path.at(-1)} has`,
      },
    ];
  });
}
