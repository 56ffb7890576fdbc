import { useId } from "react";
import type { ConventionName } from "../../../shared/compute/convention.ts";
import { DIFFERENCES } from "../../../shared/compute/differences.ts";
import { PARAMETERS_OF, type ParametersOf } from "../../../shared/models/parameter-count.ts";
import { powerOfTen } from "../../../shared/sheet/text/rich-text.ts";
import { usePlan } from "../../editing/plan-context.ts";
import { useVariants } from "../../estimating/use-variants.ts";
import { faultAt, faultWords } from "../../fields/fault-at.ts";
import { RichTextView } from "../../sheet/rich-text-view.tsx";
import {
  CONVENTION_NAMES,
  chooseConvention,
  compared,
  conventionWith,
  refusals,
  refusalWords,
  statedConvention,
  statedN,
  statedRecomputation,
} from "./convention.ts";
import { Section } from "./section.tsx";

const TITLES: Readonly<Record<ConventionName, string>> = {
  matmul: "Matrix multiplications",
  palm: "PaLM",
  "six-nd": "6 · N",
  megatron: "Megatron",
  chinchilla: "Chinchilla",
  coppock: "Coppock",
};

const N_WORDS: Readonly<Record<ParametersOf, string>> = {
  total: "all parameters",
  nonEmbedding: "parameters without embeddings",
  active: "active parameters",
};

/** How training operations are counted, with what each way would say of this plan. */
export function ConventionSection() {
  const [{ tree, text, live, isStale, faults, readOnly, isReadable }, editor] = usePlan();
  const group = useId();
  const stated = statedConvention(tree);
  const of = statedN(tree);
  const detail = { of, recomputation: statedRecomputation(tree) };
  const disabled = readOnly !== null || !isReadable;
  const totals = useVariants(
    text,
    CONVENTION_NAMES.map((name) => ({ name, edits: [chooseConvention(name, detail)] })),
  );
  const own = live?.estimated.withReruns.flop ?? 0;
  const fault = faultAt(faults, ["convention"]) ?? faultAt(faults, ["convention", "of"]);
  return (
    <Section
      title="Counting of operations"
      about="A sheet says by which rule it counts. The rules differ in attention, embeddings and what N is, and so do the totals."
    >
      <div className="project-choices" role="radiogroup" aria-label="Convention" data-place="convention">
        {CONVENTION_NAMES.map((name) => {
          const models = live?.resolved.models ?? [];
          const refused = refusals(models, conventionWith(name, detail));
          const isForNone = models.length > 0 && refused.flatMap(({ labels }) => labels).length === models.length;
          const flop = isStale || isForNone ? undefined : totals.get(name)?.flop;
          return (
            <label key={name} className={name === stated ? "project-choice project-chosen" : "project-choice"}>
              <input
                type="radio"
                name={group}
                checked={name === stated}
                disabled={disabled}
                onChange={() => editor.edit(chooseConvention(name, detail))}
              />
              <span className="project-choice-head">
                <strong>{TITLES[name]}</strong>
                {flop !== undefined && (
                  <span className="tabular">
                    <RichTextView text={powerOfTen(flop)} place={`project.convention.${name}`} footnotes={[]} /> FLOP
                    {name !== stated && `, ${compared(flop, own)}`}
                  </span>
                )}
              </span>
              <span className="project-choice-about">
                {DIFFERENCES[name].counts} {DIFFERENCES[name].source}.
                {refused.map((refusal) => (
                  <span key={refusal.why} className="project-refusal">
                    {refusalWords(refusal, models.length)}
                  </span>
                ))}
              </span>
            </label>
          );
        })}
      </div>
      {stated === "six-nd" && (
        <label className="project-n">
          N counts
          <select
            value={of}
            disabled={disabled}
            onChange={({ currentTarget }) => {
              const chosen = PARAMETERS_OF.find((known) => known === currentTarget.value);
              if (chosen !== undefined) editor.edit(chooseConvention("six-nd", { ...detail, of: chosen }));
            }}
          >
            {PARAMETERS_OF.map((known) => (
              <option key={known} value={known}>
                {N_WORDS[known]}
              </option>
            ))}
          </select>
        </label>
      )}
      {stated === "megatron" && (
        <label className="project-check">
          <input
            type="checkbox"
            checked={detail.recomputation}
            disabled={disabled}
            onChange={({ currentTarget }) =>
              editor.edit(chooseConvention("megatron", { ...detail, recomputation: currentTarget.checked }))
            }
          />
          Count a second forward pass, as full recomputation needs it
        </label>
      )}
      {fault !== null && <p className="project-fault">{faultWords(fault)}</p>}
    </Section>
  );
}
