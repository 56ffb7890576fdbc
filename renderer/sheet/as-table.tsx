import { useContext } from "react";
import { TableGrid } from "../components/icons.tsx";
import { type ChartSection, FiguresContext } from "./figures-context.ts";

const WORDS = (
  <>
    <TableGrid size={12} /> as table
  </>
);

/** Opens the numbers behind a chart; on paper there is nothing to press. */
export function AsTable({ section }: { readonly section: ChartSection }) {
  const onShowData = useContext(FiguresContext)?.onShowData ?? null;
  if (onShowData === null)
    return (
      <span className="as-table as-table-nowhere" aria-hidden="true">
        {WORDS}
      </span>
    );
  return (
    <button
      type="button"
      className="as-table"
      data-place={`${section.id}.data`}
      onClick={() => onShowData(section, `${section.id}.data`)}
    >
      {WORDS}
    </button>
  );
}
