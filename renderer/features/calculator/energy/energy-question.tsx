import pues from "../../../../assets/catalog/pue.json";
import type { Pue } from "../../../../shared/energy/pue.ts";
import { exact } from "../../../../shared/units/format/exact.ts";
import { catalogue } from "../../../estimating/catalogue.ts";
import { type FieldSpec, readFields } from "../fields/read-fields.ts";
import { ChoiceField, TypedField } from "../fields/typed-field.tsx";
import { useKeptValues } from "../kept-values.ts";
import { MakeProject } from "../make-project.tsx";
import type { ProjectValues } from "../project-text.ts";
import { QuestionLayout } from "../question-layout.tsx";
import { energyAnswers } from "./energy-answers.ts";

/** LLaMA 65B, as its paper counts it. */
const initial = { cardHours: "1,022,362", watts: "400", load: "100", pue: "1.1", grid: "own", grams: "385" };

const specs = {
  cardHours: { bounds: { min: 0, exclusiveMin: true, max: 1e15, what: "card-hours" } },
  watts: { bounds: { min: 0, exclusiveMin: true, max: 100_000, what: "watts of one card" } },
  load: { bounds: { min: 0, exclusiveMin: true, max: 2, what: "load" }, percent: true },
  pue: { bounds: { min: 1, max: 5, what: "PUE" } },
  grams: { bounds: { min: 0, max: 5_000, what: "grams of CO2e a kWh" } },
} as const satisfies Record<string, FieldSpec>;

const published = pues as readonly Pue[];

const powers = catalogue.accelerators
  .flatMap(({ id, name, tdpWatts }) =>
    tdpWatts === null ? [] : [{ value: id, label: `${name}: ${exact(tdpWatts)} W`, tdpWatts }],
  )
  .sort((a, b) => a.label.localeCompare(b.label, "en"));

const gridGroups = [
  { title: "Countries", kind: "country" },
  { title: "Regions of clouds", kind: "cloudRegion" },
].map(({ title, kind }) => ({
  title,
  options: catalogue.grids.filter((grid) => grid.kind === kind).map(({ id, name }) => ({ value: id, label: name })),
}));

/** How much electricity card-hours are, and how much greenhouse gas that is. */
export function EnergyQuestion() {
  const [values, change] = useKeptValues("energy", initial);
  const grid = catalogue.grids.find(({ id }) => id === values.grid);
  const isOwn = values.grid === "own";
  const { numbers, faults: all } = readFields(values, specs);
  const faults = isOwn ? all : { ...all, grams: null };
  const { cardHours, watts, load, pue, grams } = numbers;
  const isWrong = Object.values(faults).some((fault) => fault !== null);
  const known =
    isWrong || cardHours === null || watts === null || load === null || pue === null
      ? null
      : { cardHours, watts, load, pue };
  const named =
    grid !== undefined
      ? {
          gramsPerKilowattHour: grid.gramsPerKilowattHour,
          words: `${grid.name}, ${grid.basis}-based: ${exact(grid.gramsPerKilowattHour)} g a kWh${grid.date === null ? "" : `, ${grid.date}`}`,
          source: grid.source,
        }
      : isOwn && grams !== null
        ? { gramsPerKilowattHour: grams, words: `${exact(grams)} g a kWh`, source: "as typed" }
        : null;
  return (
    <QuestionLayout
      about="Electricity of card-hours, and the greenhouse gas of the grid it comes from."
      fields={
        <>
          <TypedField
            label="Card-hours"
            value={values.cardHours}
            onChange={(text) => change({ cardHours: text })}
            fault={faults.cardHours}
          />
          <ChoiceField
            label="Power of a card from the catalogue"
            value=""
            onChange={(id) => {
              const found = powers.find(({ value }) => value === id);
              if (found !== undefined) change({ watts: String(found.tdpWatts) });
            }}
            options={[{ value: "", label: "take the thermal design power of…" }, ...powers]}
          />
          <div className="calculator-pair">
            <TypedField
              label="Power of one card"
              unit="W"
              value={values.watts}
              onChange={(text) => change({ watts: text })}
              fault={faults.watts}
              help="A DGX H100 draws about 1,275 W a card, host included"
            />
            <TypedField
              label="Mean load"
              unit="% of that"
              value={values.load}
              onChange={(text) => change({ load: text })}
              fault={faults.load}
            />
          </div>
          <ChoiceField
            label="PUE from the catalogue"
            value=""
            onChange={(id) => {
              const found = published.find((one) => one.id === id);
              if (found !== undefined) change({ pue: String(found.pue) });
            }}
            options={[
              { value: "", label: "take that of…" },
              ...published.map(({ id, name, pue: value }) => ({ value: id, label: `${name}: ${exact(value)}` })),
            ]}
          />
          <TypedField
            label="PUE of the site"
            value={values.pue}
            onChange={(text) => change({ pue: text })}
            fault={faults.pue}
            help="All of the building’s energy ÷ that of its computers"
          />
          <ChoiceField
            label="Grid"
            value={values.grid}
            onChange={(id) => change({ grid: id })}
            options={[
              { value: "", label: "not stated: energy alone" },
              { value: "own", label: "an intensity of your own" },
            ]}
            groups={gridGroups}
          />
          {isOwn && (
            <TypedField
              label="Intensity of the grid"
              unit="g CO2e a kWh"
              value={values.grams}
              onChange={(text) => change({ grams: text })}
              fault={faults.grams}
            />
          )}
        </>
      }
      make={
        <MakeProject
          title="Electricity of a plan"
          values={known === null ? null : () => ({ energy: energyOf(known, grid?.id ?? null, isOwn ? grams : null) })}
          help="A plan that counts electricity with this power, load, PUE and grid. Its card-hours follow from the experiments you put in."
        />
      }
      answers={known === null ? null : energyAnswers({ ...known, grid: named })}
    />
  );
}

function energyOf(
  { watts, load, pue }: { readonly watts: number; readonly load: number; readonly pue: number },
  grid: string | null,
  grams: number | null,
): NonNullable<ProjectValues["energy"]> {
  const own = grams === null ? {} : { grid: { name: "Grid of the calculator", gramsPerKilowattHour: grams } };
  return { watts, load, pue, ...(grid === null ? own : { grid }), source: "typed into the calculator" };
}
