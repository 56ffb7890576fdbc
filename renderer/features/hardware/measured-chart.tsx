import { type PointerEvent, useRef, useState } from "react";
import { exact } from "../../../shared/units/format/exact.ts";
import { readable, readableText } from "../../../shared/units/format/readable.ts";
import { decadeTicks } from "../../charts/scale.ts";
import { useWidth } from "../../components/use-width.ts";
import { extent, type Known, type Mark, type MarkKind, shareWords } from "./measured.ts";
import { datedSource } from "./source-words.ts";

/** What the plan reaches: one share for all its models, or one for each, by its size. */
export type Stated = number | readonly { readonly parameters: number; readonly share: number }[];

interface MeasuredChartProps extends Known {
  readonly advice: number;
  /** Null where the plan states no speed. */
  readonly stated: Stated | null;
  /** Parameters of the plan's models. */
  readonly models: readonly number[];
  /** The format in force. */
  readonly format: string;
}

const HEIGHT = 330;
const LEFT = 34;
const RIGHT = 12;
const TOP = 12;
const BOTTOM = 44;

/** How far the pointer may be from the run that it points at. */
const REACH = 14;

/** Room that what is told of a run takes above it; where there is less, it stands below. */
const TIP = 110;

/** What others reached by the size of their model, and the plan's own speed and models among them. */
export function MeasuredChart({ marks, compared, advice, stated, models, format }: MeasuredChartProps) {
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const [pointed, setPointed] = useState<Mark | null>(null);
  const shares = stated === null ? [] : typeof stated === "number" ? [stated] : stated.map(({ share }) => share);
  const [fromX, toX] = decades([...marks.map(({ parameters }) => parameters), ...models]);
  const [fromY, toY] = tenths([...marks.map(({ utilisation }) => utilisation), advice, ...shares]);
  const x = (size: number) =>
    LEFT + ((Math.log10(size) - Math.log10(fromX)) / (Math.log10(toX) - Math.log10(fromX))) * (width - LEFT - RIGHT);
  const y = (share: number) => HEIGHT - BOTTOM - ((share - fromY) / (toY - fromY)) * (HEIGHT - BOTTOM - TOP);
  const steps = Math.round((toY - fromY) * 10);
  const lines = [
    { share: advice, words: `${shareWords(advice)}, the advice`, name: "advice" },
    ...(compared === null
      ? []
      : [{ share: compared.median, words: `${shareWords(compared.median)}, median measured`, name: "median" }]),
    ...(typeof stated === "number"
      ? [{ share: stated, words: `${shareWords(stated)}, this plan`, name: "stated" }]
      : []),
  ];
  const byWidth = stated === null || typeof stated === "number" ? [] : stated;
  const point = ({ nativeEvent: { offsetX, offsetY } }: PointerEvent) => {
    const near = marks
      .map((mark) => ({ mark, distance: Math.hypot(x(mark.parameters) - offsetX, y(mark.utilisation) - offsetY) }))
      .sort((a, b) => a.distance - b.distance)[0];
    setPointed(near === undefined || near.distance > REACH ? null : near.mark);
  };
  return (
    <div ref={frame} className="measured-chart">
      {width > 0 && (
        <svg
          width={width}
          height={HEIGHT}
          role="img"
          aria-label={`Share of the dense peak that ${marks.length} measured runs reached, by parameters of the model. ${[...lines.map(({ words }) => words), ...(byWidth.length > 0 ? [widthWords(byWidth)] : [])].join("; ")}.`}
          onPointerMove={point}
          onPointerLeave={() => setPointed(null)}
        >
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
          {marks.map((mark, index) => (
            <Sign
              // biome-ignore lint/suspicious/noArrayIndexKey: two runs may be alike in all that is told of them
              key={index}
              kind={mark.kind}
              x={x(mark.parameters)}
              y={y(mark.utilisation)}
            />
          ))}
          {byWidth.length > 0 && (
            <polyline
              className="measured-stated measured-by-width"
              points={byWidth.map(({ parameters, share }) => `${x(parameters)},${y(share)}`).join(" ")}
            />
          )}
          {byWidth.map(({ parameters, share }) => (
            <rect
              key={parameters}
              className="measured-own"
              x={x(parameters) - 2.5}
              y={y(share) - 2.5}
              width="5"
              height="5"
            />
          ))}
          {spreadOut(lines.map(({ share, ...line }) => ({ ...line, y: y(share) - 5 }))).map(
            ({ y: at, words, name }) => (
              <text key={name} className={`measured-words measured-words-${name}`} x={LEFT + 6} y={at}>
                {words}
              </text>
            ),
          )}
          {byWidth.slice(0, 1).map(({ parameters, share }) => (
            <text
              key={parameters}
              className="measured-words measured-words-stated"
              x={x(parameters) + 8}
              y={Math.min(y(share) + 16, HEIGHT - BOTTOM - 4)}
            >
              this plan, by width
            </text>
          ))}
          {pointed !== null && (
            <circle className="measured-pointed" cx={x(pointed.parameters)} cy={y(pointed.utilisation)} r="7" />
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
      {pointed !== null && (
        <div
          className={y(pointed.utilisation) < TIP ? "measured-tip measured-tip-under" : "measured-tip"}
          style={{
            bottom: HEIGHT - y(pointed.utilisation),
            ...(x(pointed.parameters) > width / 2
              ? { right: width - x(pointed.parameters) }
              : { left: x(pointed.parameters) }),
          }}
        >
          <strong>
            {pointed.model}: {shareWords(pointed.utilisation)}
          </strong>
          <span>{placeWords(pointed)}</span>
          <span>{datedSource(pointed)}</span>
        </div>
      )}
      <p className="measured-key">
        <span>% of the dense {format} peak</span>
        {(["short", "long", "published", "elsewhere"] as const)
          .filter((kind) => marks.some((mark) => mark.kind === kind))
          .map((kind) => (
            <span key={kind}>
              <svg width="10" height="10" aria-hidden="true">
                <Sign kind={kind} x={5} y={5} />
              </svg>{" "}
              {keyWords(kind, marks)}
            </span>
          ))}
      </p>
    </div>
  );
}

const widthWords = (stated: readonly { readonly share: number }[]): string => {
  const shares = stated.map(({ share }) => share);
  return `${shareWords(Math.min(...shares))} to ${shareWords(Math.max(...shares))}, this plan, by width`;
};

/** Whole decades around some sizes. */
const decades = (sizes: readonly number[]): readonly [number, number] =>
  sizes.length === 0
    ? [1e6, 1e12]
    : [10 ** Math.floor(Math.log10(Math.min(...sizes))), 10 ** Math.ceil(Math.log10(Math.max(...sizes)))];

/** Whole tenths around some shares, with a little room. */
const tenths = (shares: readonly number[]): readonly [number, number] => [
  Math.max(0, Math.floor((Math.min(...shares) - 0.02) * 10) / 10),
  Math.min(1, Math.ceil((Math.max(...shares) + 0.02) * 10) / 10),
];

/** Full and open, round and square: told apart in grey, too. */
function Sign({ kind, x, y }: { readonly kind: MarkKind; readonly x: number; readonly y: number }) {
  if (kind === "short" || kind === "long") return <circle className={`measured-${kind}`} cx={x} cy={y} r={3.2} />;
  return <path className={`measured-${kind}`} d={`M ${x} ${y - 4} l 4 4 l -4 4 l -4 -4 z`} />;
}

function keyWords(kind: MarkKind, marks: readonly Mark[]): string {
  const [from, to] = extent(
    marks.filter((mark) => mark.kind === kind),
    ({ sequence }) => sequence,
  ) ?? [0, 0];
  if (kind === "short") return `context up to ${exact(to)}`;
  if (kind === "long") return from === to ? `context of ${exact(to)}` : `${exact(from)} to ${exact(to)}`;
  return kind === "published" ? "published runs" : "published, other cards or formats";
}

/** "6.66 B parameters, 8 × H100 80GB in bf16, context 2,048". */
function placeWords({ parameters, cards, card, format, sequence }: Mark): string {
  const machine = `${cards === null ? "" : `${exact(cards)} × `}${card} in ${format}`;
  const context = sequence === null ? [] : [`context ${exact(sequence)}`];
  return [`${sizeWords(parameters)} parameters`, machine, ...context].join(", ");
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

/** "124 M" of the smallest model that was measured. */
export const sizeWords = (parameters: number): string => readableText(readable(parameters));
