import type { TransformerShape } from "../../../../shared/models/shape.ts";
import { amount, type DiagramBox, diagramOf, diagramWords } from "./model-diagram.ts";

const WIDTH = 380;
const HEIGHT = 42;
const GAP = 16;
/** Between a frame and its boxes, at its sides and ends. */
const PAD = 8;
/** Left of the frame, for how often its boxes are repeated. */
const MARGIN = 58;

/** A model as boxes from top to bottom, in the order that a token passes them; its repeated blocks in a frame. */
export function ModelDiagram({ shape }: { readonly shape: TransformerShape }) {
  const groups = diagramOf(shape);
  let y = 1;
  const placed = groups.map((group) => {
    const pad = group.repeats === null ? 0 : PAD;
    const height = group.boxes.length * HEIGHT + (group.boxes.length - 1) * GAP + 2 * pad;
    const at = { group, pad, height, top: y };
    y += height + GAP;
    return at;
  });
  const [width, height] = [MARGIN + WIDTH + PAD, y - GAP + 1];
  return (
    <svg className="model-diagram" role="img" aria-label={diagramWords(groups)} viewBox={`0 0 ${width} ${height}`}>
      {placed.map(({ group, top, pad, height: tall }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the position is the identity
        <g key={index}>
          {index > 0 && <Arrow from={top - GAP} to={top} />}
          {group.repeats !== null && (
            <>
              <rect
                className="model-frame"
                x={MARGIN - PAD + 0.5}
                y={top + 0.5}
                width={WIDTH + 2 * PAD - 1}
                height={tall - 1}
                rx={8}
              />
              <text className="model-repeats" x={MARGIN - PAD - 6} y={top + tall / 2 + 4}>
                {group.repeats}
              </text>
            </>
          )}
          {group.boxes.map((box, at) => {
            const boxTop = top + pad + at * (HEIGHT + GAP);
            return (
              <g key={box.title}>
                {at > 0 && <Arrow from={boxTop - GAP} to={boxTop} />}
                <Box box={box} top={boxTop} />
              </g>
            );
          })}
        </g>
      ))}
    </svg>
  );
}

function Box({ box: { title, lines, parameters }, top }: { readonly box: DiagramBox; readonly top: number }) {
  return (
    <>
      <rect className="model-box" x={MARGIN + 0.5} y={top + 0.5} width={WIDTH - 1} height={HEIGHT - 1} rx={5} />
      <text className="model-title" x={MARGIN + 10} y={top + 17}>
        {title}
      </text>
      <text className="model-amount" x={MARGIN + WIDTH - 10} y={top + 17}>
        {amount(parameters)}
      </text>
      <text className="model-line" x={MARGIN + 10} y={top + 33}>
        {lines.join(", ")}
      </text>
    </>
  );
}

const MIDDLE = MARGIN + WIDTH / 2;

function Arrow({ from, to }: { readonly from: number; readonly to: number }) {
  return <path className="model-arrow" d={`M ${MIDDLE} ${from + 2} V ${to - 3} m -4 -4 l 4 4 l 4 -4`} />;
}
