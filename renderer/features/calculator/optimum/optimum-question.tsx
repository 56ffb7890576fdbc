import ToggleButton from "@mui/material/ToggleButton";
import ToggleButtonGroup from "@mui/material/ToggleButtonGroup";
import { extrapolation } from "../../../../shared/scaling/extrapolation.ts";
import { bestOnData } from "../../../../shared/scaling/limited-data.ts";
import { computeOptimum } from "../../../../shared/scaling/optimum.ts";
import { optimumSpread } from "../../../../shared/scaling/spread.ts";
import { read } from "../../../../shared/sheet/text/amounts.ts";
import { type Flop, Tokens } from "../../../../shared/units/brands.ts";
import { Powers } from "../../../components/powers.tsx";
import { catalogue } from "../../../estimating/catalogue.ts";
import { useSettings } from "../../../settings/use-settings.ts";
import { CardFields, initialCard } from "../fields/card-fields.tsx";
import { type FieldSpec, readFields } from "../fields/read-fields.ts";
import { cardsSpec, flopSpec, priceSpec, tokensSpec, utilisationSpec } from "../fields/specs.ts";
import { ChoiceField, TypedField } from "../fields/typed-field.tsx";
import { FitTable } from "../fit-table.tsx";
import { fitOf, fits } from "../fits.ts";
import { chosenCard } from "../hardware.ts";
import { IsoflopChart } from "../isoflop/isoflop-chart.tsx";
import { isoflopPicture } from "../isoflop/isoflop-picture.ts";
import { useKeptValues } from "../kept-values.ts";
import { MakeProject } from "../make-project.tsx";
import { projectOfCompute } from "../project-of-compute.ts";
import { QuestionLayout } from "../question-layout.tsx";
import { computeOf } from "./compute.ts";
import { optimumAnswers } from "./optimum-answers.ts";
import { dataWords, extrapolationWords } from "./words.ts";

const kinds = [
  { value: "flop", label: "FLOP" },
  { value: "money", label: "A sum" },
  { value: "deadline", label: "A deadline" },
] as const;
type Kind = (typeof kinds)[number]["value"];

/** Gopher's compute. */
const initial = {
  kind: "flop",
  flop: "5.76e23",
  sum: "1M",
  price: "3",
  cards: "1024",
  days: "30",
  ...initialCard,
  data: "",
  fit: "besiroglu-2024",
};

const specs = {
  flop: flopSpec,
  sum: { bounds: { min: 0, exclusiveMin: true, max: 1e15, what: "sum of money" } },
  price: priceSpec,
  cards: cardsSpec,
  days: { bounds: { min: 0, exclusiveMin: true, max: 100_000, what: "days" } },
  utilisation: utilisationSpec,
  data: { ...tokensSpec, optional: true },
} as const satisfies Record<string, FieldSpec>;

const asked = {
  flop: ["flop"],
  money: ["sum", "price", "utilisation"],
  deadline: ["cards", "days", "utilisation"],
} as const satisfies Record<Kind, readonly (keyof typeof specs)[]>;

/** The best size, tokens and loss for some compute, a sum of money or a deadline. */
export function OptimumQuestion() {
  const { currency } = useSettings();
  const [values, change] = useKeptValues("optimum", initial);
  const kind = kinds.find(({ value }) => value === values.kind)?.value ?? "flop";
  const { numbers, faults } = readFields(values, specs);
  const card = chosenCard(catalogue.accelerators, values.accelerator, values.format);
  const fit = fitOf(values.fit);
  const isWrong = [...asked[kind], "data" as const].some((field) => faults[field] !== null);
  const { data, utilisation, cards, price } = numbers;
  const compute = isWrong ? null : computeOf({ ...numbers, kind, currency, card });
  const found = compute === null ? null : resultOf(fit, compute.flop, data);
  const number = (
    field: keyof typeof specs,
    label: string,
    more: { readonly unit?: string; readonly help?: string },
  ) => (
    <TypedField
      label={label}
      value={values[field]}
      onChange={(text) => change({ [field]: text })}
      fault={faults[field]}
      {...more}
    />
  );
  return (
    <QuestionLayout
      about="What a budget is best spent on: size, tokens and predicted loss, by every published fit."
      fields={
        <>
          <ToggleButtonGroup
            value={kind}
            aria-label="What is given"
            onChange={(_, to: Kind | null) => {
              if (to !== null) change({ kind: to });
            }}
          >
            {kinds.map(({ value, label }) => (
              <ToggleButton key={value} value={value}>
                {label}
              </ToggleButton>
            ))}
          </ToggleButtonGroup>
          {kind === "flop" && number("flop", "Compute", { unit: "FLOP", help: "5.76e23, or 5.76 × 10^23" })}
          {kind === "money" && (
            <div className="calculator-pair">
              {number("sum", "Sum", { unit: currency, help: "1M or 250,000" })}
              {number("price", "Price of a card-hour", { unit: currency })}
            </div>
          )}
          {kind === "deadline" && (
            <div className="calculator-pair">
              {number("cards", "Cards", {})}
              {number("days", "Time", { unit: "days" })}
            </div>
          )}
          {kind !== "flop" && <CardFields values={values} change={change} chosen={card} fault={faults.utilisation} />}
          <TypedField
            label="Tokens of the data set"
            value={values.data}
            onChange={(text) => change({ data: text })}
            fault={faults.data}
            placeholder="as many as it takes"
            help="Each is seen once"
          />
          <ChoiceField
            label="Fit"
            value={fit.id}
            onChange={(id) => change({ fit: id })}
            options={fits.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </>
      }
      make={
        <MakeProject
          title={
            found === null ? "Compute-optimal model" : `Compute-optimal model, ${read(found.found.best.parameters)}`
          }
          values={
            compute === null || found === null
              ? null
              : () =>
                  projectOfCompute({
                    flop: compute.flop,
                    parameters: found.found.best.parameters,
                    tokens: Math.max(1, Math.round(found.found.best.tokens)),
                    card: kind === "flop" ? null : card,
                    utilisation: kind === "flop" ? null : utilisation,
                    cards: kind === "deadline" ? cards : null,
                    price: kind === "money" ? price : null,
                  })
          }
          help="One run of these tokens on a transformer that comes close to this size; change its shape there."
        />
      }
      answers={
        compute === null || found === null
          ? null
          : [
              ...(compute.answer === null ? [] : [compute.answer]),
              ...optimumAnswers({ fit, budget: compute.flop, found: found.found, spread: found.spread }),
            ]
      }
    >
      {found !== null && compute !== null && (
        <>
          {[data === null ? null : dataWords(found.found, data), extrapolationWords(found.outside)].map(
            (words) =>
              words !== null && (
                <p key={words} className="calculator-remark">
                  <Powers text={words} />
                </p>
              ),
          )}
          <FitTable byFit={found.spread.byFit} />
          <Picture fit={fit} budget={compute.flop} />
        </>
      )}
    </QuestionLayout>
  );
}

function resultOf(fit: ReturnType<typeof fitOf>, budget: Flop, data: number | null) {
  const unlimited = computeOptimum(fit.law, budget);
  const found = bestOnData(fit.law, budget, Tokens(data ?? unlimited.tokens));
  return { found, spread: optimumSpread(fits, budget), outside: extrapolation(fit, found.best) };
}

/** A tenth of the budget, the budget and ten times as much. */
const TIMES = [0.1, 1, 10];

function Picture({ fit, budget }: { readonly fit: ReturnType<typeof fitOf>; readonly budget: Flop }) {
  // A fit that divides compute alone has no losses to draw: the picture is then that of the first fit.
  const drawn = isoflopPicture(fit.law, [budget], []) === null ? fitOf("besiroglu-2024") : fit;
  const picture = isoflopPicture(
    drawn.law,
    TIMES.map((times) => budget * times),
    [],
  );
  const lowest = picture?.curves[1]?.lowest;
  if (picture === null || lowest === undefined) return null;
  return (
    <IsoflopChart
      finding={`At ${read(budget)} FLOP the loss is lowest at ${read(lowest.parameters)} parameters, and flat around it`}
      by={`By ${drawn.name}.`}
      picture={picture}
    />
  );
}
