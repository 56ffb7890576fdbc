import { useId, useState } from "react";
import { type ConventionFigure, sideBySide } from "../../../../shared/compute/side-by-side.ts";
import { itemsOf } from "../../../../shared/models/shape.ts";
import { capital } from "../../../../shared/sheet/text/words.ts";
import { exact, percent } from "../../../../shared/units/format/exact.ts";
import { readableText, readableUnit } from "../../../../shared/units/format/readable.ts";
import { Powers } from "../../../components/powers.tsx";
import { usePlan } from "../../../editing/plan-context.ts";
import { figuresOf } from "../live-figures.ts";
import type { Where } from "./levels.ts";
import { ModelDiagram } from "./model-diagram-view.tsx";
import { modelsOf } from "./models-of.ts";

/** The models that the sweep trains, one at a time: a picture of it, and what each convention says of it. */
export function ModelPanel({ where }: { readonly where: Where }) {
  const [{ tree, live }] = usePlan();
  const [chosen, setChosen] = useState("");
  const id = useId();
  const models = modelsOf(live, figuresOf(live, tree, where.experiment)?.index ?? -1, where.sweep);
  const model = models.find(({ label }) => label === chosen) ?? models[0];
  if (model === undefined) return null;
  const { shape, context, count } = model;
  const rows = sideBySide(shape, context);
  const unit = itemsOf(shape) === "tokens" ? `a token, sequence ${exact(context.sequence)}` : "an example";
  return (
    <section className="model-panel" aria-labelledby={id}>
      <div className="model-panel-head">
        <p className="model-panel-title" id={id}>
          {models.length > 1 ? "One of the models, counted" : "The model, counted"}
        </p>
        {models.length > 1 && (
          <label>
            <span className="visually-hidden">Model that is shown</span>
            <select value={model.label} onChange={({ currentTarget }) => setChosen(currentTarget.value)}>
              {models.map(({ label }) => (
                <option key={label} value={label}>
                  {label}
                </option>
              ))}
            </select>
          </label>
        )}
        <p className="field-help">
          {exact(count.total)} parameters
          {count.active < count.total && `, ${exact(count.active)} active`}
          {count.predictionHeads > 0 && `; ${exact(count.predictionHeads)} more for further tokens, in no total`}
        </p>
      </div>
      {shape.kind === "transformer" && <ModelDiagram shape={shape} />}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className="model-table" aria-label="What each convention says" tabIndex={0}>
        <table className="data-table">
          <thead>
            <tr>
              <th scope="col">
                Convention <small>why it differs, or does not hold</small>
              </th>
              <th scope="col" className="model-number">
                Training FLOP <small>{unit}</small>
              </th>
              <th scope="col" className="model-number">
                ÷ matmul <small>%</small>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <ConventionRow key={row.title} row={row} />
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

function ConventionRow({ row: { title, flop, share, refusal, differences } }: { readonly row: ConventionFigure }) {
  const why = refusal ?? differences.map(({ words }) => words).join(", ");
  return (
    <tr className={flop === null ? "model-refused" : undefined}>
      <th scope="row">
        {title}
        <span className="model-why">
          {why === "" ? "Every matrix product, attention by the tokens really seen" : capital(why)}
        </span>
      </th>
      <td className="model-number" title={flop === null ? undefined : exact(flop)}>
        {flop === null ? "does not hold" : <Powers text={`${readableText(readableUnit(flop))}FLOP`} />}
      </td>
      <td className="model-number">{share === null ? "" : percent(share)}</td>
    </tr>
  );
}
