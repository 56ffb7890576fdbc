import { useState } from "react";
import type { Figures, RevisionRow } from "../../../shared/contract/methods/projects.ts";
import { moneyExact } from "../../../shared/sheet/text/amounts.ts";
import { counted } from "../../../shared/units/format/counted.ts";
import { readable, readableText } from "../../../shared/units/format/readable.ts";
import { withPlus } from "../../../shared/units/format/sign.ts";
import { More, Warning } from "../../components/icons.tsx";
import { LazyMenu } from "../../components/lazy-menu.tsx";
import { fullWhen, whenWords } from "../../components/when.ts";
import { LabelField } from "./label-field.tsx";
import type { Pair, VersionKey } from "./versions.ts";

export type RevisionAction = "restore" | "text" | "file" | "label" | "unlabel";

interface RevisionsTableProps {
  readonly revisions: readonly RevisionRow[];
  /** The draft's figures where it has changes; null where it says what the newest revision does. */
  readonly draft: { readonly words: string; readonly figures: Figures | null } | null;
  readonly pair: Pair;
  readonly onPick: (side: keyof Pair, key: VersionKey) => void;
  readonly onAct: (action: Exclude<RevisionAction, "label">, revision: RevisionRow) => void;
  /** Resolves to what kept the name from being kept, or null. */
  readonly onLabel: (revision: RevisionRow, label: string) => Promise<string | null>;
}

/** All revisions, the newest first, each with what changed and by how much; two of them are compared. */
export function RevisionsTable({ revisions, draft, pair, onPick, onAct, onLabel }: RevisionsTableProps) {
  const [naming, setNaming] = useState<number | null>(null);
  const [menu, setMenu] = useState<{ readonly revision: RevisionRow; readonly anchor: HTMLElement } | null>(null);
  const picks = (key: VersionKey, name: string) =>
    (["before", "after"] as const).map((side) => (
      <td key={side} className="revisions-pick">
        <input
          type="radio"
          name={`compare-${side}`}
          aria-label={side === "before" ? `Compare ${name} as the earlier` : `Compare ${name} as the later`}
          checked={pair[side] === key}
          onChange={() => onPick(side, key)}
        />
      </td>
    ));

  return (
    <div className="revisions-list">
      <table>
        <caption className="visually-hidden">Revisions, the newest first</caption>
        <thead>
          <tr>
            <th scope="col" className="revisions-pick">
              from
            </th>
            <th scope="col" className="revisions-pick">
              to
            </th>
            <th scope="col" className="number">
              No.
            </th>
            <th scope="col">What changed</th>
            <th scope="col" className="number">
              Difference
            </th>
            <th scope="col" className="number">
              Total
            </th>
            <th scope="col">
              <span className="visually-hidden">More</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {draft !== null && (
            <tr className={pair.after === "draft" ? "revisions-compared" : ""}>
              {picks("draft", "the draft")}
              <td />
              <th scope="row" className="revisions-words">
                <strong>Draft in this browser</strong>
                <span>{draft.words}</span>
              </th>
              <td className="number tabular">{difference(draft.figures, revisions[0]?.figures ?? null)}</td>
              <td className="number tabular">{total(draft.figures)}</td>
              <td />
            </tr>
          )}
          {revisions.map((revision, index) => {
            const { number, change, label, savedAt, figures, faults } = revision;
            const isCompared = pair.before === number || pair.after === number;
            const at = Date.parse(savedAt);
            return (
              <tr key={number} className={isCompared ? "revisions-compared" : ""}>
                {picks(number, `revision ${number}`)}
                <td className="number tabular">{number}</td>
                <th scope="row" className="revisions-words">
                  {naming === number ? (
                    <LabelField
                      revision={revision}
                      onKeep={(words) => onLabel(revision, words)}
                      onClose={() => setNaming(null)}
                    />
                  ) : (
                    label !== null && <strong className="revisions-label">{label}</strong>
                  )}
                  <strong className={label === null ? "" : "revisions-change"}>
                    {change === "" ? "Saved" : change}
                  </strong>
                  <span>
                    <time dateTime={savedAt} title={fullWhen(at)}>
                      {whenWords(at, Date.now())}
                    </time>
                    {faults > 0 && (
                      <span className="revisions-faults">
                        {" "}
                        <Warning size={12} /> {counted(faults, "fault")}
                      </span>
                    )}
                  </span>
                </th>
                <td className="number tabular">{difference(figures, revisions[index + 1]?.figures ?? null)}</td>
                <td className="number tabular">{total(figures)}</td>
                <td>
                  <button
                    type="button"
                    className="revisions-more"
                    aria-label={`What can be done with revision ${number}`}
                    title="More"
                    aria-haspopup="menu"
                    onClick={({ currentTarget }) => setMenu({ revision, anchor: currentTarget })}
                  >
                    <More size={14} />
                  </button>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <LazyMenu
        anchor={menu?.anchor ?? null}
        items={
          menu === null ? [] : itemsOf(menu.revision, revisions[0]?.number === menu.revision.number && draft === null)
        }
        onPick={(id) => {
          if (menu === null) return;
          if (id === "label") setNaming(menu.revision.number);
          else if (id === "restore" || id === "text" || id === "file" || id === "unlabel") onAct(id, menu.revision);
        }}
        onClose={() => setMenu(null)}
      />
    </div>
  );
}

/** `isShown`: it is what the draft says already. */
const itemsOf = ({ label }: RevisionRow, isShown: boolean) => [
  ...(isShown ? [] : [{ id: "restore", content: "Restore as the draft" }]),
  { id: "text", content: "Show its text" },
  { id: "file", content: "Save its plan file" },
  { id: "label", content: label === null ? "Name it" : "Change its name" },
  ...(label === null ? [] : [{ id: "unlabel", content: "Take its name away" }]),
];

function total(figures: Figures | null) {
  if (figures === null || figures.total === null) return "";
  return <span title={moneyExact(figures.total, figures.currency)}>{readableText(readable(figures.total))}</span>;
}

function difference(now: Figures | null, before: Figures | null) {
  if (now === null || before === null || now.total === null || before.total === null) return "";
  if (now.currency !== before.currency) return `now in ${now.currency}`;
  const change = now.total - before.total;
  return (
    <strong title={moneyExact(change, now.currency)}>
      {change === 0 ? "0" : withPlus(readableText(readable(change)))}
    </strong>
  );
}
