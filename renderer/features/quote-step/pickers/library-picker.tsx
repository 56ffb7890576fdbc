import Button from "@mui/material/Button";
import IconButton from "@mui/material/IconButton";
import { useEffect, useState } from "react";
import { cardHourPrice, type LibraryQuote } from "../../../../shared/money/library-quote.ts";
import { isStale } from "../../../../shared/money/price-age.ts";
import type { PlainValue } from "../../../../shared/plan/edit/plan-edit.ts";
import { copyOfQuote } from "../../../../shared/plan/library/copy.ts";
import { isRange } from "../../../../shared/ranges/quantity.ts";
import { priceText } from "../../../../shared/sheet/text/amounts.ts";
import { shortCardName } from "../../../../shared/sheet/text/card-name.ts";
import { dateWords } from "../../../../shared/sheet/text/words.ts";
import "../../../components/data-table.css";
import { Close } from "../../../components/icons.tsx";
import { Modal } from "../../../components/modal.tsx";
import { catalogue } from "../../../estimating/catalogue.ts";
import { FieldFrame } from "../../../fields/field-frame.tsx";
import { quoteKind } from "../../../library/kinds.ts";
import { LibraryTrouble } from "../../../library/library-trouble.tsx";
import { likelyOf } from "../../../library/likely.ts";
import { today } from "../../../library/today.ts";
import { type Entry, useLibrary } from "../../../library/use-library.ts";
import { addressOf, goTo } from "../../../navigation/router.ts";
import { useSettings } from "../../../settings/use-settings.ts";
import "../../../components/picker.css";

interface LibraryPickerProps {
  readonly currency: string;
  /** Ids that the plan's quotes have. */
  readonly taken: readonly string[];
  /** A quote of the plan, copied from the row that was picked. */
  readonly onPick: (value: PlainValue) => void;
  readonly onClose: () => void;
}

/** The quotes of the library. One in another currency keeps it: the step asks for an exchange rate. */
export function LibraryPicker({ currency, taken, onPick, onClose }: LibraryPickerProps) {
  const { entries, error, reload } = useLibrary(quoteKind);
  // Another program may have changed the library since this window looked.
  useEffect(reload, [reload]);
  const [search, setSearch] = useState("");
  const [day] = useState(today);
  const words = search.toLowerCase().split(/\s+/);
  const found = (entries ?? []).filter(({ value }) => {
    const text = [value.title, value.accelerator, value.currency, value.source, value.note].join(" ").toLowerCase();
    return words.every((word) => text.includes(word));
  });
  return (
    <Modal label="Quotes of my library" className="picker" onClose={onClose}>
      <div className="picker-head">
        <h2>Quotes of my library</h2>
        <IconButton aria-label="Close" title="Close, Esc" onClick={onClose}>
          <Close />
        </IconButton>
      </div>
      {error !== null && <LibraryTrouble error={error} onRetry={reload} />}
      {entries?.length === 0 && (
        <p className="picker-empty">
          Your library has no quotes yet.{" "}
          <a
            href={addressOf({ kind: "library", page: "quotes" })}
            onClick={(event) => {
              event.preventDefault();
              goTo({ kind: "library", page: "quotes" });
            }}
          >
            Add one there
          </a>
          ,{" "}
          <a
            href={addressOf({ kind: "quoteImport" })}
            onClick={(event) => {
              event.preventDefault();
              goTo({ kind: "quoteImport" });
            }}
          >
            import a catalogue
          </a>
          , or save one of this plan to it.
        </p>
      )}
      {entries !== null && entries.length > 0 && (
        <>
          <div className="picker-filters">
            <FieldFrame label="Search">
              {({ id }) => (
                <input
                  id={id}
                  type="search"
                  placeholder="Title, card, source"
                  value={search}
                  onChange={({ currentTarget }) => setSearch(currentTarget.value)}
                />
              )}
            </FieldFrame>
          </div>
          <p className="picker-count" role="status">
            {found.length} of {entries.length}
          </p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
          <section className="picker-rows" aria-label="Quotes" tabIndex={0}>
            <table className="data-table">
              <thead>
                <tr>
                  <th scope="col">Quote</th>
                  <th scope="col">Card</th>
                  <th scope="col" className="number">
                    Price <small>a card-hour</small>
                  </th>
                  <th scope="col">Quoted</th>
                  <th scope="col">
                    <span className="visually-hidden">Actions</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {found.map((entry) => (
                  <EntryRow
                    key={entry.id}
                    entry={entry}
                    currency={currency}
                    day={day}
                    onPick={() =>
                      onPick(
                        copyOfQuote(
                          entry.value,
                          { id: entry.id, revision: entry.revision, date: day },
                          taken,
                          currency,
                        ),
                      )
                    }
                  />
                ))}
              </tbody>
            </table>
          </section>
        </>
      )}
    </Modal>
  );
}

interface EntryRowProps {
  readonly entry: Entry<LibraryQuote>;
  readonly currency: string;
  readonly day: string;
  readonly onPick: () => void;
}

function EntryRow({ entry: { value }, currency, day, onPick }: EntryRowProps) {
  const { title, accelerator, date } = value;
  const price = cardHourPrice(value);
  const card = catalogue.accelerators.find(({ id }) => id === accelerator);
  return (
    <tr>
      <th scope="row">{title}</th>
      <td>
        {card === undefined
          ? (accelerator ?? <span className="quiet">any</span>)
          : shortCardName(card.name, card.vendor)}
      </td>
      <td className="number">
        {isRange(price) && (
          <span className="quote-range">
            {priceText(price.low)}–{priceText(price.high)}
          </span>
        )}
        {priceText(likelyOf(price) ?? 0)} <span className="picker-unit">{value.currency}</span>
      </td>
      <td className={isStale(date ?? null, day, useSettings().staleAfterDays) ? "picker-old" : undefined}>
        {date === undefined ? <span className="quiet">no date</span> : dateWords(date)}
      </td>
      <td className="picker-action">
        <Button aria-label={`Take ${title}`} onClick={onPick}>
          Take
        </Button>
        {value.currency !== currency && (
          <span className="picker-refused">{value.currency}, converted by the plan’s exchange rate</span>
        )}
      </td>
    </tr>
  );
}
