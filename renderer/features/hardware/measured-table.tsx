import { exact } from "../../../shared/units/format/exact.ts";
import type { Mark, MarkKind } from "./measured.ts";
import { sizeWords } from "./measured-chart.tsx";
import { datedSource } from "./source-words.ts";

const ORDER: readonly MarkKind[] = ["short", "long", "published", "elsewhere"];

/** What the chart shows, a row a run, with who says so: measurements first, the best of each kind at the top. */
export function MeasuredTable({ marks }: { readonly marks: readonly Mark[] }) {
  const sorted = marks.toSorted(
    (a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || b.utilisation - a.utilisation,
  );
  return (
    <table className="data-table">
      <thead>
        <tr>
          <th scope="col">Model</th>
          <th scope="col" className="number">
            Size<small>parameters</small>
          </th>
          <th scope="col">Cards</th>
          <th scope="col" className="number">
            Context<small>tokens</small>
          </th>
          <th scope="col" className="number">
            Utilisation<small>%</small>
          </th>
          <th scope="col">Source</th>
        </tr>
      </thead>
      <tbody>
        {sorted.map((mark, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two runs may be alike in all that is told of them
          <tr key={index}>
            <th scope="row">{mark.model}</th>
            <td className="number">{sizeWords(mark.parameters)}</td>
            <td>
              <span className="measured-cards">
                {mark.cards === null ? "" : `${exact(mark.cards)} × `}
                {mark.card}
              </span>{" "}
              <span className="quiet">{mark.format}</span>
            </td>
            <td className="number">
              {mark.sequence === null ? <span className="quiet">unknown</span> : exact(mark.sequence)}
            </td>
            <td className="number">{(mark.utilisation * 100).toFixed(1)}</td>
            <td className="quiet">
              {datedSource(mark)}
              {mark.note !== null && `. ${mark.note}`}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
