import { NUMBER_FORMATS } from "../../../../shared/hardware/number-format.ts";
import { isWidthTable } from "../../../../shared/hardware/width-table.ts";
import { usePlan } from "../../../editing/plan-context.ts";
import { catalogue } from "../../../estimating/catalogue.ts";
import { PilotFields } from "../../../fields/pilot-fields.tsx";
import { fieldText, treeValue } from "../../../fields/tree-value.ts";
import { LevelField, type LevelProps, UseFarther, Ways } from "./level-field.tsx";
import { effectiveFields, groupPath } from "./levels.ts";

const cards = catalogue.accelerators.map(({ id, name }) => ({ value: id, label: name }));
const formats = NUMBER_FORMATS.map((value) => ({ value, label: value }));

/** What says how one run is spread over cards. */
const SPREAD = ["minCards", "maxCards", "lossPerDoubling", "checkpointWriteMinutes", "restartMinutes"] as const;

/** The fields of the hardware at one level: the step Hardware and speed says more of them. */
export function HardwareFields({ where, level }: LevelProps) {
  const [{ tree }] = usePlan();
  const at = { where, level, group: "hardware" as const };
  const own = treeValue(tree, [...groupPath(level, where, "hardware"), "accelerator"]);
  const effective = effectiveFields(tree, where, "hardware", level);
  const stated = effective.utilisation?.value;
  const start = stated === undefined || isWidthTable(stated) ? 0.3 : stated;
  const table = isWidthTable(treeValue(tree, [...groupPath(level, where, "hardware"), "utilisation"]));
  return (
    <div className="recipe-fields">
      {typeof own === "object" && own !== null ? (
        <p className="field-help">
          {fieldText(treeValue(own, ["name"]))}, a card by value: it is changed in the step Hardware and speed, or in
          the text.
        </p>
      ) : (
        <LevelField {...at} field="accelerator" label="Accelerator" kind="choice" options={cards} />
      )}
      <LevelField
        {...at}
        field="format"
        label="Number format"
        kind="choice"
        options={formats}
        otherwise="by the card"
      />
      <Ways
        {...at}
        label="Speed as"
        ways={[
          { field: "utilisation", words: "share of the peak (MFU)", start },
          { field: "achieved", words: "measured FLOP/s of a card", start: "" },
          { field: "measured", words: "what a pilot was measured at", start: { tokensPerSecondPerCard: "" } },
        ]}
      >
        {(way) =>
          way === "utilisation" && table ? (
            <p className="field-help">
              A utilisation by width: that of the plan is changed in the step Hardware and speed, any other in the text.
            </p>
          ) : way === "measured" ? (
            <PilotAt {...at} />
          ) : way === "achieved" ? (
            <LevelField {...at} field="achieved" label="Achieved speed" unit="TFLOP/s" exponent={12} kind="quantity" />
          ) : (
            <LevelField
              {...at}
              field="utilisation"
              label="Utilisation"
              unit="% of peak"
              exponent={-2}
              kind="quantity"
              otherwise="by the catalogue"
            />
          )
        }
      </Ways>
      <LevelField {...at} field="cardsPerNode" label="Cards in a node" kind="number" otherwise="by the card" />
      <details className="field-group" open={SPREAD.some((field) => effective[field] !== undefined)}>
        <summary>How one run is spread over cards</summary>
        <LevelField {...at} field="minCards" label="Fewest cards of one run" kind="number" otherwise="by memory" />
        <LevelField {...at} field="maxCards" label="Most cards of one run" kind="number" otherwise="by the batch" />
        <LevelField
          {...at}
          field="lossPerDoubling"
          label="Lost at each doubling of a run’s cards"
          unit="%"
          exponent={-2}
          kind="number"
          otherwise="0, linear"
        />
        <LevelField
          {...at}
          field="checkpointWriteMinutes"
          label="Writing a checkpoint"
          unit="min"
          kind="number"
          otherwise="as the cluster says"
        />
        <LevelField
          {...at}
          field="restartMinutes"
          label="From a failure until the run goes on"
          unit="min"
          kind="number"
          otherwise="as the cluster says"
        />
      </details>
      <LevelField {...at} field="source" label="Source: who says so" kind="text" />
    </div>
  );
}

/** A pilot of this level; one of a farther level is changed there. */
function PilotAt({ where, level }: LevelProps) {
  const [{ tree }] = usePlan();
  const path = [...groupPath(level, where, "hardware"), "measured"];
  if (treeValue(tree, path) === undefined) {
    return <p className="field-help">What a pilot was measured at, from farther up.</p>;
  }
  return (
    <div className="level-field">
      <PilotFields path={path} />
      <UseFarther where={where} level={level} group="hardware" fields={["measured"]} label="speed" />
    </div>
  );
}
