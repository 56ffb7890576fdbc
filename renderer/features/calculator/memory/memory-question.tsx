import { ZERO_STAGES } from "../../../../shared/hardware/layout-fields.ts";
import { type CardMemory, MEMORY_PARTS } from "../../../../shared/memory/memory-per-card.ts";
import { gigabytes, PART_WORDS } from "../../../../shared/sheet/text/memory-words.ts";
import { capital } from "../../../../shared/sheet/text/words.ts";
import { OPTIMIZERS, PRECISIONS, RECOMPUTATIONS } from "../../../../shared/training/memory-fields.ts";
import { exact, percent } from "../../../../shared/units/format/exact.ts";
import { ScrollBox } from "../../../components/scroll-box.tsx";
import { catalogue } from "../../../estimating/catalogue.ts";
import { type FieldSpec, readFields } from "../fields/read-fields.ts";
import { ChoiceField, TypedField } from "../fields/typed-field.tsx";
import { useKeptValues } from "../kept-values.ts";
import { beginning, MakeProject } from "../make-project.tsx";
import { initialModel, ModelFields } from "../model/model-fields.tsx";
import { type ModelFaults, modelProject, modelSpecs } from "../model/model-plan.ts";
import { QuestionLayout } from "../question-layout.tsx";
import { answerMemory, type MemoryChoice, memoryProject } from "./memory-plan.ts";

const initial = {
  accelerator: "h100-sxm",
  precision: "megatron-mixed",
  optimizer: "adamw",
  recompute: "selective",
  zeroStage: "3",
  tensorParallel: "1",
  microBatch: "1",
};

const specs = {
  tensorParallel: { bounds: { min: 1, max: 1_024, integer: true, what: "cards that share every matrix" } },
  microBatch: { bounds: { min: 1, max: 65_536, integer: true, what: "sequences at once" } },
} as const satisfies Record<string, FieldSpec>;

const cards = catalogue.accelerators
  .filter(({ memoryBytes, marketedMemoryGB }) => memoryBytes !== null || marketedMemoryGB !== null)
  .filter(({ densePeak }) => (densePeak.bf16 ?? null) !== null)
  .map(({ id, name }) => ({ value: id, label: name }))
  .sort((a, b) => a.label.localeCompare(b.label, "en"));

const asIs = (values: readonly (string | number)[]) =>
  values.map((value) => ({ value: String(value), label: String(value) }));

const stages = [
  { value: "0", label: "0, nothing" },
  { value: "1", label: "1, states" },
  { value: "2", label: "2, gradients too" },
  { value: "3", label: "3, weights too" },
];

/** What training a model holds in memory, and on how few cards of a kind it fits. */
export function MemoryQuestion() {
  const [model, changeModel] = useKeptValues("model", initialModel);
  const [values, change] = useKeptValues("memory", initial);
  const { numbers, faults: modelFaults } = readFields(model, modelSpecs);
  const { numbers: layout, faults } = readFields(values, specs);
  const choice: MemoryChoice | null =
    layout.tensorParallel === null || layout.microBatch === null
      ? null
      : {
          accelerator: cards.find(({ value }) => value === values.accelerator)?.value ?? initial.accelerator,
          precision: PRECISIONS.find((one) => one === values.precision) ?? "megatron-mixed",
          optimizer: OPTIMIZERS.find((one) => one === values.optimizer) ?? "adamw",
          recompute: RECOMPUTATIONS.find((one) => one === values.recompute) ?? "none",
          zeroStage: ZERO_STAGES.find((one) => String(one) === values.zeroStage) ?? 3,
          tensorParallel: layout.tensorParallel,
          microBatch: layout.microBatch,
        };
  // Tokens change nothing here, and an empty field of another question is no reason to wait.
  const known = modelProject({
    numbers: { ...numbers, tokens: numbers.tokens ?? 1e9 },
    gated: model.gated === "yes",
    tiedEmbeddings: model.tiedEmbeddings === "yes",
  });
  const title = `Memory of ${model.layers} layers, ${model.width} wide`;
  const project = known === null || choice === null ? null : memoryProject(known, choice);
  const found = project === null || choice === null ? null : answerMemory(project, choice, beginning(title), catalogue);
  const together: ModelFaults = found === null || found.ok ? {} : found.error;
  const choose = (field: keyof typeof initial, label: string, options: readonly { value: string; label: string }[]) => (
    <ChoiceField
      label={label}
      value={values[field]}
      onChange={(value) => change({ [field]: value })}
      options={options}
    />
  );
  return (
    <QuestionLayout
      about="What training a decoder holds in memory by a named recipe, and on how few cards it fits."
      fields={
        <>
          <ModelFields values={model} change={changeModel} faults={modelFaults} together={together} withTokens={false}>
            <TypedField
              label="Micro-batch"
              value={values.microBatch}
              onChange={(text) => change({ microBatch: text })}
              fault={faults.microBatch ?? together.microBatch ?? null}
              help="sequences at once"
            />
          </ModelFields>
          {choose("accelerator", "Card", cards)}
          <div className="calculator-pair">
            {choose("precision", "Precision", asIs(PRECISIONS))}
            {choose("optimizer", "Optimizer", asIs(OPTIMIZERS))}
          </div>
          <div className="calculator-pair">
            {choose("zeroStage", "Shared out over replicas", stages)}
            {choose("recompute", "Recomputed", asIs(RECOMPUTATIONS.filter((one) => one !== "every")))}
          </div>
          <TypedField
            label="Tensor parallel"
            unit="cards"
            value={values.tensorParallel}
            onChange={(text) => change({ tensorParallel: text })}
            fault={faults.tensorParallel ?? together.tensorParallel ?? null}
          />
        </>
      }
      make={
        <MakeProject
          title={title}
          values={found?.ok === true && project !== null ? () => project : null}
          help="One run of this model with this recipe and layout, on the usual card’s speed to begin with."
        />
      }
      answers={found?.ok === true ? found.value.answers : null}
    >
      {found?.ok === true && <Parts memory={found.value.memory} />}
    </QuestionLayout>
  );
}

/** What one card holds, part by part. */
function Parts({ memory: { parts, total } }: { readonly memory: CardMemory }) {
  return (
    <section className="calculator-part" aria-labelledby="calculator-memory-parts">
      <h2 id="calculator-memory-parts">On one card, part by part</h2>
      <ScrollBox className="calculator-table calculator-narrow" label="Table of the parts">
        <table className="data-table">
          <thead>
            <tr>
              <th scope="col">Part</th>
              <th scope="col" className="number">
                Memory<small>GB</small>
              </th>
              <th scope="col" className="number">
                Share<small>%</small>
              </th>
            </tr>
          </thead>
          <tbody>
            {MEMORY_PARTS.filter((part) => parts[part] > 0).map((part) => (
              <tr key={part}>
                <th scope="row">{part === "master" ? PART_WORDS[part] : capital(PART_WORDS[part])}</th>
                <td className="number" title={`${exact(Math.round(parts[part]))} bytes`}>
                  {gigabytes(parts[part])}
                </td>
                <td className="number">{percent(parts[part] / total)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">Together</th>
              <td className="number">{gigabytes(total)}</td>
              <td className="number">100.0</td>
            </tr>
          </tfoot>
        </table>
      </ScrollBox>
    </section>
  );
}
