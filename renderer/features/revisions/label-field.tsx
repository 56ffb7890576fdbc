import { type FormEvent, useEffect, useRef, useState } from "react";
import type { RevisionRow } from "../../../shared/contract/methods/projects.ts";

interface LabelFieldProps {
  readonly revision: RevisionRow;
  /** Resolves to what kept the name from being kept, or null. */
  readonly onKeep: (label: string) => Promise<string | null>;
  readonly onClose: () => void;
}

/** The name of a revision, typed in its place. Enter keeps it, Esc leaves it as it was. */
export function LabelField({ revision, onKeep, onClose }: LabelFieldProps) {
  const [typed, setTyped] = useState(revision.label ?? "");
  const [trouble, setTrouble] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  // Its menu is gone, and with it what had the focus.
  useEffect(() => field.current?.select(), []);
  const keep = async (event: FormEvent) => {
    event.preventDefault();
    const label = typed.trim();
    if (label === "" || label === revision.label) return onClose();
    const refused = await onKeep(label);
    if (refused === null) onClose();
    else setTrouble(refused);
  };
  return (
    <form className="revisions-naming" onSubmit={(event) => void keep(event)}>
      <input
        ref={field}
        type="text"
        aria-label={`Name of revision ${revision.number}`}
        placeholder="as submitted"
        maxLength={200}
        value={typed}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Escape") return;
          event.preventDefault();
          onClose();
        }}
      />
      <button type="submit">Keep</button>
      {trouble !== null && <span role="alert">{trouble}</span>}
    </form>
  );
}
