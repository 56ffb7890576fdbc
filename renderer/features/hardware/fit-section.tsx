import Button from "@mui/material/Button";
import { useMemo, useState } from "react";
import { largestMicroBatchOf } from "../../../shared/estimate/fit.ts";
import type { Fit } from "../../../shared/memory/fit.ts";
import type { ResolvedPlan } from "../../../shared/plan/resolved.ts";
import { shortCardName } from "../../../shared/sheet/text/card-name.ts";
import {
  bindingWords,
  bytesText,
  gigabytes,
  INDIVISIBLE_WORDS,
  layoutWords,
  UNKNOWN_WORDS,
} from "../../../shared/sheet/text/memory-words.ts";
import { counted } from "../../../shared/units/format/counted.ts";
import { exact } from "../../../shared/units/format/exact.ts";
import { TableGrid, Warning } from "../../components/icons.tsx";
import { usePlan } from "../../editing/plan-context.ts";
import type { OpenedPlan } from "../../estimating/opened-plan.ts";
import { goToPlace } from "../../navigation/place.ts";
import { FigureButton } from "../../sheet/figure-button.tsx";
import { type FitRow, fitRows, fitSentence, fitsAt, offeredChanges, partShares } from "./fit-rows.ts";
import { LayoutFields } from "./layout-fields.tsx";
import "../../components/data-table.css";
import "./fit.css";

/** As many of the largest models as are shown at once. */
const FEW = 6;

/** Whether the plan's models fit on its cards as they are laid out, and what would make them fit. */
export function FitSection() {
  const [{ live, isStale }] = usePlan();
  const rows = useMemo(() => (live === null ? [] : fitRows(live.resolved)), [live]);
  const [chosen, setChosen] = useState<string | null>(null);
  const [showsAll, setShowsAll] = useState(false);
  if (live === null) {
    return (
      <section className="fit" aria-labelledby="fit-title">
        <h3 id="fit-title">Does it fit</h3>
        <p className="hardware-note">It is told as soon as the plan has no faults.</p>
        <LayoutFields />
      </section>
    );
  }
  const shown = showsAll ? rows : rows.slice(0, FEW);
  const open = rows.find(({ label }) => label === chosen) ?? rows.find(({ fit }) => !fitsAt(fit)) ?? rows[0];
  return (
    <section className={isStale ? "fit fit-stale" : "fit"} aria-labelledby="fit-title">
      <div className="fit-head">
        <h3 id="fit-title">Does it fit</h3>
        <p className="hardware-note" role="status">
          {fitSentence(rows)}
        </p>
      </div>
      <div className="fit-body">
        <div className="fit-table-frame">
          <table className="data-table fit-table" aria-labelledby="fit-title">
            <thead>
              <tr>
                <th scope="col">Model</th>
                <th scope="col" className="number">
                  Fewest cards
                </th>
                <th scope="col" className="number">
                  A card holds <small>GB</small>
                </th>
                <th scope="col" className="fit-bar-column">
                  <span className="visually-hidden">As a bar</span>
                </th>
                <th scope="col">Most of it</th>
                <th scope="col" className="number">
                  Micro-batch <small>at most</small>
                </th>
              </tr>
            </thead>
            <tbody>
              {shown.map((row) => (
                <FitTableRow
                  key={row.model}
                  row={row}
                  plan={live.resolved}
                  isOpen={row === open}
                  onOpen={() => setChosen(row.label)}
                />
              ))}
            </tbody>
          </table>
          {rows.length > FEW && (
            <button type="button" className="hardware-link" onClick={() => setShowsAll(!showsAll)}>
              {showsAll ? `The ${FEW} largest only` : `All ${counted(rows.length, "model")}`}
            </button>
          )}
        </div>
        {open !== undefined && <OneModel key={open.model} row={open} live={live} />}
      </div>
      <LayoutFields />
    </section>
  );
}

interface FitTableRowProps {
  readonly row: FitRow;
  readonly plan: ResolvedPlan;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
}

function FitTableRow({ row: { model, label, fit }, plan, isOpen, onOpen }: FitTableRowProps) {
  const { result } = fit;
  const largest = useMemo(() => largestMicroBatchOf(plan, fit), [plan, fit]);
  return (
    <tr className={isOpen ? "selected" : undefined}>
      <th scope="row">
        <button type="button" className="fit-model" aria-pressed={isOpen} onClick={onOpen}>
          {label}
        </button>
      </th>
      {result.kind === "known" ? (
        <>
          <td className="number">
            {result.fit.fits ? (
              <FigureButton
                figure={{ of: "memory", model, measure: "cards" }}
                place={`fit.${model}.cards`}
                exact={counted(result.fit.cards, "card")}
              >
                {exact(result.fit.cards)}
              </FigureButton>
            ) : (
              <span className="fit-not">
                <Warning size={14} /> does not fit
              </span>
            )}
          </td>
          <td className="number">
            <FigureButton
              figure={{ of: "memory", model, measure: "bytes" }}
              place={`fit.${model}.bytes`}
              exact={`${exact(Math.round(result.fit.memory.total))} bytes`}
            >
              {gigabytes(result.fit.memory.total)}
            </FigureButton>
            <small className="fit-of"> of {gigabytes(result.usable.bytes)}</small>
          </td>
          <td className="fit-bar-column">
            <Bar fit={result.fit} usable={result.usable.bytes} />
          </td>
          <td className="quiet">{bindingWords(result.fit.binds)}</td>
          <td className="number">{largest === null ? "–" : exact(largest)}</td>
        </>
      ) : (
        <>
          <td className="number quiet">{result.kind === "indivisible" ? "none" : "unknown"}</td>
          <td className="number quiet">–</td>
          <td />
          <td className="quiet">
            {result.kind === "indivisible" ? INDIVISIBLE_WORDS[result.because] : UNKNOWN_WORDS[result.because]}
          </td>
          <td className="number quiet">–</td>
        </>
      )}
    </tr>
  );
}

/** What one card holds of the chosen model, and what would make it fit. */
function OneModel({ row, live }: { readonly row: FitRow; readonly live: OpenedPlan }) {
  const { fit, label } = row;
  const { result, run } = fit;
  if (result.kind !== "known") return null;
  const { resolved } = live;
  const card = resolved.cards[run.card];
  const layout = resolved.layouts[run.layout];
  const name = card === undefined ? "" : shortCardName(card.accelerator.name, card.accelerator.vendor);
  return (
    <div className="fit-one">
      <MemoryBar fit={result.fit} usable={result.usable.bytes} label={label} card={name} />
      <p className="hardware-note">
        Laid out as {layout === undefined ? "" : layoutWords(layout)}; sequences of{" "}
        {counted(run.sequence ?? 0, "token")}
        {run.batch === null ? "" : `, batch ${exact(run.batch)}`}.
        {!result.usable.isMeasured && " Usable memory is as marketed: nobody is known to have measured it."}
      </p>
      {!result.fit.fits && <Changes row={row} live={live} />}
    </div>
  );
}

/** What a card holds, part by part, and a line at what it can hold. The words beside it say the same. */
function Bar({ fit: { memory }, usable }: { readonly fit: Fit; readonly usable: number }) {
  const whole = Math.max(memory.total, usable);
  return (
    <div className="fit-bar" aria-hidden="true">
      {partShares(memory.parts, whole).map(({ part, share }) => (
        <span key={part} className={`fit-part fit-part-${part}`} style={{ width: `${share * 100}%` }} />
      ))}
      <span className="fit-usable" style={{ left: `${(usable / whole) * 100}%` }} />
    </div>
  );
}

interface MemoryBarProps {
  readonly fit: Fit;
  readonly usable: number;
  readonly label: string;
  readonly card: string;
}

/** A card's memory as one bar, part by part, against what it can hold. */
function MemoryBar({ fit, usable, label, card }: MemoryBarProps) {
  const [asTable, setAsTable] = useState(false);
  const { memory, cards } = fit;
  const whole = Math.max(memory.total, usable);
  const shares = partShares(memory.parts, whole);
  return (
    <figure className="fit-figure">
      <figcaption>
        <h4>
          {label} on {counted(cards, "card")}: {bytesText(memory.total)} of {bytesText(usable)} on each {card}
        </h4>
        <button type="button" className="measured-toggle" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          <TableGrid size={12} /> as table
        </button>
      </figcaption>
      {asTable ? (
        <table className="data-table fit-parts">
          <thead>
            <tr>
              <th scope="col">Part</th>
              <th scope="col" className="number">
                GB
              </th>
            </tr>
          </thead>
          <tbody>
            {shares.map(({ part, words, bytes }) => (
              <tr key={part}>
                <th scope="row">{words}</th>
                <td className="number" title={`${exact(Math.round(bytes))} bytes`}>
                  {gigabytes(bytes)}
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">Total</th>
              <td className="number">{gigabytes(memory.total)}</td>
            </tr>
          </tfoot>
        </table>
      ) : (
        <>
          <Bar fit={fit} usable={usable} />
          <ul className="fit-key">
            {shares.map(({ part, words, bytes }) => (
              <li key={part}>
                <span className={`fit-swatch fit-part-${part}`} aria-hidden="true" />
                {words} <span className="tabular">{gigabytes(bytes)}</span>
              </li>
            ))}
            <li>
              <span className="fit-swatch fit-swatch-usable" aria-hidden="true" />
              Usable <span className="tabular">{gigabytes(usable)}</span>
            </li>
          </ul>
        </>
      )}
    </figure>
  );
}

/** The single changes that would make the model fit, cheapest first. */
function Changes({ row, live }: { readonly row: FitRow; readonly live: OpenedPlan }) {
  const [{ id, readOnly, isReadable, isStale }, editor] = usePlan();
  const changes = useMemo(() => offeredChanges(live.resolved, row), [live, row]);
  if (changes.length === 0) {
    return (
      <p className="hardware-warning">
        <Warning />
        <span>No single change makes {row.label} fit: change two of the fields above, or take another card.</span>
      </p>
    );
  }
  return (
    <div className="fit-changes">
      <h4 id="fit-changes-title">What would make it fit, cheapest first</h4>
      <ol aria-labelledby="fit-changes-title">
        {changes.map(({ key, what, price, effect, edits, place }) => (
          <li key={key}>
            <span className="fit-change-what">{what}</span>
            <span className="fit-change-effect">
              {price}
              <br />
              {effect}
            </span>
            {edits !== null && edits.length > 0 && (
              <Button
                disabled={readOnly !== null || !isReadable || isStale}
                aria-label={`Do it: ${what}`}
                onClick={() => editor.edit([...edits])}
              >
                Do it
              </Button>
            )}
            {place !== null && (
              <button type="button" className="hardware-link" onClick={() => goToPlace(id, place)}>
                Stated nearer: go there
              </button>
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}
