import type { ReactNode } from "react";
import { CheckField, TypedField } from "../fields/typed-field.tsx";
import type { ModelFaults, ModelNumber } from "./model-plan.ts";

/** What a question about a model begins with: Llama 3 8B on 15 T tokens. */
export const initialModel = {
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

export type ModelValues = typeof initialModel;

interface ModelFieldsProps {
  readonly values: ModelValues;
  readonly change: (changes: Partial<ModelValues>) => void;
  /** What is wrong with each number by itself. */
  readonly faults: Readonly<Record<ModelNumber, string | null>>;
  /** What does not agree, by field; what is of no field under `""`. */
  readonly together: ModelFaults;
  /** Whether the question is about training tokens, too. */
  readonly withTokens: boolean;
  readonly children?: ReactNode;
}

/** The numbers of a decoder; several questions ask for them, and they are the same in all. */
export function ModelFields({ values, change, faults, together, withTokens, children }: ModelFieldsProps) {
  const number = (
    field: ModelNumber,
    label: string,
    more: { readonly help?: string; readonly placeholder?: string } = {},
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
    <>
      <div className="calculator-pair">
        {number("layers", "Layers")}
        {number("width", "Width")}
      </div>
      <div className="calculator-pair">
        {number("heads", "Query heads")}
        {number("keyValueHeads", "Key and value heads", { placeholder: "as many as query heads" })}
      </div>
      <div className="calculator-pair">
        {number("feedForward", "Feed-forward width", { placeholder: "4 × width" })}
        {number("vocabulary", "Vocabulary")}
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
        {withTokens && number("tokens", "Training tokens", { help: "15T, 2e12 or 300B" })}
        {children}
      </div>
      {together[""] !== undefined && <p className="calculator-fault">{together[""]}</p>}
    </>
  );
}
