import { read } from "../../../../shared/sheet/text/amounts.ts";
import { exact, percent } from "../../../../shared/units/format/exact.ts";
import { Powers } from "../../../components/powers.tsx";
import { catalogue } from "../../../estimating/catalogue.ts";
import { readFields } from "../fields/read-fields.ts";
import { CheckField, TypedField } from "../fields/typed-field.tsx";
import { useKeptValues } from "../kept-values.ts";
import { beginning, MakeProject } from "../make-project.tsx";
import { QuestionLayout } from "../question-layout.tsx";
import { ScrollBox } from "../scroll-box.tsx";
import { type ConventionRow, conventionRows } from "./conventions.ts";
import { answerModel, type ModelNumber, modelProject, modelSpecs } from "./model-plan.ts";

/** Llama 3 8B on 15 T tokens. */
const initial = {
  layers: "32",
  width: "4096",
  heads: "32",
  keyValueHeads: "8",
  feedForward: "14336",
  gated: "yes",
  vocabulary: "128256",
  tiedEmbeddings: "",
  sequence: "8192",
  tokens: "15T",
};

/** How many parameters a decoder has and what training it takes, by every convention. */
export function ModelQuestion() {
  const [values, change] = useKeptValues("model", initial);
  const { numbers, faults } = readFields(values, modelSpecs);
  const project = modelProject({
    numbers,
    gated: values.gated === "yes",
    tiedEmbeddings: values.tiedEmbeddings === "yes",
  });
  const title = `Model of ${values.layers} layers, ${values.width} wide`;
  const found = project === null ? null : answerModel(project, beginning(title), catalogue);
  const together = found === null || found.ok ? {} : found.error;
  const number = (
    field: ModelNumber,
    label: string,
    more: { readonly help?: string; readonly placeholder?: string },
  ) => (
    <TypedField
      label={label}
      value={values[field]}
      onChange={(text) => change({ [field]: text })}
      fault={faults[field] ?? together[field] ?? null}
      {...more}
    />
  );
  return (
    <QuestionLayout
      about="A decoder of equal blocks: how many parameters it has, and what training it takes."
      fields={
        <>
          <div className="calculator-pair">
            {number("layers", "Layers", {})}
            {number("width", "Width", {})}
          </div>
          <div className="calculator-pair">
            {number("heads", "Query heads", {})}
            {number("keyValueHeads", "Key and value heads", { placeholder: "as many as query heads" })}
          </div>
          <div className="calculator-pair">
            {number("feedForward", "Feed-forward width", { placeholder: "4 × width" })}
            {number("vocabulary", "Vocabulary", {})}
          </div>
          <div className="calculator-checks">
            <CheckField
              label="Gated feed-forward (three matrices)"
              checked={values.gated === "yes"}
              onChange={(gated) => change({ gated: gated ? "yes" : "" })}
            />
            <CheckField
              label="Logits use the embedding table (tied)"
              checked={values.tiedEmbeddings === "yes"}
              onChange={(tied) => change({ tiedEmbeddings: tied ? "yes" : "" })}
            />
          </div>
          <div className="calculator-pair">
            {number("sequence", "Context in training", { help: "tokens in a sequence" })}
            {number("tokens", "Training tokens", { help: "15T, 2e12 or 300B" })}
          </div>
          {together[""] !== undefined && <p className="calculator-fault">{together[""]}</p>}
        </>
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
          rows={conventionRows(found.value.shape, found.value.training)}
          tokens={numbers.tokens ?? Number.NaN}
        />
      )}
    </QuestionLayout>
  );
}

/** The same model by each convention. */
function Conventions({ rows, tokens }: { readonly rows: readonly ConventionRow[]; readonly tokens: number }) {
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
              <th scope="col">Counts</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, counts, flopPerToken, share }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td className="number">{exact(flopPerToken)}</td>
                <td className="number" title={`${exact(flopPerToken * tokens)} FLOP`}>
                  <Powers text={read(flopPerToken * tokens)} />
                </td>
                <td className="number">{percent(share)}</td>
                <td className="calculator-words">{counts}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </section>
  );
}
