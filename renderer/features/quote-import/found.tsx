import Button from "@mui/material/Button";
import { useLayoutEffect, useRef } from "react";
import type { CardUse } from "../../../shared/formats/quotes/card-uses.ts";
import { quoteFormatWords } from "../../../shared/formats/quotes/found-quote.ts";
import { basisWords } from "../../../shared/formats/quotes/quotes-to-text.ts";
import { linesText } from "../../../shared/formats/quotes/summary.ts";
import type { LibraryQuote } from "../../../shared/money/library-quote.ts";
import { DEFAULT_BASIS } from "../../../shared/money/quote-basis.ts";
import { priceText } from "../../../shared/sheet/text/amounts.ts";
import { capital, dateWords } from "../../../shared/sheet/text/words.ts";
import { counted } from "../../../shared/units/format/counted.ts";
import { exact } from "../../../shared/units/format/exact.ts";
import "../../components/data-table.css";
import { Fault, Warning } from "../../components/icons.tsx";
import { FieldFrame } from "../../fields/field-frame.tsx";
import { likelyOf } from "../../library/likely.ts";
import type { ReadFile, ShownPreview } from "./messages.ts";
import type { QuoteImport } from "./use-quote-import.ts";
import "../../components/text-button.css";

/** Groups of line numbers of one reason that are shown. */
const MOST_LINES = 20;

interface FoundProps {
  readonly importing: QuoteImport;
  readonly file: ReadFile;
}

/** What was understood of a list, what is asked, and what stays out; nothing is in the library yet. */
export function Found({ importing, file }: FoundProps) {
  const { preview, faults, said, trouble, cancel, store } = importing;
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), []);
  const dateMissing = preview !== null && preview.undated > 0 && said.date === "";
  const waits =
    preview === null
      ? "Looking through the list"
      : preview.count === 0
        ? "No quote comes in"
        : dateMissing
          ? "Say of which day the prices are"
          : (faults.date ?? faults.currency);
  return (
    <>
      <h2 ref={heading} tabIndex={-1} className="quote-import-title">
        {capital(quoteFormatWords[file.format])}: {counted(file.rows, "row")}
      </h2>
      <Understood importing={importing} file={file} />
      <Questions importing={importing} preview={preview} dateMissing={dateMissing} />
      {preview !== null && (
        <>
          <Cards uses={preview.cards} importing={importing} />
          <Incoming preview={preview} importing={importing} />
          <Left preview={preview} unlisted={file.unlisted} importing={importing} />
        </>
      )}
      <div className="quote-import-end">
        <p role="status">
          {waits === null && preview !== null ? `${counted(preview.count, "quote")} to import` : `${waits}.`}
        </p>
        {trouble !== null && (
          <p role="alert" className="quote-import-refused">
            <Fault size={14} /> {trouble}
          </p>
        )}
        <div className="quote-import-actions">
          <Button variant="outlined" onClick={cancel}>
            Cancel
          </Button>
          <Button variant="contained" color="primary" disabled={waits !== null || importing.isWaiting} onClick={store}>
            {preview === null || preview.count === 0 ? "Import" : `Import ${counted(preview.count, "quote")}`}
          </Button>
        </div>
      </div>
    </>
  );
}

/** Which columns are read as what, and the sign before decimals, which may be told. */
function Understood({ importing, file }: FoundProps) {
  const { asked, readAs } = importing;
  return (
    <section aria-label="What was understood" className="quote-import-understood">
      <p>
        {file.columns.map(({ heading, as }, at) => (
          <span key={heading}>
            {at > 0 && ", "}
            <span className="mono">{heading}</span> is the {as}
          </span>
        ))}
        .{file.encoding === "utf-8" ? "" : " The file is in UTF-16."}
      </p>
      <FieldFrame
        label="Decimals"
        help={
          file.mark === null
            ? "The file does not show it: numbers as 1.234 are left out."
            : `Read behind a ${file.mark === "." ? "point" : "comma"}.`
        }
      >
        {({ id, describedBy }) => (
          <select
            id={id}
            aria-describedby={describedBy}
            value={asked.mark ?? ""}
            onChange={({ currentTarget: { value } }) =>
              readAs({ ...asked, mark: value === "." || value === "," ? value : null })
            }
          >
            <option value="">as the file shows</option>
            <option value=".">behind a point: 1,234.50</option>
            <option value=",">behind a comma: 1.234,50</option>
          </select>
        )}
      </FieldFrame>
    </section>
  );
}

interface QuestionsProps {
  readonly importing: QuoteImport;
  readonly preview: ShownPreview | null;
  readonly dateMissing: boolean;
}

/** What the list does not say of itself. */
function Questions({ importing, preview, dateMissing }: QuestionsProps) {
  const { said, say, faults, list } = importing;
  const offered = list?.changedOn ?? null;
  return (
    <section className="quote-import-questions" aria-label="Of the whole list">
      <FieldFrame label="Provider" help="Rows that name one keep it.">
        {({ id, describedBy }) => (
          <input
            id={id}
            aria-describedby={describedBy}
            placeholder="Who offers it"
            value={said.provider}
            onChange={({ currentTarget }) => say({ provider: currentTarget.value })}
          />
        )}
      </FieldFrame>
      <div>
        <FieldFrame
          label="Day of the prices"
          help={
            dateMissing
              ? `${counted(preview?.undated ?? 0, "quote")} without one. As YYYY-MM-DD.`
              : "Rows that have one keep it. As YYYY-MM-DD."
          }
          fault={faults.date}
        >
          {({ id, describedBy, invalid }) => (
            <input
              id={id}
              aria-describedby={describedBy}
              aria-invalid={invalid}
              placeholder="2026-11-22"
              value={said.date}
              onChange={({ currentTarget }) => say({ date: currentTarget.value.trim() })}
            />
          )}
        </FieldFrame>
        {offered !== null && said.date !== offered && (
          <button type="button" className="text-button" onClick={() => say({ date: offered })}>
            {dateWords(offered)}, as the file was changed
          </button>
        )}
      </div>
      {(preview?.withoutCurrency ?? 0) > 0 && (
        <FieldFrame
          label="Currency"
          help={`Of ${counted(preview?.withoutCurrency ?? 0, "quote")} that state none.`}
          fault={faults.currency}
        >
          {({ id, describedBy, invalid }) => (
            <input
              id={id}
              aria-describedby={describedBy}
              aria-invalid={invalid}
              value={said.currency}
              onChange={({ currentTarget }) => say({ currency: currentTarget.value.trim().toUpperCase() })}
            />
          )}
        </FieldFrame>
      )}
    </section>
  );
}

/** Which card each name is; those that are asked for stand first. */
function Cards({ uses, importing }: { readonly uses: readonly CardUse[]; readonly importing: QuoteImport }) {
  if (uses.length === 0) return null;
  return (
    <section className="quote-import-cards">
      <h3>Cards</h3>
      <table className="data-table">
        <thead>
          <tr>
            <th scope="col">In the list</th>
            <th scope="col" className="number">
              Quotes
            </th>
            <th scope="col">Is</th>
            <th scope="col">Because</th>
          </tr>
        </thead>
        <tbody>
          {uses.map((use) => (
            <CardRow key={use.match.key} use={use} importing={importing} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

const LEFT_OUT = "-";
const AS_FOUND = "";

function CardRow({ use, importing }: { readonly use: CardUse; readonly importing: QuoteImport }) {
  const { match, quotes, taken, isChosen } = use;
  const { cards, said, say } = importing;
  const candidates = match.kind === "open" ? match.candidates : [];
  const named = new Map(cards.accelerators.map(({ id, name }) => [id, name]));
  const others = cards.accelerators
    .filter(({ id }) => !candidates.includes(id))
    .toSorted((a, b) => a.name.localeCompare(b.name, "en"));
  const choose = (value: string) => {
    const next = new Map(said.cards);
    if (value === AS_FOUND) next.delete(match.key);
    else next.set(match.key, value === LEFT_OUT ? null : value);
    say({ cards: next });
  };
  const isAsked = !isChosen && match.kind !== "known";
  return (
    <tr>
      <th scope="row">{match.label}</th>
      <td className="number">{exact(quotes)}</td>
      <td>
        <select
          aria-label={`Card of ${match.label}`}
          value={isChosen ? (taken ?? LEFT_OUT) : AS_FOUND}
          onChange={({ currentTarget }) => choose(currentTarget.value)}
        >
          <option value={AS_FOUND}>
            {match.kind === "known" ? (named.get(match.id) ?? match.id) : "not known: left out"}
          </option>
          {candidates.length > 0 && (
            <optgroup label="It may be">
              {candidates.map((id) => (
                <option key={id} value={id}>
                  {named.get(id) ?? id}
                </option>
              ))}
            </optgroup>
          )}
          {match.kind === "known" && <option value={LEFT_OUT}>leave them out</option>}
          <optgroup label="Cards">
            {others.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </optgroup>
        </select>
      </td>
      <td className={isAsked ? "quote-import-doubt" : "quiet"}>
        {isAsked && <Warning size={14} />} {isChosen ? "you said so" : match.because}
      </td>
    </tr>
  );
}

/** The first of the quotes as they will be in the library. */
function Incoming({ preview, importing }: { readonly preview: ShownPreview; readonly importing: QuoteImport }) {
  const { count, shown, bases, prices } = preview;
  const named = new Map(importing.cards.accelerators.map(({ id, name }) => [id, name]));
  if (count === 0) return null;
  const spans = prices.map(
    ({ currency, low, high }) =>
      `${low === high ? priceText(low) : `${priceText(low)} to ${priceText(high)}`} ${currency} a card-hour`,
  );
  return (
    <section className="quote-import-incoming">
      <h3>Comes in</h3>
      <p>
        {bases.map(([basis, many]) => `${exact(many)} ${basisWords[basis]}`).join(", ")}
        {spans.length > 0 && <>; {spans.join(", ")}</>}.{shown.length < count && <> The first {exact(shown.length)}:</>}
      </p>
      <table className="data-table">
        <thead>
          <tr>
            <th scope="col">Quote</th>
            <th scope="col">Card</th>
            <th scope="col">Rented</th>
            <th scope="col" className="number">
              Card-hour
            </th>
            <th scope="col">Region</th>
            <th scope="col">Quoted</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((quote) => (
            <QuoteRow
              key={`${quote.source} ${quote.basis}`}
              quote={quote}
              card={quote.accelerator === undefined ? "any" : (named.get(quote.accelerator) ?? quote.accelerator)}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function QuoteRow({ quote, card }: { readonly quote: LibraryQuote; readonly card: string }) {
  const { title, basis = DEFAULT_BASIS, price, currency, region, date } = quote;
  const likely = price === undefined ? null : likelyOf(price);
  return (
    <tr>
      <th scope="row">{title}</th>
      <td>{card}</td>
      <td>{basisWords[basis]}</td>
      <td className="number">{likely === null ? "–" : `${priceText(likely)} ${currency}`}</td>
      <td>{region ?? "–"}</td>
      <td>{date === undefined ? <span className="quiet">no day yet</span> : dateWords(date)}</td>
    </tr>
  );
}

interface LeftProps {
  readonly preview: ShownPreview;
  readonly unlisted: number;
  readonly importing: QuoteImport;
}

/** What stays out, why, and where it stands in the file. */
function Left({ preview, unlisted, importing }: LeftProps) {
  const { left, inLibrary } = preview;
  const { said, say } = importing;
  if (left.length === 0 && inLibrary.length === 0) return null;
  return (
    <section className="quote-import-left">
      <h3>Stays out</h3>
      {inLibrary.length > 0 && (
        <label className="quote-import-known">
          <input
            type="checkbox"
            checked={said.leaveOutKnown}
            onChange={({ currentTarget }) => say({ leaveOutKnown: currentTarget.checked })}
          />
          Leave out {counted(inLibrary.length, "offer")} that the library has already
        </label>
      )}
      <ul>
        {left.map(({ reason, lines }) => (
          <li key={reason}>
            <strong className="tabular">{exact(lines.length)}</strong> {reason}{" "}
            <span className="quote-import-lines">
              {lines.length === 1 ? "Line" : "Lines"} {linesText(lines, MOST_LINES)}
            </span>
          </li>
        ))}
        {unlisted > 0 && (
          <li>
            <strong className="tabular">{exact(unlisted)}</strong> more rows that are not listed
          </li>
        )}
      </ul>
    </section>
  );
}
