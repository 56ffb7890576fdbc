import { layerListSchema } from "../../../../shared/models/layer.ts";
import { countLayer } from "../../../../shared/models/layer-counts.ts";
import { LAYER_LIST_TEMPLATES } from "../../../../shared/models/templates/layer-list-templates.ts";
import { exact } from "../../../../shared/units/format/exact.ts";
import { usePlan } from "../../../editing/plan-context.ts";
import { treeValue } from "../../../fields/tree-value.ts";
import { plain } from "../edits.ts";
import { useEditable } from "../use-editable.ts";
import { layerWords } from "./layer-words.ts";
import { LevelField, type LevelProps } from "./level-field.tsx";
import { effectiveFields, groupPath } from "./levels.ts";

/** A model listed layer by layer: a published one to start from, its layers with their counts, and who says so. */
export function LayerListFields({ where, level }: LevelProps) {
  const [{ tree }, editor] = usePlan();
  const isEditable = useEditable();
  const path = groupPath(level, where, "model");
  const read = layerListSchema.safeParse(effectiveFields(tree, where, "model", level).list?.value);
  const own = treeValue(tree, [...path, "list"]);
  return (
    <>
      <div className="recipe-fields">
        <label className="ways-choice">
          <span>Layers of a published model</span>
          <select
            value=""
            disabled={!isEditable}
            onChange={({ currentTarget: { value } }) => {
              const template = LAYER_LIST_TEMPLATES.find(({ id }) => id === value);
              if (template === undefined) return;
              editor.edit([
                { op: "set", path: [...path, "list"], value: plain(template.list) },
                { op: "set", path: [...path, "source"], value: template.source },
              ]);
            }}
          >
            <option value="">{own === undefined ? "choose one to start from" : "put another in its place"}</option>
            {LAYER_LIST_TEMPLATES.map(({ id, title, example }) => (
              <option key={id} value={id}>
                {title}: {example}
              </option>
            ))}
          </select>
        </label>
        <LevelField
          where={where}
          level={level}
          group="model"
          field="source"
          label="Who published the model"
          kind="text"
        />
      </div>
      <p className="field-help">Single layers are changed in the text of the plan.</p>
      {read.success && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        <section className="model-table" aria-label="Layers" tabIndex={0}>
          <table className="data-table">
            <thead>
              <tr>
                <th scope="col">Layer</th>
                <th scope="col" className="model-number">
                  Repeats
                </th>
                <th scope="col" className="model-number">
                  Parameters
                </th>
                <th scope="col" className="model-number">
                  Forward FLOP <small>an example</small>
                </th>
              </tr>
            </thead>
            <tbody>
              {read.data.map((layer, index) => {
                const { weights, biases, forwardFlop } = countLayer(layer);
                return (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the position is the identity
                  <tr key={index}>
                    <th scope="row">{layerWords(layer)}</th>
                    <td className="model-number">{exact(layer.repeats ?? 1)}</td>
                    <td className="model-number">{exact(weights + biases)}</td>
                    <td className="model-number">{exact(forwardFlop)}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </section>
      )}
    </>
  );
}
