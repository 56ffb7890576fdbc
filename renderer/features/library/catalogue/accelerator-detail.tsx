import Button from "@mui/material/Button";
import IconButton from "@mui/material/IconButton";
import { useLayoutEffect, useRef } from "react";
import type { Accelerator } from "../../../../shared/hardware/accelerator.ts";
import { NUMBER_FORMATS } from "../../../../shared/hardware/number-format.ts";
import { dateWords } from "../../../../shared/sheet/text/words.ts";
import { Close, Copy } from "../../../components/icons.tsx";
import { useShortcuts } from "../../../components/use-shortcuts.ts";
import { CardFigure, shownFigure } from "./card-columns.tsx";
import "../form/row-panel.css";

interface AcceleratorDetailProps {
  readonly card: Accelerator;
  readonly onCopy: () => void;
  readonly onClose: () => void;
}

/** Everything that the catalogue knows of one accelerator, with who says so. */
export function AcceleratorDetail({ card, onCopy, onClose }: AcceleratorDetailProps) {
  const panel = useRef<HTMLElement>(null);
  useLayoutEffect(() => panel.current?.focus({ preventScroll: true }), []);
  const close = () => {
    onClose();
    document.querySelector<HTMLElement>(`[data-row="${CSS.escape(card.id)}"]`)?.focus();
  };
  useShortcuts({ Escape: close });
  const { interconnect, sparseTrap } = card;
  return (
    <aside ref={panel} className="row-panel" aria-labelledby="card-title" tabIndex={-1}>
      <div className="row-panel-head">
        <h2 id="card-title">{card.name}</h2>
        <IconButton aria-label="Close" title="Close, Esc" onClick={close}>
          <Close />
        </IconButton>
      </div>
      <p className="row-panel-note">
        {[card.vendor, card.releaseYear].filter((known) => known !== null).join(", ")}
        {card.vendor === null && card.releaseYear === null ? "" : ". "}Id in plans: <code>{card.id}</code>
      </p>
      <Button startIcon={<Copy />} onClick={onCopy}>
        Copy to my own
      </Button>
      <section className="row-panel-group card-group">
        <h3>Dense peak</h3>
        <dl className="card-figures">
          {NUMBER_FORMATS.map((format) => {
            const sparse = sparseTrap?.figures[format];
            return (
              <div key={format}>
                <dt>{format}</dt>
                <dd className="tabular">
                  <CardFigure
                    card={card}
                    value={card.densePeak[format] ?? null}
                    exponent={12}
                    mark={`densePeak.${format}`}
                  />{" "}
                  <span className="library-small">{format === "int8" ? "TOP/s" : "TFLOP/s"}</span>
                  {sparse !== undefined && (
                    <span className="card-trap">not {shownFigure(sparse, 12)}: that is with sparsity</span>
                  )}
                </dd>
              </div>
            );
          })}
        </dl>
        {sparseTrap !== null && <p className="row-panel-note card-note">{sparseTrap.note}</p>}
      </section>
      <section className="row-panel-group">
        <h3>Memory, power and links</h3>
        <dl className="card-figures">
          <Line title="Memory as marketed" unit="GB">
            <CardFigure card={card} value={card.marketedMemoryGB} mark="marketedMemoryGB" />
          </Line>
          <Line title="Memory that a program can use" unit="bytes">
            <CardFigure card={card} value={card.memoryBytes} mark={null} />
          </Line>
          <Line title="Memory bandwidth" unit="GB/s">
            <CardFigure card={card} value={card.bandwidthBytesPerSecond} exponent={9} mark="bandwidthBytesPerSecond" />
          </Line>
          <Line title="Thermal design power" unit="W">
            <CardFigure card={card} value={card.tdpWatts} mark="tdpWatts" />
          </Line>
          <Line title={interconnect === null ? "Interconnect" : interconnect.name} unit="GB/s, both directions">
            <CardFigure card={card} value={interconnect?.bytesPerSecond ?? null} exponent={9} mark="interconnect" />
          </Line>
          <Line title="Cards in a node" unit="">
            <CardFigure card={card} value={card.cardsPerNode} mark="cardsPerNode" />
          </Line>
        </dl>
      </section>
      <section className="row-panel-group">
        <h3>Sources{card.date === null ? ", none of them dated" : `, the newest of ${dateWords(card.date)}`}</h3>
        {card.sources.length === 0 && <p className="row-panel-note">No source is stated.</p>}
        <ul className="card-sources">
          {card.sources.map(({ title, url, date }) => (
            <li key={`${title} ${url}`}>
              {title}
              <span className="quiet">{date === null ? ", no date" : `, ${dateWords(date)}`}</span>
              {url !== null && <span className="card-address">{url}</span>}
            </li>
          ))}
        </ul>
        {card.notes !== null && <p className="row-panel-note card-note">{card.notes}</p>}
      </section>
    </aside>
  );
}

interface LineProps {
  readonly title: string;
  readonly unit: string;
  readonly children: React.ReactNode;
}

function Line({ title, unit, children }: LineProps) {
  return (
    <div>
      <dt>{title}</dt>
      <dd className="tabular">
        {children} <span className="library-small">{unit}</span>
      </dd>
    </div>
  );
}
