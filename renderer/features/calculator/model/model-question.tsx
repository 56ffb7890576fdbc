import { type ConventionFigure, sideBySide } from "../../../../shared/compute/side-by-side.ts";
import { read } from "../../../../shared/sheet/text/amounts.ts";
import { capital, listed } from "../../../../shared/sheet/text/words.ts";
import { exact, percent } from "../../../../shared/units/format/exact.ts";
import { Powers } from "../../../components/powers.tsx";
import { ScrollBox } from "../../../components/scroll-box.tsx";
import { catalogue } from "../../../estimating/catalogue.ts";
import { readFields } from "../fields/read-fields.ts";
import { useKeptValues } from "../kept-values.ts";
import { beginning, MakeProject } from "../make-project.tsx";
import { QuestionLayout } from "../question-layout.tsx";
import { initialModel, ModelFields } from "./model-fields.tsx";
import { answerModel, modelProject, modelSpecs } from "./model-plan.ts";

/** How many parameters a decoder has and what training it takes, by every convention. */
export function ModelQuestion() {
  const [values, change] = useKeptValues("model", initialModel);
  const { numbers, faults } = readFields(values, modelSpecs);
  const project = modelProject({
    numbers,
    gated: values.gated === "yes",
    tiedEmbeddings: values.tiedEmbeddings === "yes",
  });
  const title = `Model of ${values.layers} layers, ${values.width} wide`;
  const found = project === null ? null : answerModel(project, beginning(title), catalogue);
  return (
    <QuestionLayout
      about="A decoder of equal blocks: how many parameters it has, and what training it takes."
      fields={
        <ModelFields
          values={values}
          change={change}
          faults={faults}
          together={found === null || found.ok ? {} : found.error}
          withTokens
        />
      }
      make={
        <MakeProject
          title={title}
          values={found?.ok === true && project !== null ? () => project : null}
          help="One run of this model on these tokens, with the usual card and price to begin with."
        />
      }
      answers={found?.ok === true ? found.value.answers : null}
    >
      {found?.ok === true && (
        <Conventions
          figures={sideBySide(found.value.shape, {
            sequence: found.value.training.sequence ?? Number.NaN,
            attended: found.value.training.attended,
          })}
          tokens={numbers.tokens ?? Number.NaN}
        />
      )}
    </QuestionLayout>
  );
}

interface ConventionsProps {
  readonly figures: readonly ConventionFigure[];
  readonly tokens: number;
}

/** The same model by each convention, and why they differ. */
function Conventions({ figures, tokens }: ConventionsProps) {
  return (
    <section className="calculator-part" aria-labelledby="calculator-conventions">
      <h2 id="calculator-conventions">By every convention</h2>
      <p className="calculator-note">
        The same model and the same tokens: a figure without its convention says little.
      </p>
      <ScrollBox className="calculator-table" label="Table of the conventions">
        <table className="data-table">
          <thead>
            <tr>
              <th scope="col">Convention</th>
              <th scope="col" className="number">
                Of a token<small>FLOP</small>
              </th>
              <th scope="col" className="number">
                Of the run<small>FLOP</small>
              </th>
              <th scope="col" className="number">
                Of matmul<small>%</small>
              </th>
              <th scope="col">Beside matmul it</th>
            </tr>
          </thead>
          <tbody>
            {figures.map(({ title, flop, share, refusal, differences, holdsFor }) => (
              <tr key={title} className={flop === null ? "quiet" : ""}>
                <th scope="row">{title}</th>
                <td className="number">{flop === null ? "none" : exact(flop)}</td>
                <td className="number" {...(flop === null ? {} : { title: `${exact(flop * tokens)} FLOP` })}>
                  {flop === null ? "" : <Powers text={read(flop * tokens)} />}
                </td>
                <td className="number">{share === null ? "" : percent(share)}</td>
                <td className="calculator-words">
                  {refusal === null
                    ? differences.length === 0
                      ? `Holds for: ${holdsFor}`
                      : `${capital(listed(differences.map(({ words }) => words)))}.`
                    : `Does not hold: ${refusal}.`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </section>
  );
}
