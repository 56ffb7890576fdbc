import { exact, percent } from "../../../../shared/units/format/exact.ts";
import { readableText, readableUnit } from "../../../../shared/units/format/readable.ts";
import { catalogue } from "../../../estimating/catalogue.ts";
import { type ChosenCard, floatFormatsOf } from "../hardware.ts";
import { ChoiceField, TypedField } from "./typed-field.tsx";

interface CardValues {
  readonly accelerator: string;
  readonly format: string;
  readonly utilisation: string;
}

/** What a question about cards begins with; the utilisation is the sourced advice for language models. */
export const initialCard: CardValues = {
  accelerator: "h100-sxm",
  format: "bf16",
  utilisation: String(Number(percent(catalogue.utilisation.languageModel.utilisation))),
};

interface CardFieldsProps {
  readonly values: CardValues;
  readonly change: (changes: Partial<CardValues>) => void;
  readonly chosen: ChosenCard | null;
  readonly fault: string | null;
}

const cards = [...catalogue.accelerators]
  .filter((card) => floatFormatsOf(card).length > 0)
  .sort((a, b) => a.name.localeCompare(b.name, "en"))
  .map(({ id, name }) => ({ value: id, label: name }));

/** Which card, in which format, at what share of its peak. */
export function CardFields({ values, change, chosen, fault }: CardFieldsProps) {
  const { languageModel } = catalogue.utilisation;
  return (
    <>
      <div className="calculator-pair">
        <ChoiceField
          label="Card"
          value={values.accelerator}
          onChange={(accelerator) => change({ accelerator })}
          options={cards}
        />
        <ChoiceField
          label="Number format"
          value={chosen?.format ?? values.format}
          onChange={(format) => change({ format })}
          options={
            chosen === null ? [] : floatFormatsOf(chosen.card).map((format) => ({ value: format, label: format }))
          }
          {...(chosen === null ? {} : { help: `Dense peak ${readableText(readableUnit(chosen.densePeak))}FLOP/s` })}
        />
      </div>
      <TypedField
        label="Utilisation of the dense peak"
        unit="%"
        value={values.utilisation}
        onChange={(utilisation) => change({ utilisation })}
        fault={fault}
        help={`Advice for language models: ${exact(Number(percent(languageModel.utilisation)))} %, ${languageModel.source.split(",")[0]}`}
      />
    </>
  );
}
