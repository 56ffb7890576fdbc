import type { Accelerator } from "../../../shared/hardware/accelerator.ts";
import { NUMBER_FORMATS } from "../../../shared/hardware/number-format.ts";
import { ACCELERATOR } from "../../card-choice/chosen-card.ts";
import { PlanNumber } from "../../fields/plan-number.tsx";
import { PlanText } from "../../fields/plan-text.tsx";
import { SaveCard } from "./save-card.tsx";

const FLOP_PER_SECOND = (
  <>
    10<sup>12</sup> FLOP/s
  </>
);

/** The fields of a card that stands in the plan itself. */
export function OwnCard({ card }: { readonly card: Accelerator }) {
  return (
    <section className="own-card" aria-labelledby="own-card-title">
      <h3 id="own-card-title">Your own card</h3>
      <p className="hardware-note">
        It stands in this plan only. Peaks are dense ones, without sparsity; leave empty what you do not know.
      </p>
      <div className="own-card-fields">
        <PlanText path={[...ACCELERATOR, "name"]} label="Name" />
        <PlanNumber path={[...ACCELERATOR, "marketedMemoryGB"]} label="Memory" unit="GB" optional />
        <PlanNumber
          path={[...ACCELERATOR, "bandwidthBytesPerSecond"]}
          label="Bandwidth of the memory"
          unit="GB/s"
          exponent={9}
          optional
        />
        <PlanNumber path={[...ACCELERATOR, "tdpWatts"]} label="Thermal design power" unit="W" optional />
        <PlanNumber path={[...ACCELERATOR, "cardsPerNode"]} label="Cards in a node" optional />
        <PlanText path={[...ACCELERATOR, "notes"]} label="Who says so" optional />
      </div>
      <fieldset className="own-card-peaks" aria-label="Dense peaks">
        {NUMBER_FORMATS.map((format) => (
          <PlanNumber
            key={format}
            path={[...ACCELERATOR, "densePeak", format]}
            label={`${format}, dense peak`}
            unit={FLOP_PER_SECOND}
            exponent={12}
            {...(card.densePeak[format] == null ? { placeholder: "none" } : {})}
            optional
          />
        ))}
      </fieldset>
      <SaveCard />
    </section>
  );
}
