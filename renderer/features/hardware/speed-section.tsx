import ToggleButton from "@mui/material/ToggleButton";
import ToggleButtonGroup from "@mui/material/ToggleButtonGroup";
import { type ReactNode, useRef } from "react";
import { type Accelerator, densePeakOf, formatsOf } from "../../../shared/hardware/accelerator.ts";
import type { NumberFormat } from "../../../shared/hardware/number-format.ts";
import { type UtilisationPrior, utilisationWarning } from "../../../shared/hardware/utilisation.ts";
import type { PlainValue } from "../../../shared/plan/edit/plan-edit.ts";
import { dateWords } from "../../../shared/sheet/text/words.ts";
import { fixed } from "../../../shared/units/format/exact.ts";
import { Warning } from "../../components/icons.tsx";
import { usePlan } from "../../editing/plan-context.ts";
import { PlanNumber } from "../../fields/plan-number.tsx";
import { PlanQuantity } from "../../fields/plan-quantity.tsx";
import { PlanText } from "../../fields/plan-text.tsx";
import { treeValue } from "../../fields/tree-value.ts";
import { HARDWARE } from "./chosen-card.ts";
import { type Compared, shareWords, standing } from "./measured.ts";
import { ACHIEVED, changeForm, type SpeedForm, speedForm, statedShare, UTILISATION } from "./speed.ts";

interface SpeedSectionProps {
  readonly card: Accelerator;
  readonly format: NumberFormat;
  readonly prior: UtilisationPrior;
  readonly known: Compared | null;
}

/** In which format the runs train, and how fast a card then really is. */
export function SpeedSection({ card, format, prior, known }: SpeedSectionProps) {
  const [{ tree, readOnly, isReadable }, editor] = usePlan();
  const disabled = readOnly !== null || !isReadable;
  const kept = useRef(new Map<SpeedForm, PlainValue>());
  const form = speedForm(tree);
  const peak = densePeakOf(card, format);

  const change = (to: SpeedForm) => {
    if (to === form || peak === null) return;
    const value = form === "advice" ? undefined : treeValue(tree, form === "achieved" ? ACHIEVED : UTILISATION);
    if (value !== undefined) kept.current.set(form, value as PlainValue);
    editor.edit(
      changeForm(tree, to, peak, kept.current.get(to) ?? (to === "utilisation" ? fromAdvice(form, prior) : null)),
    );
  };

  return (
    <section className="speed" aria-labelledby="speed-title">
      <h3 id="speed-title">Speed of one card</h3>
      <Choice label="Format" place="defaults.hardware.format">
        <ToggleButtonGroup
          value={format}
          aria-label="Format"
          disabled={disabled}
          onChange={(_, chosen: NumberFormat | null) => {
            if (chosen !== null) editor.edit({ op: "set", path: [...HARDWARE, "format"], value: chosen });
          }}
        >
          {offered(card, format).map((known) => (
            <ToggleButton key={known} value={known}>
              {known}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      </Choice>
      <Choice label="State it as">
        <ToggleButtonGroup
          value={form}
          aria-label="State it as"
          disabled={disabled || peak === null}
          onChange={(_, chosen: SpeedForm | null) => {
            if (chosen !== null) change(chosen);
          }}
        >
          <ToggleButton value="achieved">FLOP/s</ToggleButton>
          <ToggleButton value="utilisation">Utilisation</ToggleButton>
          <ToggleButton value="advice">Advice</ToggleButton>
        </ToggleButtonGroup>
      </Choice>
      {form === "achieved" && (
        <PlanQuantity
          path={ACHIEVED}
          label="Achieved"
          exponent={12}
          unit={
            <>
              10<sup>12</sup> FLOP/s
            </>
          }
        />
      )}
      {form === "utilisation" && <PlanQuantity path={UTILISATION} label="Utilisation" exponent={-2} unit="%" />}
      {peak !== null && <Standing card={card} peak={peak} format={format} prior={prior} known={known} form={form} />}
      <div className="speed-details">
        <PlanNumber
          path={[...HARDWARE, "cardsPerNode"]}
          label="Cards in a node"
          placeholder={card.cardsPerNode === null ? "8" : String(card.cardsPerNode)}
          optional
        />
        <PlanText
          path={[...HARDWARE, "source"]}
          label="Who says so"
          placeholder="source of the speed"
          multiline
          optional
        />
      </div>
    </section>
  );
}

/** What nobody trains a language model in is offered only where the plan has it. */
const RARE: readonly NumberFormat[] = ["fp64", "int8"];

const offered = (card: Accelerator, inForce: NumberFormat): readonly NumberFormat[] =>
  formatsOf(card).filter((format) => format === inForce || !RARE.includes(format));

/** Out of the advice, its own figure is the one to begin with. */
const fromAdvice = (form: SpeedForm, { utilisation }: UtilisationPrior): number | null =>
  form === "advice" ? utilisation : null;

interface StandingProps {
  readonly card: Accelerator;
  readonly peak: number;
  readonly format: NumberFormat;
  readonly prior: UtilisationPrior;
  readonly known: Compared | null;
  readonly form: SpeedForm;
}

/** What share of the peak the speed is, and where that stands. */
function Standing({ peak, format, prior, known, form }: StandingProps) {
  const [{ tree }] = usePlan();
  if (form === "advice") {
    return (
      <p className="hardware-note">
        The plan states no speed. It is counted with {shareWords(prior.utilisation)} of the dense peak: {prior.source},{" "}
        {dateWords(prior.date)}.
      </p>
    );
  }
  const share = statedShare(tree, peak);
  if (share === null) return null;
  const doubt = utilisationWarning(share);
  const among = known === null ? "" : `, ${standing(share, { advice: prior.utilisation, median: known.median })}`;
  return (
    <>
      <p className="hardware-note">
        <strong>{shareWords(share)}</strong> of {fixed(peak / 1e12, 1)} in {format}
        {among}
      </p>
      {doubt !== null && (
        <p className="hardware-warning">
          <Warning /> <span>{DOUBTS[doubt]}</span>
        </p>
      )}
    </>
  );
}

const DOUBTS = {
  impossible: "More than the card can do: check the speed and the peak.",
  high: "More than published training runs reach (65 %): check the speed.",
  low: "Under 5 % of the peak: check the unit of the speed.",
} as const;

function Choice({
  label,
  place,
  children,
}: {
  readonly label: string;
  readonly place?: string;
  readonly children: ReactNode;
}) {
  return (
    <div className="speed-choice" data-place={place}>
      <span aria-hidden="true">{label}</span>
      {children}
    </div>
  );
}
