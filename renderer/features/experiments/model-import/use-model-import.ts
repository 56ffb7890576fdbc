import { useMemo, useState } from "react";
import type { Result } from "../../../../shared/lib/result.ts";
import type { PlanFault } from "../../../../shared/plan/fault.ts";
import { type DropTaker, useDropTaker } from "../../../components/drop-takers.ts";
import { loadable } from "../../../components/loadable.ts";

/** The readers of configurations and the catalogue come when a model is first asked for. */
export const modelImport = loadable(async () => {
  const [{ ModelDialogs }, { readConfigFile }, { looksLikeModelConfig }] = await Promise.all([
    import("./model-dialogs.tsx"),
    import("./read-config-file.ts"),
    import("../../../../shared/formats/model-config/read-model-config.ts"),
  ]);
  return { ModelDialogs, readConfigFile, looksLikeModelConfig };
});

/** Where a model comes from. */
export type ModelWay =
  | { readonly from: "catalogue" }
  | { readonly from: "file"; readonly name: string; readonly text: Result<string, readonly PlanFault[]> };

export interface ModelDrop {
  readonly way: ModelWay | null;
  /** Changes with every file. */
  readonly turn: number;
  /** Reads a file that was chosen in place of the dropped one. */
  readonly read: (file: File) => void;
  readonly close: () => void;
}

/** The model's file that was dropped on the step; any other file is left to whoever is asked next. */
export function useModelDrop(isEditable: boolean): ModelDrop {
  const [dropped, setDropped] = useState<{ readonly way: ModelWay | null; readonly turn: number }>({
    way: null,
    turn: 0,
  });
  const taker = useMemo((): DropTaker | null => {
    if (!isEditable) return null;
    return {
      words: "Drop a sweep file, or a model’s config.json",
      note: "A sweep becomes an experiment, a configuration the model; a plan file is opened. At most 1 MB.",
      take: async ([file, ...others]) => {
        if (file === undefined || others.length > 0) return false;
        const { readConfigFile, looksLikeModelConfig } = await modelImport.load();
        const text = await readConfigFile(file);
        if (!text.ok || !looksLikeModelConfig(text.value)) return false;
        setDropped(({ turn }) => ({ way: { from: "file", name: file.name, text }, turn: turn + 1 }));
        return true;
      },
    };
  }, [isEditable]);
  useDropTaker(taker);
  const read = async (file: File) => {
    const { readConfigFile } = await modelImport.load();
    const text = await readConfigFile(file);
    setDropped(({ turn }) => ({ way: { from: "file", name: file.name, text }, turn: turn + 1 }));
  };
  return { ...dropped, read: (file) => void read(file), close: () => setDropped(({ turn }) => ({ way: null, turn })) };
}
