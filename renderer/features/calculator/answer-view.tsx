import { duration } from "../../../shared/units/format/duration.ts";
import { exact } from "../../../shared/units/format/exact.ts";
import { type Readable, readable, readableUnit } from "../../../shared/units/format/readable.ts";
import { CopyButton } from "../../components/copy-button.tsx";
import { FormulaView } from "../../components/formula.tsx";
import { ReadableNumber } from "../../components/readable-number.tsx";
import { ScrollBox } from "../../components/scroll-box.tsx";
import type { Answer } from "./answer.ts";

/** A number to read with its exact value on hover, its formula, the same with the numbers put in, and who says so. */
export function AnswerView({ answer }: { readonly answer: Answer }) {
  const { title, value, unit, note, formula, substituted, source } = answer;
  const exactly = `${exact(value)} ${unit}`.trim();
  const shown = shownOf(value, unit);
  return (
    <section className="calculator-answer" aria-label={title}>
      <div className="calculator-result">
        <h2>{title}</h2>
        <p className="calculator-number">
          <ReadableNumber value={shown.number} exact={exactly} /> <span className="calculator-unit">{shown.unit}</span>
          <CopyButton label={`Copy the exact value: ${title}`} text={exactly} />
        </p>
        {note !== undefined && <p className="calculator-note">{note}</p>}
      </div>
      <div className="calculator-how">
        <ScrollBox className="calculator-formula" label={`Formula: ${title}`}>
          <FormulaView formula={formula} />
          <FormulaView formula={substituted} />
        </ScrollBox>
        <p className="calculator-source">{source}</p>
      </div>
    </section>
  );
}

const plain = (digits: string): Readable => ({ digits, prefix: "", exponent: null });

/** Losses with four figures, times in the unit that fits them, FLOP/s with the prefixes of SI. */
function shownOf(value: number, unit: string): { readonly number: Readable; readonly unit: string } {
  if (unit.startsWith("nats")) return { number: plain(value.toFixed(3)), unit };
  if (unit === "h") {
    const { digits, unit: fitting } = duration(value);
    return { number: plain(digits), unit: fitting };
  }
  if (unit === "FLOP/s") {
    const { digits, prefix, exponent } = readableUnit(value);
    return { number: { digits, prefix: "", exponent }, unit: `${prefix}${unit}` };
  }
  if (unit === "card" || unit === "cards") return { number: plain(exact(value)), unit };
  const large = LARGE.find((one) => one.unit === unit && value >= one.from);
  if (large !== undefined) return { number: readable(value / large.from), unit: large.as };
  return { number: readable(value), unit };
}

/** Units that have a larger one of their own, the largest first. */
const LARGE = [
  { unit: "bytes", from: 1e12, as: "TB" },
  { unit: "bytes", from: 1e9, as: "GB" },
  { unit: "kWh", from: 1e6, as: "GWh" },
  { unit: "kWh", from: 1e3, as: "MWh" },
  { unit: "kg CO2e", from: 1e3, as: "t CO2e" },
] as const;
