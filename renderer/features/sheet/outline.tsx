import type { Sheet } from "../../../shared/sheet/sheet.ts";
import type { SheetPage } from "../../sheet/sheet-pages.tsx";

interface OutlineProps {
  readonly sheet: Sheet;
  /** Empty until the sheet has been put on pages. */
  readonly pages: readonly SheetPage[];
  readonly current: string;
  readonly onGo: (section: string) => void;
}

/** The sections of the sheet with their pages; it follows the reading. */
export function Outline({ sheet, pages, current, onGo }: OutlineProps) {
  const entries = [{ id: "opening", outline: "Headline" }, ...sheet.sections];
  return (
    <nav className="outline" aria-label="Outline">
      <h3>Outline</h3>
      <ol>
        {entries.map(({ id, outline }) => {
          const page = pages.findIndex(({ sections }) => sections.includes(id)) + 1;
          return (
            <li key={id}>
              <button type="button" aria-current={id === current ? "true" : undefined} onClick={() => onGo(id)}>
                <span>{outline}</span>
                {page > 0 && (
                  <span className="outline-page">
                    <span className="visually-hidden">page </span>
                    {page}
                  </span>
                )}
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
