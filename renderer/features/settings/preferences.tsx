import { useId, useState } from "react";
import type { Settings } from "../../../shared/contract/methods/settings.ts";
import { Powers } from "../../components/powers.tsx";
import { changeSettings, useSettingsState } from "../../settings/use-settings.ts";
import { usualPaper } from "../../settings/usual-paper.ts";
import { Choices } from "./choices.tsx";
import { Row, Section } from "./section.tsx";

/** Paper, currency, units, colours. */
export function Preferences() {
  const { settings, keptIn } = useSettingsState();
  const change = (changes: Partial<Settings>) => void changeSettings(changes);
  const usual = usualPaper(navigator.language) === "a4" ? "A4" : "Letter";
  return (
    <Section title="Sheets, units and colours">
      {keptIn === "window" && (
        <p className="settings-warning" role="status">
          The record is closed: what you change here holds until this window is closed.
        </p>
      )}
      <Row label="Paper" note="Of a sheet that is opened; each can be shown on the other.">
        <Choices
          label="Paper"
          value={settings.paper ?? "usual"}
          choices={[
            { value: "usual", words: `As is usual here, ${usual}` },
            { value: "a4", words: "A4" },
            { value: "letter", words: "Letter" },
          ]}
          onChoose={(paper) => change({ paper: paper === "usual" ? null : paper })}
        />
      </Row>
      <Row label="Currency" note="Of new projects that begin blank. A template keeps the currency of its prices.">
        <CurrencyField value={settings.currency} onChange={(currency) => change({ currency })} />
      </Row>
      <Row
        label="Operations"
        note={<Powers text="On screens. Sheets always say FLOP. One PF-day is 8.64 × 10¹⁹ FLOP." />}
      >
        <Choices
          label="Operations"
          value={settings.operations}
          choices={[
            { value: "flop", words: "FLOP" },
            { value: "pfDays", words: "PF-days" },
          ]}
          onChoose={(operations) => change({ operations })}
        />
      </Row>
      <Row label="Lengths of time" note="On screens: 4.9 years, or 43.0 k h.">
        <Choices
          label="Lengths of time"
          value={settings.time}
          choices={[
            { value: "fitting", words: "In the unit that fits" },
            { value: "hours", words: "In hours" },
          ]}
          onChoose={(time) => change({ time })}
        />
      </Row>
      <Row
        label="Stale quotes"
        note="A quote, of the library or of a plan, counts as stale when it is older than so many days."
      >
        <DaysField value={settings.staleAfterDays} onChange={(staleAfterDays) => change({ staleAfterDays })} />
      </Row>
      <Row label="Colours">
        <Choices
          label="Colours"
          value={settings.theme}
          choices={[
            { value: "system", words: "As the system" },
            { value: "light", words: "Light" },
            { value: "dark", words: "Dark" },
          ]}
          onChoose={(theme) => change({ theme })}
        />
      </Row>
    </Section>
  );
}

const KNOWN = ["USD", "EUR", "GBP", "CHF", "JPY", "CNY", "CAD", "AUD", "INR", "KRW", "SEK"] as const;

interface CurrencyFieldProps {
  readonly value: string;
  readonly onChange: (currency: string) => void;
}

/** Takes a code when it is one; until then what is typed stays, and what is allowed is said. */
function CurrencyField({ value, onChange }: CurrencyFieldProps) {
  const [list, trouble] = [useId(), useId()];
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? value;
  const isWrong = typed !== null && !/^[A-Z]{3}$/.test(typed);
  return (
    <>
      <input
        className="settings-currency"
        type="text"
        aria-label="Currency"
        list={list}
        maxLength={3}
        size={5}
        spellCheck={false}
        value={shown}
        aria-invalid={isWrong}
        aria-describedby={isWrong ? trouble : undefined}
        onChange={({ currentTarget }) => {
          const next = currentTarget.value.toUpperCase();
          setTyped(next);
          if (/^[A-Z]{3}$/.test(next)) onChange(next);
        }}
        onBlur={() => setTyped(null)}
      />
      <datalist id={list}>
        {KNOWN.map((code) => (
          <option key={code} value={code} />
        ))}
      </datalist>
      {isWrong && (
        <span id={trouble} className="settings-trouble" role="alert">
          Three letters, as USD; {value} stays until then.
        </span>
      )}
    </>
  );
}

interface DaysFieldProps {
  readonly value: number;
  readonly onChange: (days: number) => void;
}

const MOST_DAYS = 3_650;

/** Takes whole days; until then what is typed stays, and what is allowed is said. */
function DaysField({ value, onChange }: DaysFieldProps) {
  const trouble = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const daysOf = (text: string): number | null => {
    const days = Number(text);
    return /^\d+$/.test(text.trim()) && days >= 1 && days <= MOST_DAYS ? days : null;
  };
  const isWrong = typed !== null && daysOf(typed) === null;
  return (
    <>
      <input
        className="settings-currency"
        type="text"
        inputMode="numeric"
        aria-label="Days after which a quote is stale"
        size={5}
        value={typed ?? String(value)}
        aria-invalid={isWrong}
        aria-describedby={isWrong ? trouble : undefined}
        onChange={({ currentTarget }) => {
          setTyped(currentTarget.value);
          const days = daysOf(currentTarget.value);
          if (days !== null) onChange(days);
        }}
        onBlur={() => setTyped(null)}
      />{" "}
      days
      {isWrong && (
        <span id={trouble} className="settings-trouble" role="alert">
          A whole number from 1 to 3,650; {value} stays until then.
        </span>
      )}
    </>
  );
}
