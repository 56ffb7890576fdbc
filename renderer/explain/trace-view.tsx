import type { AnyFigure } from "../../shared/estimate/figure.ts";
import type { Trace, TraceInput } from "../../shared/estimate/trace.ts";
import type { Headline } from "../../shared/sheet/sheet.ts";
import { dateWords } from "../../shared/sheet/text/words.ts";
import { exact } from "../../shared/units/format/exact.ts";
import { Amount } from "../components/amount.tsx";
import { CopyButton } from "../components/copy-button.tsx";
import { FormulaView } from "../components/formula.tsx";
import { ArrowRight } from "../components/icons.tsx";
import { Powers } from "../components/powers.tsx";
import { RangeBar } from "../components/range-bar.tsx";
import { ScrollBox } from "../components/scroll-box.tsx";
import "./trace.css";

interface TraceViewProps {
  readonly trace: Trace;
  /** Of the headline figures: where the draws fall. */
  readonly range: Headline["range"];
  readonly onOpen: (figure: AnyFigure) => void;
  /** Shows a place of the plan document in its text. */
  readonly onShowPlace: (place: string) => void;
}

/** A figure's value, formula, the numbers that went in and where each comes from. */
export function TraceView({ trace, range, onOpen, onShowPlace }: TraceViewProps) {
  return (
    <>
      <div className="trace-value">
        <div className="trace-title">{trace.title}</div>
        <div className="trace-number">
          <Amount value={trace.value} unit={trace.unit} />
          <CopyButton label="Copy the exact value" text={`${exact(trace.value)} ${trace.unit}`.trim()} />
        </div>
        {range !== null && (
          <>
            <RangeBar {...range} />
            <div className="trace-range">
              <Powers text={range.words} />
            </div>
          </>
        )}
      </div>
      <div className="drawer-section">
        <h3>Formula</h3>
        <ScrollBox className="trace-formula" label="Formula">
          <FormulaView formula={trace.formula} />
        </ScrollBox>
        <h3>With the numbers put in</h3>
        <ScrollBox className="trace-formula" label="With the numbers put in">
          <FormulaView formula={trace.substituted} />
        </ScrollBox>
        {trace.formulaSource !== "" && <p className="trace-source">{trace.formulaSource}</p>}
      </div>
      {trace.inputs.length > 0 && (
        <div className="drawer-section">
          <h3>What went in</h3>
          <ul className="trace-inputs">
            {trace.inputs.map((input) => (
              <InputView
                key={`${input.symbol} ${input.name}`}
                input={input}
                opensTerms={input.figure === null && input.symbol.startsWith("Σ") && trace.terms.length > 0}
                onOpen={onOpen}
                onShowPlace={onShowPlace}
              />
            ))}
          </ul>
        </div>
      )}
      {trace.terms.length > 0 && (
        <div className="drawer-section" id="trace-sum" tabIndex={-1}>
          <h3>The sum</h3>
          <ul className="trace-terms">
            {trace.terms.map(({ name, value, figure }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two terms may have one name
              <li key={index}>
                {figure === null ? (
                  <span>{name}</span>
                ) : (
                  <button type="button" className="link" onClick={() => onOpen(figure)}>
                    {name}
                  </button>
                )}
                <Amount value={value} unit={trace.unit} />
              </li>
            ))}
          </ul>
        </div>
      )}
      {trace.notes.map(({ title, text }) => (
        <div className="drawer-section" key={title}>
          <h3>{title}</h3>
          <p>
            <Powers text={text} />
          </p>
        </div>
      ))}
    </>
  );
}

interface InputViewProps {
  readonly input: TraceInput;
  /** Its terms are listed further down. */
  readonly opensTerms: boolean;
  readonly onOpen: (figure: AnyFigure) => void;
  readonly onShowPlace: (place: string) => void;
}

function InputView({ input, opensTerms, onOpen, onShowPlace }: InputViewProps) {
  const { symbol, name, value, unit, note, source, date, figure, place } = input;
  return (
    <li>
      <span className="trace-symbol">{symbolText(symbol)}</span>
      <div className="trace-input">
        <div className="trace-input-head">
          <strong>{name}</strong>
          <Amount value={value} unit={unit} />
        </div>
        <div className="trace-note">
          {note !== null && (
            <div>
              <Powers text={sentence(note)} />
            </div>
          )}
          <div>
            <Powers text={sentence(date === null ? source : `${source}, ${dateWords(date)}`)} />
          </div>
        </div>
        {(figure !== null || place !== null || opensTerms) && (
          <div className="trace-links">
            {opensTerms && (
              <button type="button" className="link" onClick={goToSum}>
                Open the sum <ArrowRight size={12} />
              </button>
            )}
            {figure !== null && (
              <button type="button" className="link" onClick={() => onOpen(figure)}>
                {opensSum(figure) ? "Open the sum" : "How this was computed"} <ArrowRight size={12} />
              </button>
            )}
            {place !== null && (
              <button type="button" className="link" title={place} onClick={() => onShowPlace(place)}>
                Change it in the plan <ArrowRight size={12} />
              </button>
            )}
          </div>
        )}
      </div>
    </li>
  );
}

function goToSum(): void {
  const sum = document.getElementById("trace-sum");
  sum?.scrollIntoView({ block: "start" });
  sum?.focus({ preventScroll: true });
}

const sums: readonly AnyFigure["of"][] = ["total", "experiment", "sweep", "axisValue", "model"];
const opensSum = (figure: AnyFigure): boolean => sums.includes(figure.of);

/** "C_runs" is C with the index "runs". */
function symbolText(symbol: string) {
  const [name, sub] = symbol.split("_");
  return (
    <>
      <em>{name}</em>
      {sub !== undefined && <sub>{sub}</sub>}
    </>
  );
}

/** With a capital, unless the first word has its own way of being written: "arXiv". */
const sentence = (text: string): string =>
  /^[a-z]+(?=[\s,.;:]|$)/.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
