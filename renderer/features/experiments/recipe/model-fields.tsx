import { MODEL_DEFAULTS } from "../../../../shared/models/model-fields.ts";
import { exact } from "../../../../shared/units/format/exact.ts";
import { usePlan } from "../../../editing/plan-context.ts";
import { treeEntries } from "../../../fields/tree-value.ts";
import { sweepPath } from "../edits.ts";
import { figuresOf, sweepFigures } from "../live-figures.ts";
import { LayerListFields } from "./layer-list-fields.tsx";
import { LevelField, type LevelProps, Ways } from "./level-field.tsx";
import { effectiveFields } from "./levels.ts";
import { ModelPanel } from "./model-panel.tsx";
import { choices, MoreModelFields, yesNo } from "./more-model-fields.tsx";

const kinds = choices(["transformer", "layers", "stated"], {
  transformer: "transformer",
  layers: "list of layers",
  stated: "stated counts",
});

/** The fields of a model at one level. */
export function ModelFields({ where, level }: LevelProps) {
  const [{ tree }] = usePlan();
  const effective = effectiveFields(tree, where, "model", level);
  const at = { where, level, group: "model" as const };
  const kind = <LevelField {...at} field="kind" label="Kind" kind="choice" options={kinds} otherwise="transformer" />;
  if (effective.kind?.value === "layers") {
    return (
      <>
        <div className="recipe-fields">{kind}</div>
        <LayerListFields {...{ where, level }} />
        <ModelPanel where={where} />
      </>
    );
  }
  if (effective.kind?.value === "stated") {
    return (
      <div className="recipe-fields">
        {kind}
        <LevelField {...at} field="parameters" label="Parameters, as published" kind="number" />
        <LevelField
          {...at}
          field="activeParameters"
          label="Active parameters"
          kind="number"
          otherwise="as parameters"
          help="Those that take part in one example."
        />
        <LevelField
          {...at}
          field="forwardFlopPerExample"
          label="FLOP of a forward pass"
          kind="number"
          help="Over one example; a multiply-accumulate is two."
        />
        <LevelField {...at} field="source" label="Who published the counts" kind="text" />
      </div>
    );
  }
  const isOfImages = (effective.imageSize?.value ?? null) !== null;
  return (
    <>
      <div className="recipe-fields">
        {kind}
        <LevelField {...at} field="layers" label="Layers" kind="number" />
        <Dimensions {...at} />
        <Ways
          {...at}
          label="Feed-forward as"
          ways={[
            { field: "feedForwardRatio", words: "multiple of the width", start: MODEL_DEFAULTS.feedForwardRatio.value },
            { field: "feedForward", words: "width of its own", start: "" },
          ]}
        >
          {(way) =>
            way === "feedForward" ? (
              <LevelField {...at} field="feedForward" label="Feed-forward width" kind="number" />
            ) : (
              <LevelField
                {...at}
                field="feedForwardRatio"
                label="Feed-forward"
                unit="× width"
                kind="number"
                otherwise="4"
              />
            )
          }
        </Ways>
        <LevelField {...at} field="gated" label="Gated (SwiGLU)" kind="choice" options={yesNo} otherwise="no" />
        {!isOfImages && (
          <>
            <LevelField {...at} field="vocabulary" label="Vocabulary" unit="tokens" kind="number" />
            <LevelField
              {...at}
              field="tiedEmbeddings"
              label="Tied embeddings"
              kind="choice"
              options={yesNo}
              otherwise="no"
            />
          </>
        )}
      </div>
      <MoreModelFields where={where} level={level} />
      <ModelPanel where={where} />
    </>
  );
}

const DIMENSIONS = [
  ["width", "Width"],
  ["heads", "Heads"],
  ["headSize", "Head size"],
] as const;

/** Width = heads × head size: any two are stated, the third is shown. */
function Dimensions({ where, level }: LevelProps) {
  const [{ tree, live }] = usePlan();
  const axes = where.sweep === null ? [] : treeEntries(tree, [...sweepPath(where.experiment, where.sweep), "axes"]);
  const shape = sweepFigures(live, figuresOf(live, tree, where.experiment)?.index ?? -1, where.sweep)?.shape ?? null;
  const effective = effectiveFields(tree, where, "model", level);
  return DIMENSIONS.map(([field, label]) => {
    const isAxis = axes.some(([name]) => name === `model.${field}`);
    const found = shape?.[field];
    const values =
      found === undefined
        ? ""
        : found.from === found.to
          ? exact(found.from)
          : `${exact(found.from)} to ${exact(found.to)}`;
    const source = isAxis ? "set by the axis" : effective[field] === undefined ? "derived" : "";
    return (
      <LevelField
        key={field}
        where={where}
        level={level}
        group="model"
        field={field}
        label={label}
        kind="number"
        otherwise={[values, source].filter((part) => part !== "").join(", ") || "two of width, heads, head size"}
        {...(isAxis ? { help: "An axis of this sweep sets it." } : {})}
      />
    );
  });
}
