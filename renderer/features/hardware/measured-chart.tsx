import { type RefObject, useId, useLayoutEffect, useRef, useState } from "react";
import { exact } from "../../../shared/units/format/exact.ts";
import { readable, readableText } from "../../../shared/units/format/readable.ts";
import { decadeTicks } from "../../charts/scale.ts";
import { type Compared, type Measurement, shareWords } from "./measured.ts";

interface MeasuredChartProps {
  readonly runs: readonly Measurement[];
  readonly known: Compared | null;
  readonly advice: number;
  /** Share of the peak that the plan states; null where it states none. */
  readonly stated: number | null;
  /** Parameters of the plan's models. */
  readonly models: readonly number[];
  readonly card: string;
}

const HEIGHT = 330;
const LEFT = 34;
const RIGHT = 12;
const TOP = 12;
const BOTTOM = 44;

/** Published runs by the size of their model, and the plan's own speed and models among them. */
export function MeasuredChart({ runs, known, advice, stated, models, card }: MeasuredChartProps) {
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const title = useId();
  const sizes = [...runs.map(({ parameters }) => parameters), ...models];
  const [fromX, toX] = [
    10 ** Math.floor(Math.log10(Math.min(...sizes))),
    10 ** Math.ceil(Math.log10(Math.max(...sizes))),
  ];
  const shares = [...runs.map(({ utilisation }) => utilisation), advice, ...(stated === null ? [] : [stated])];
  const fromY = Math.floor((Math.min(...shares) - 0.02) * 10) / 10;
  const toY = Math.min(1, Math.ceil((Math.max(...shares) + 0.02) * 10) / 10);
  const x = (size: number) =>
    LEFT + ((Math.log10(size) - Math.log10(fromX)) / (Math.log10(toX) - Math.log10(fromX))) * (width - LEFT - RIGHT);
  const y = (share: number) => HEIGHT - BOTTOM - ((share - fromY) / (toY - fromY)) * (HEIGHT - BOTTOM - TOP);
  const steps = Math.round((toY - fromY) * 10);
  const lines = [
    { share: advice, words: `${shareWords(advice)}, the advice`, name: "advice" },
    ...(known === null
      ? []
      : [{ share: known.median, words: `${shareWords(known.median)}, median measured`, name: "median" }]),
    ...(stated === null ? [] : [{ share: stated, words: `${shareWords(stated)}, this plan`, name: "stated" }]),
  ];
  return (
    <div ref={frame} className="measured-chart">
      {width > 0 && (
        <svg width={width} height={HEIGHT} role="img" aria-labelledby={title}>
          <title id={title}>
            {`Share of the dense peak that ${runs.length} published runs reached, by parameters of the model. ${lines.map(({ words }) => words).join("; ")}.`}
          </title>
          {Array.from({ length: steps + 1 }, (_, step) => fromY + step / 10).map((share) => (
            <g key={share}>
              <line className="measured-grid" x1={LEFT} x2={width - RIGHT} y1={y(share)} y2={y(share)} />
              <text x={LEFT - 8} y={y(share)} dy="0.35em" textAnchor="end">
                {Math.round(share * 100)}
              </text>
            </g>
          ))}
          {decadeTicks(fromX, toX).map(({ value, label }) => (
            <g key={value}>
              <line className="measured-grid" x1={x(value)} x2={x(value)} y1={TOP} y2={HEIGHT - BOTTOM} />
              <text x={x(value)} y={HEIGHT - BOTTOM + 24} textAnchor={value === toX ? "end" : "middle"}>
                {label}
              </text>
            </g>
          ))}
          <line className="measured-base" x1={LEFT} x2={width - RIGHT} y1={HEIGHT - BOTTOM} y2={HEIGHT - BOTTOM} />
          {models.map((size) => (
            <line
              key={size}
              className="measured-model"
              x1={x(size)}
              x2={x(size)}
              y1={HEIGHT - BOTTOM + 3}
              y2={HEIGHT - BOTTOM + 11}
            />
          ))}
          {lines.map(({ share, name }) => (
            <line
              key={name}
              className={`measured-line measured-${name}`}
              x1={LEFT}
              x2={width - RIGHT}
              y1={y(share)}
              y2={y(share)}
            />
          ))}
          {runs.map(({ parameters, utilisation, isSame, model, cards, accelerator }) => (
            <circle
              key={`${model} ${accelerator} ${cards} ${utilisation}`}
              className={isSame ? "measured-same" : "measured-other"}
              cx={x(parameters)}
              cy={y(utilisation)}
              r={3.5}
            >
              <title>{`${model} on ${accelerator}: ${shareWords(utilisation)}`}</title>
            </circle>
          ))}
          {spreadOut(lines.map(({ share, ...line }) => ({ ...line, y: y(share) - 5 }))).map(
            ({ y: at, words, name }) => (
              <text key={name} className={`measured-words measured-words-${name}`} x={LEFT + 6} y={at}>
                {words}
              </text>
            ),
          )}
          <text className="measured-words-stated" x={LEFT} y={HEIGHT - 4}>
            {models.length === 0
              ? ""
              : `ticks: the plan’s ${models.length === 1 ? "model" : `${exact(models.length)} models`}`}
          </text>
          <text x={width - RIGHT} y={HEIGHT - 4} textAnchor="end">
            parameters
          </text>
        </svg>
      )}
      <p className="measured-key">
        <span>% of the dense peak</span>
        {runs.some(({ isSame }) => isSame) && (
          <span>
            <svg width="9" height="9" aria-hidden="true">
              <circle className="measured-same" cx="4.5" cy="4.5" r="3.5" />
            </svg>{" "}
            {card}
          </span>
        )}
        <span>
          <svg width="9" height="9" aria-hidden="true">
            <circle className="measured-other" cx="4.5" cy="4.5" r="3.5" />
          </svg>{" "}
          other cards or formats
        </span>
      </p>
    </div>
  );
}

/** Height of a line of words. */
const LINE = 13;

/** From above a line to below it. */
const UNDER = 18;

/** Words stand above their line; those that would run into others go below it. */
function spreadOut<Words extends { readonly y: number }>(words: readonly Words[]): Words[] {
  let free = Number.NEGATIVE_INFINITY;
  return [...words]
    .sort((a, b) => a.y - b.y)
    .map((one) => {
      const y = one.y < free ? Math.max(one.y + UNDER, free) : one.y;
      free = y + LINE;
      return { ...one, y };
    });
}

/** The same as a table, with who says so. */
export function MeasuredTable({ runs }: Pick<MeasuredChartProps, "runs">) {
  const sorted = [...runs].sort((a, b) => Number(b.isSame) - Number(a.isSame) || b.utilisation - a.utilisation);
  return (
    <table className="data-table">
      <thead>
        <tr>
          <th scope="col">Model</th>
          <th scope="col">Cards</th>
          <th scope="col" className="number">
            Utilisation<small>%</small>
          </th>
          <th scope="col">Source</th>
        </tr>
      </thead>
      <tbody>
        {sorted.map(({ model, accelerator, cards, format, utilisation, source, note }) => (
          <tr key={`${model} ${accelerator} ${cards} ${utilisation}`}>
            <th scope="row">{model}</th>
            <td>
              <span className="measured-cards">
                {cards === null ? "" : `${exact(cards)} × `}
                {accelerator}
              </span>{" "}
              <span className="quiet">{format}</span>
            </td>
            <td className="number">{(utilisation * 100).toFixed(1)}</td>
            <td className="quiet">
              {source}
              {note !== null && `. ${note}`}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** "124 M" of the smallest model that was measured. */
export const sizeWords = (parameters: number): string => readableText(readable(parameters));

function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const watched = element.current;
    if (watched === null) return;
    setWidth(watched.clientWidth);
    const observer = new ResizeObserver(() => setWidth(watched.clientWidth));
    observer.observe(watched);
    return () => observer.disconnect();
  }, [element]);
  return width;
}
