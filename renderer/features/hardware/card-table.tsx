import { memo, useId } from "react";
import type { Accelerator } from "../../../shared/hardware/accelerator.ts";
import type { NumberFormat } from "../../../shared/hardware/number-format.ts";
import { exact, fixed } from "../../../shared/units/format/exact.ts";
import type { CardRow } from "./card-rows.ts";
import { sourceWords } from "./source-words.ts";

interface CardTableProps {
  readonly rows: readonly CardRow[];
  /** Key of the row that the plan uses; null for none. */
  readonly chosen: string | null;
  readonly formats: readonly NumberFormat[];
  readonly disabled: boolean;
  readonly onChoose: (row: CardRow) => void;
}

/** Every card with what its datasheet says and who says so. */
export const CardTable = memo(function CardTable({ rows, chosen, formats, disabled, onChoose }: CardTableProps) {
  const name = useId();
  return (
    <table className="data-table card-table">
      <thead>
        <tr>
          <th scope="col" className="card-table-name">
            Accelerator
          </th>
          <th scope="col" className="number">
            Year
          </th>
          {formats.map((format) => (
            <th key={format} scope="col" className="number">
              {format}, dense
              <small>
                10<sup>12</sup> {format === "int8" ? "OP/s" : "FLOP/s"}
              </small>
            </th>
          ))}
          <th scope="col" className="number">
            Memory<small>GB</small>
          </th>
          <th scope="col" className="number">
            Bandwidth<small>GB/s</small>
          </th>
          <th scope="col" className="number">
            Power<small>W</small>
          </th>
          <th scope="col" className="number">
            Cards<small>a node</small>
          </th>
          <th scope="col">Source</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const { key, card, home } = row;
          const isChosen = key === chosen;
          const { marketedMemoryGB, bandwidthBytesPerSecond, tdpWatts, cardsPerNode } = card;
          return (
            <tr key={key} className={isChosen ? "selected" : undefined}>
              <th scope="row" className="card-table-name">
                <label>
                  <input
                    type="radio"
                    name={name}
                    checked={isChosen}
                    disabled={disabled}
                    onChange={() => onChoose(row)}
                  />
                  {card.name}
                  {home === "library" && <small>library</small>}
                </label>
              </th>
              <td className="number">{card.releaseYear ?? ""}</td>
              {formats.map((format) => (
                <Known key={format} card={card} field={`densePeak.${format}`} absent="none">
                  {peakText(card, format)}
                </Known>
              ))}
              <Known card={card} field="marketedMemoryGB">
                {marketedMemoryGB === null ? null : exact(marketedMemoryGB)}
              </Known>
              <Known card={card} field="bandwidthBytesPerSecond">
                {bandwidthBytesPerSecond === null ? null : exact(Math.round(bandwidthBytesPerSecond / 1e9))}
              </Known>
              <Known card={card} field="tdpWatts">
                {tdpWatts === null ? null : exact(tdpWatts)}
              </Known>
              <Known card={card} field="cardsPerNode">
                {cardsPerNode === null ? null : exact(cardsPerNode)}
              </Known>
              <td className="quiet card-table-source">{home === "plan" ? "this plan" : sourceWords(card)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
});

function peakText({ densePeak }: Accelerator, format: NumberFormat): string | null {
  const peak = densePeak[format] ?? null;
  return peak === null ? null : fixed(peak / 1e12, 1);
}

interface KnownProps {
  readonly card: Accelerator;
  readonly field: Accelerator["unverified"][number];
  readonly absent?: string;
  readonly children: string | null;
}

/** A figure of a card: unknown is said, and what nobody has found in a source is marked. */
function Known({ card, field, absent = "unknown", children }: KnownProps) {
  if (children === null) return <td className="number quiet">{absent}</td>;
  if (!card.unverified.includes(field)) return <td className="number">{children}</td>;
  return (
    <td className="number">
      <span className="card-table-unverified">{children}</span>
      <span className="visually-hidden">, recalled, not found in a source</span>
    </td>
  );
}
