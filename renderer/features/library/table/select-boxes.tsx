import { useEffect, useRef } from "react";
import type { Selection } from "./selection.ts";

interface SelectAllProps {
  readonly rows: readonly { readonly id: string }[];
  /** "quotes". */
  readonly many: string;
  readonly selection: Selection;
}

/** Selects every row that is shown, or none of them. */
export function SelectAll({ rows, many, selection: { ids, onSelect } }: SelectAllProps) {
  const box = useRef<HTMLInputElement>(null);
  const selected = ids.size === 0 ? 0 : rows.reduce((count, { id }) => count + Number(ids.has(id)), 0);
  const isPartly = selected > 0 && selected < rows.length;
  useEffect(() => {
    if (box.current !== null) box.current.indeterminate = isPartly;
  }, [isPartly]);
  return (
    <input
      ref={box}
      type="checkbox"
      className="library-select"
      aria-label={`Select all ${rows.length.toLocaleString("en")} ${many} that are shown`}
      checked={selected > 0 && !isPartly}
      onChange={({ currentTarget }) => {
        const next = new Set(ids);
        for (const { id } of rows) {
          if (currentTarget.checked) next.add(id);
          else next.delete(id);
        }
        onSelect(next);
      }}
    />
  );
}

interface SelectRowProps {
  readonly id: string;
  readonly name: string;
  readonly selection: Selection;
}

export function SelectRow({ id, name, selection: { ids, onSelect } }: SelectRowProps) {
  return (
    <input
      type="checkbox"
      className="library-select"
      aria-label={`Select ${name}`}
      checked={ids.has(id)}
      onChange={({ currentTarget }) => {
        const next = new Set(ids);
        if (currentTarget.checked) next.add(id);
        else next.delete(id);
        onSelect(next);
      }}
    />
  );
}
