import { catalogue } from "../../../estimating/catalogue.ts";
import { useSettings } from "../../../settings/use-settings.ts";
import { CardFields, initialCard } from "../fields/card-fields.tsx";
import { type FieldSpec, readFields } from "../fields/read-fields.ts";
import { cardsSpec, flopSpec, priceSpec, utilisationSpec } from "../fields/specs.ts";
import { TypedField } from "../fields/typed-field.tsx";
import { chosenCard } from "../hardware.ts";
import { useKeptValues } from "../kept-values.ts";
import { MakeProject } from "../make-project.tsx";
import { projectOfCompute } from "../project-of-compute.ts";
import { QuestionLayout } from "../question-layout.tsx";
import { timeAnswers } from "./time-answers.ts";

/** Llama 3 8B on 15 T tokens, by matmul. */
const initial = { flop: "7.72e23", ...initialCard, cards: "1024", price: "" };

const specs = {
  flop: flopSpec,
  utilisation: utilisationSpec,
  cards: { ...cardsSpec, optional: true },
  price: { ...priceSpec, optional: true },
} as const satisfies Record<string, FieldSpec>;

/** How many card-hours some compute takes, and how long that is on a cluster. */
export function TimeQuestion() {
  const { currency } = useSettings();
  const [values, change] = useKeptValues("time", initial);
  const { numbers, faults } = readFields(values, specs);
  const card = chosenCard(catalogue.accelerators, values.accelerator, values.format);
  const { flop, utilisation, cards, price } = numbers;
  const isWrong = Object.values(faults).some((fault) => fault !== null);
  const known = isWrong || flop === null || utilisation === null || card === null ? null : { flop, utilisation, card };
  return (
    <QuestionLayout
      about="Compute on a kind of card: card-hours, and the ideal time on a cluster of them."
      fields={
        <>
          <TypedField
            label="Compute"
            unit="FLOP"
            value={values.flop}
            onChange={(text) => change({ flop: text })}
            fault={faults.flop}
            help="7.72e23, or 3.5 × 10^24"
          />
          <CardFields values={values} change={change} chosen={card} fault={faults.utilisation} />
          <div className="calculator-pair">
            <TypedField
              label="Cards of the cluster"
              value={values.cards}
              onChange={(text) => change({ cards: text })}
              fault={faults.cards}
              placeholder="may be left out"
            />
            <TypedField
              label="Price of a card-hour"
              unit={currency}
              value={values.price}
              onChange={(text) => change({ price: text })}
              fault={faults.price}
              placeholder="may be left out"
            />
          </div>
        </>
      }
      make={
        <MakeProject
          title="Compute on a cluster"
          values={
            known === null ? null : () => projectOfCompute({ ...known, parameters: null, tokens: null, cards, price })
          }
          help="One run of this compute on this card and cluster. Its model is the compute-optimal one, since a run has a model; change it there."
        />
      }
      answers={known === null ? null : timeAnswers({ ...known, cards, price, currency })}
    />
  );
}
