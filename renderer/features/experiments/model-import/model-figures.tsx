import { useMemo } from "react";
import {
  DEFAULT_CONTEXT,
  PART_WORDS,
  summariseModel,
} from "../../../../shared/formats/model-config/summarise-model.ts";
import type { ParameterParts } from "../../../../shared/models/parameter-count.ts";
import { exact, percent } from "../../../../shared/units/format/exact.ts";
import { type Readable, readable, readableUnit } from "../../../../shared/units/format/readable.ts";
import { ReadableNumber } from "../../../components/readable-number.tsx";
import type { OfferedModel } from "./offered-model.ts";

/** Parameters and FLOP of a model, and what its parameters are in. */
export function ModelFigures({ shape, context }: Pick<OfferedModel, "shape" | "context">) {
  const summary = useMemo(() => summariseModel(shape, context ?? DEFAULT_CONTEXT), [shape, context]);
  const { count, items, conventions } = summary;
  const flop = conventions.find(({ key }) => key === "matmul")?.flop ?? null;
  const length = summary.context === null ? "" : `, sequences of ${exact(summary.context)}`;
  return (
    <>
      <dl className="model-figures">
        <Figure words="Parameters" value={count.total} />
        {count.active !== count.total && <Figure words="Active, of one token" value={count.active} />}
        {flop !== null && (
          <Figure
            words={`Training on ${items === "tokens" ? `a token${length}` : "an example"}`}
            value={flop}
            shown={readableUnit(flop)}
            unit="FLOP"
          />
        )}
      </dl>
      {count.parts !== null && <Parts parts={count.parts} total={count.total} />}
      {count.predictionHeads > 0 && (
        <p className="field-help">
          Beside these, {exact(count.predictionHeads)} in heads that predict further tokens, in no total.
        </p>
      )}
    </>
  );
}

interface FigureProps {
  readonly words: string;
  readonly value: number;
  readonly shown?: Readable;
  readonly unit?: string;
}

function Figure({ words, value, shown = readable(value), unit = "" }: FigureProps) {
  return (
    <div>
      <dt>{words}</dt>
      <dd>
        <ReadableNumber value={shown} exact={exact(value)} />
        {unit}
        <span className="model-figure-exact tabular">{exact(value)}</span>
      </dd>
    </div>
  );
}

/** A part that is there is never 0 %. */
const shareText = (share: number): string => (share < 0.0005 ? "< 0.1 %" : `${percent(share)} %`);

const partNames = Object.keys(PART_WORDS) as readonly (keyof ParameterParts)[];

/** The parts of the total, each with a bar of its share. */
function Parts({ parts, total }: { readonly parts: ParameterParts; readonly total: number }) {
  const rows = partNames.filter((part) => parts[part] > 0);
  const most = Math.max(...rows.map((part) => parts[part]));
  return (
    <table className="model-parts" aria-label="What the parameters are in">
      <tbody>
        {rows.map((part) => (
          <tr key={part}>
            <th scope="row">{PART_WORDS[part]}</th>
            <td className="number tabular">{exact(parts[part])}</td>
            <td className="model-part-bar" aria-hidden="true">
              <span style={{ width: `${(parts[part] / most) * 100}%` }} />
            </td>
            <td className="number tabular">{shareText(parts[part] / total)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
