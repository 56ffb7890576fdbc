import { useRef } from "react";
import pues from "../../../assets/catalog/pue.json";
import type { Pue } from "../../../shared/energy/pue.ts";
import type { PlainValue } from "../../../shared/plan/edit/plan-edit.ts";
import { powerWords } from "../../../shared/sheet/text/power-words.ts";
import { exact } from "../../../shared/units/format/exact.ts";
import { usePlan } from "../../editing/plan-context.ts";
import { PlanNumber } from "../../fields/plan-number.tsx";
import { PlanSelect } from "../../fields/plan-select.tsx";
import { PlanText } from "../../fields/plan-text.tsx";
import { treeValue } from "../../fields/tree-value.ts";
import { GridField } from "./grid-field.tsx";
import { Section } from "./section.tsx";

const PATH = ["energy"] as const;

const published = pues as readonly Pue[];

/** Electricity and greenhouse gas: whose power, how much of it, from which grid. */
export function EnergySection() {
  const [{ tree, live, readOnly, isReadable }, editor] = usePlan();
  const disabled = readOnly !== null || !isReadable;
  const stated = treeValue(tree, PATH);
  const isCounted = stated !== undefined;
  const kept = useRef<PlainValue>({});
  const energy = live?.resolved.energy ?? null;
  return (
    <Section
      title="Electricity and carbon"
      about="Card-hours × watts × load × PUE; CO2e is that times the intensity of the grid. Everything left empty has a default that the sheet states."
    >
      <label className="project-check" data-place="energy">
        <input
          type="checkbox"
          checked={isCounted}
          disabled={disabled}
          onChange={() => {
            if (isCounted) {
              kept.current = stated as PlainValue;
              editor.edit({ op: "remove", path: PATH });
            } else editor.edit({ op: "set", path: PATH, value: kept.current });
          }}
        />
        Count electricity
      </label>
      {isCounted && (
        <>
          <PlanSelect
            path={[...PATH, "basis"]}
            label="What counts as power"
            none="the card alone (default)"
            options={[
              { value: "card", label: "the card alone" },
              { value: "node", label: "the card’s share of its node, host included" },
            ]}
            {...(energy === null ? {} : { help: `Counted now: ${powerWords(energy, energy.basis)}.` })}
          />
          <div className="project-pair">
            <PlanNumber
              path={[...PATH, "watts"]}
              label="Power of a card"
              unit="W"
              placeholder={energy?.cardWatts == null ? "TDP of the card" : exact(energy.cardWatts)}
              optional
            />
            <PlanNumber
              path={[...PATH, "nodeWatts"]}
              label="Node ÷ its cards"
              unit="W"
              placeholder="unknown"
              optional
            />
          </div>
          <div className="project-pair">
            <PlanNumber
              path={[...PATH, "load"]}
              label="Load, of that power"
              unit="%"
              exponent={-2}
              placeholder="100"
              optional
            />
            <PlanNumber path={[...PATH, "pue"]} label="PUE" placeholder="1" optional />
          </div>
          <label className="project-n">
            Published PUE
            <select
              value=""
              disabled={disabled}
              onChange={({ currentTarget }) => {
                const chosen = published.find(({ id }) => id === currentTarget.value);
                if (chosen !== undefined) editor.edit({ op: "set", path: [...PATH, "pue"], value: chosen.pue });
              }}
            >
              <option value="">take one over</option>
              {published.map(({ id, name, pue, date }) => (
                <option key={id} value={id}>
                  {`${pue} ${name}${date === null ? "" : `, ${date}`}`}
                </option>
              ))}
            </select>
          </label>
          <GridField />
          <PlanText path={[...PATH, "source"]} label="Who says so" optional multiline />
        </>
      )}
    </Section>
  );
}
