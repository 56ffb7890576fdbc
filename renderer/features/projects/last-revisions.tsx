import type { RevisionRow } from "../../../shared/contract/methods/projects.ts";
import { moneyExact } from "../../../shared/sheet/text/amounts.ts";
import { readable, readableText } from "../../../shared/units/format/readable.ts";
import { withPlus } from "../../../shared/units/format/sign.ts";
import { whenWords } from "../../components/when.ts";

const MOST_SHOWN = 4;

/** The newest revisions: what changed in words, by how much, and to what. */
export function LastRevisions({ revisions }: { readonly revisions: readonly RevisionRow[] }) {
  return (
    <ol className="last-revisions">
      {revisions.slice(0, MOST_SHOWN).map((revision, index) => (
        <li key={revision.number}>
          <span className="last-revisions-number tabular">{revision.number}</span>
          <span className="last-revisions-words">
            <strong>{revision.label ?? (revision.change === "" ? "Saved" : revision.change)}</strong>
            <span>{whenWords(Date.parse(revision.savedAt), Date.now())}</span>
          </span>
          <Difference now={revision} before={revisions[index + 1]} />
          <Total revision={revision} />
        </li>
      ))}
    </ol>
  );
}

function Total({ revision: { figures, faults } }: { readonly revision: RevisionRow }) {
  if (figures === null) return <span className="last-revisions-total">{faults > 0 ? "faults" : ""}</span>;
  const { total, currency } = figures;
  return (
    <span className="last-revisions-total tabular" {...(total === null ? {} : { title: moneyExact(total, currency) })}>
      {total === null ? "" : readableText(readable(total))}
    </span>
  );
}

function Difference({ now, before }: { readonly now: RevisionRow; readonly before: RevisionRow | undefined }) {
  const [to, from] = [now.figures, before?.figures ?? null];
  if (to === null || from === null || to.total === null || from.total === null || to.currency !== from.currency) {
    return <span />;
  }
  const difference = to.total - from.total;
  return (
    <strong className="tabular" title={moneyExact(difference, to.currency)}>
      {difference === 0 ? "0" : withPlus(readableText(readable(difference)))}
    </strong>
  );
}
