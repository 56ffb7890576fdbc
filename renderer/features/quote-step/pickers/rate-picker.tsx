import Button from "@mui/material/Button";
import IconButton from "@mui/material/IconButton";
import { useMemo, useState } from "react";
import { isStale } from "../../../../shared/money/price-age.ts";
import type { Rate } from "../../../../shared/money/rate.ts";
import { TERMS, type Term } from "../../../../shared/money/term.ts";
import { RATES_CURRENCY } from "../../../../shared/plan/defaults.ts";
import { priceText } from "../../../../shared/sheet/text/amounts.ts";
import { dateWords } from "../../../../shared/sheet/text/words.ts";
import "../../../components/data-table.css";
import { Close } from "../../../components/icons.tsx";
import { Modal } from "../../../components/modal.tsx";
import { catalogue } from "../../../estimating/catalogue.ts";
import { FieldFrame } from "../../../fields/field-frame.tsx";
import { today } from "../../../library/today.ts";
import { useSettings } from "../../../settings/use-settings.ts";
import { Aligned, longestOf } from "../../../sheet/aligned.tsx";
import { TERM_WORDS } from "../rows/quote-rows.ts";
import { type Offer, offersOf } from "./offers.ts";
import "../../../components/picker.css";

interface RatePickerProps {
  readonly currency: string;
  /** The card that the plan runs on: its rates are shown first. */
  readonly card: string | null;
  readonly onPick: (rate: Rate, term: Term) => void;
  readonly onClose: () => void;
}

/** The shipped rates, one price a row: found by words, card, region and term. */
export function RatePicker({ currency, card, onPick, onClose }: RatePickerProps) {
  const [search, setSearch] = useState("");
  const [chosenCard, setCard] = useState(hasRates(card) ? (card ?? "") : "");
  const [term, setTerm] = useState<Term | "">("");
  const [region, setRegion] = useState("");
  const [day] = useState(today);
  const offers = useMemo(
    () => offersOf(catalogue.rates, { search, card: chosenCard, term, region }),
    [search, chosenCard, term, region],
  );
  return (
    <Modal label="Rates of the catalogue" className="picker" onClose={onClose}>
      <div className="picker-head">
        <h2>Rates of the catalogue</h2>
        <IconButton aria-label="Close" title="Close, Esc" onClick={onClose}>
          <Close />
        </IconButton>
      </div>
      {currency !== RATES_CURRENCY && (
        <p className="picker-refusal" role="note">
          These rates are in {RATES_CURRENCY}, and this plan counts in {currency}: an exchange rate of the plan converts
          them. The step asks for it where there is none yet.
        </p>
      )}
      <div className="picker-filters">
        <FieldFrame label="Search">
          {({ id }) => (
            <input
              id={id}
              type="search"
              placeholder="Provider, machine, source"
              value={search}
              onChange={({ currentTarget }) => setSearch(currentTarget.value)}
            />
          )}
        </FieldFrame>
        <Choice label="Card" all="every card" value={chosenCard} options={cardChoices} onChange={setCard} />
        <Choice label="Region" all="every region" value={region} options={regionChoices} onChange={setRegion} />
        <Choice
          label="Rented"
          all="every term"
          value={term}
          options={TERMS.map((one) => ({ value: one, label: TERM_WORDS[one] }))}
          onChange={(value) => setTerm(TERMS.find((one) => one === value) ?? "")}
        />
      </div>
      <p className="picker-count" role="status">
        {offers.length === 1 ? "1 price" : `${offers.length} prices`} of {allOffers}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <section className="picker-rows" aria-label="Prices" tabIndex={0}>
        <table className="data-table">
          <thead>
            <tr>
              <th scope="col">Provider</th>
              <th scope="col">Card</th>
              <th scope="col">Region</th>
              <th scope="col">Rented</th>
              <th scope="col" className="number">
                Price <small>USD a card-hour</small>
              </th>
              <th scope="col">Date</th>
              <th scope="col">Source</th>
              <th scope="col">
                <span className="visually-hidden">Actions</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {offers.map((offer) => (
              <OfferRow key={`${offer.rate.id} ${offer.term}`} offer={offer} day={day} onPick={onPick} />
            ))}
          </tbody>
        </table>
      </section>
    </Modal>
  );
}

interface OfferRowProps {
  readonly offer: Offer;
  readonly day: string;
  readonly onPick: (rate: Rate, term: Term) => void;
}

function OfferRow({ offer: { rate, term, price }, day, onPick }: OfferRowProps) {
  return (
    <tr>
      <th scope="row">{rate.provider}</th>
      <td className="picker-card">{rate.accelerator}</td>
      <td>{rate.region ?? <span className="quiet">not stated</span>}</td>
      <td className="picker-card">{TERM_WORDS[term]}</td>
      <td className="number">
        <Aligned text={priceText(price)} longest={longestPrice} />
      </td>
      <td className={isStale(rate.date, day, useSettings().staleAfterDays) ? "picker-date picker-old" : "picker-date"}>
        {rate.date === null ? <span className="quiet">no date</span> : dateWords(rate.date)}
      </td>
      <td className="picker-source">{rate.source}</td>
      <td className="picker-action">
        <Button
          aria-label={`Take ${rate.provider} ${rate.accelerator}, ${TERM_WORDS[term]}`}
          onClick={() => onPick(rate, term)}
        >
          Take
        </Button>
      </td>
    </tr>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly all: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
}

function Choice({ label, all, value, options, onChange }: ChoiceProps) {
  return (
    <FieldFrame label={label}>
      {({ id }) => (
        <select id={id} value={value} onChange={({ currentTarget }) => onChange(currentTarget.value)}>
          <option value="">{all}</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  );
}

const hasRates = (card: string | null): boolean => catalogue.rates.some(({ acceleratorId }) => acceleratorId === card);

const all = offersOf(catalogue.rates, { search: "", card: "", term: "", region: "" });
const allOffers = all.length;
const longestPrice = longestOf(all.map(({ price }) => priceText(price)));

const byLabel = (a: { readonly label: string }, b: { readonly label: string }) => a.label.localeCompare(b.label, "en");

const cardChoices = catalogue.accelerators
  .filter(({ id }) => hasRates(id))
  .map(({ id, name }) => ({ value: id, label: name }))
  .sort(byLabel);

const regionChoices = [...new Set(catalogue.rates.flatMap(({ region }) => (region === null ? [] : [region])))]
  .map((region) => ({ value: region, label: region }))
  .sort(byLabel);
