import { useRef } from "react";
import { Plus } from "../../../components/icons.tsx";

/** What the file chooser offers. */
const SWEEP_FILES = ".yaml,.yml,.json,.csv,.tsv,.xlsx,.sh,.bash,.sbatch,.slurm";

interface SweepFileButtonProps {
  readonly words?: string;
  readonly isDisabled: boolean;
  readonly onFile: (file: File) => void;
}

/** Chooses a sweep file to make an experiment of. */
export function SweepFileButton({ words = "From a sweep file", isDisabled, onFile }: SweepFileButtonProps) {
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        className="text-button sweep-file-button"
        disabled={isDisabled}
        onClick={() => chooser.current?.click()}
      >
        <Plus size={14} /> {words}
      </button>
      <input
        ref={chooser}
        type="file"
        hidden
        aria-label="Sweep file"
        accept={SWEEP_FILES}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file !== undefined) onFile(file);
          currentTarget.value = "";
        }}
      />
    </>
  );
}
