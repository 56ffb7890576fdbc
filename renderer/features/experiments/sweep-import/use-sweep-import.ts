import { useCallback, useMemo, useRef, useState } from "react";
import type { Target } from "../../../../shared/formats/sweeps/experiment/target.ts";
import { type DropTaker, useDropTaker } from "../../../components/drop-takers.ts";
import { loadable } from "../../../components/loadable.ts";
import { knownTargets } from "./known-parameters.ts";

/** The importer and the readers of sweep files come when a file is first there. */
export const importer = loadable(async () => {
  const [{ SweepImport }, { readFile }] = await Promise.all([import("./sweep-import.tsx"), import("./read-file.ts")]);
  return { SweepImport, readFile };
});

type Importer = Awaited<ReturnType<typeof importer.load>>;

/** A file that was read, with the part of the program that shows it. */
export interface Imported {
  readonly file: Awaited<ReturnType<Importer["readFile"]>>;
  readonly known: ReadonlyMap<string, Target>;
  readonly SweepImport: Importer["SweepImport"];
  /** Changes with every file. */
  readonly turn: number;
  /** The place of the plan that the address named then. */
  readonly place: string | null;
}

export interface SweepImporting {
  readonly imported: Imported | null;
  readonly take: (file: File) => void;
  readonly close: () => void;
}

/** The sweep file that is looked at, chosen or dropped on the step; an address that names another `place` of the plan puts it aside. */
export function useSweepImport(isEditable: boolean, place: string | null): SweepImporting {
  const [imported, setImported] = useState<Imported | null>(null);
  const placeNow = useRef(place);
  placeNow.current = place;
  const show = useCallback(
    (read: Omit<Imported, "turn" | "place">) =>
      setImported((before) => ({ ...read, place: placeNow.current, turn: (before?.turn ?? 0) + 1 })),
    [],
  );
  const taker = useMemo((): DropTaker | null => {
    if (!isEditable) return null;
    return {
      words: "Drop the sweep file to make an experiment of it",
      note: "W&B, Hydra, a search space, a table of runs as CSV or Excel, a Slurm script; a plan file is opened. At most 1 MB.",
      take: async ([file, ...others]) => {
        if (file === undefined || others.length > 0) return false;
        const read = await readImport(file);
        if (read.file.isPlan) return false;
        show(read);
        return true;
      },
    };
  }, [isEditable, show]);
  useDropTaker(taker);
  return {
    imported: imported?.place === place ? imported : null,
    take: (file) => {
      void readImport(file).then(show);
    },
    close: () => setImported(null),
  };
}

async function readImport(chosen: File): Promise<Omit<Imported, "turn" | "place">> {
  const { SweepImport, readFile } = await importer.load();
  const file = await readFile(chosen);
  const { read } = file;
  const names = read.ok ? [...read.value.axes, ...read.value.constants].map(({ name }) => name) : [];
  return { file, known: await knownTargets(names), SweepImport };
}
