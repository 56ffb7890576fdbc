import ToggleButton from "@mui/material/ToggleButton";
import ToggleButtonGroup from "@mui/material/ToggleButtonGroup";
import { type ReactNode, useRef } from "react";
import { likelyValues } from "../../../shared/estimate/amounts.ts";
import { reconcile } from "../../../shared/estimate/method-two.ts";
import { type Accelerator, densePeakOf, formatsOf } from "../../../shared/hardware/accelerator.ts";
import type { NumberFormat } from "../../../shared/hardware/number-format.ts";
import { type UtilisationPrior, utilisationWarning } from "../../../shared/hardware/utilisation.ts";
import { besideTable } from "../../../shared/hardware/width-table.ts";
import type { PlainValue } from "../../../shared/plan/edit/plan-edit.ts";
import type { PlanFault } from "../../../shared/plan/fault.ts";
import { pathText } from "../../../shared/plan/text/document-path.ts";
import { dateWords } from "../../../shared/sheet/text/words.ts";
import { counted } from "../../../shared/units/format/counted.ts";
import { fixed } from "../../../shared/units/format/exact.ts";
import { HARDWARE } from "../../card-choice/chosen-card.ts";
import { Fault, Warning } from "../../components/icons.tsx";
import { usePlan } from "../../editing/plan-context.ts";
import { faultAt, faultWords } from "../../fields/fault-at.ts";
import { PilotFields } from "../../fields/pilot-fields.tsx";
import { PlanNumber } from "../../fields/plan-number.tsx";
import { PlanQuantity } from "../../fields/plan-quantity.tsx";
import { PlanSelect } from "../../fields/plan-select.tsx";
import { PlanText } from "../../fields/plan-text.tsx";
import { treeValue } from "../../fields/tree-value.ts";
import { type Compared, shareWords, standing } from "./measured.ts";
import type { PlanModel } from "./small-models.ts";
import {
  ACHIEVED,
  changeForm,
  MEASURED,
  placeOf,
  type SpeedForm,
  sharesByWidth,
  speedForm,
  statedPoints,
  statedShare,
  UTILISATION,
  UTILISATION_OF,
} from "./speed.ts";
import { WidthTable } from "./width-table.tsx";

interface SpeedSectionProps {
  readonly card: Accelerator;
  readonly format: NumberFormat;
  readonly prior: UtilisationPrior;
  readonly known: Compared | null;
  readonly models: readonly PlanModel[];
}

/** In which format the runs train, and how fast a card then really is. */
export function SpeedSection({ card, format, prior, known, models }: SpeedSectionProps) {
  const [{ tree, faults, readOnly, isReadable }, editor] = usePlan();
  const disabled = readOnly !== null || !isReadable;
  const kept = useRef(new Map<SpeedForm, PlainValue>());
  const form = speedForm(tree);
  const peak = densePeakOf(card, format);

  const change = (to: SpeedForm) => {
    if (to === form || peak === null) return;
    const value = form === "advice" ? undefined : treeValue(tree, placeOf(form));
    if (value !== undefined) kept.current.set(form, value as PlainValue);
    editor.edit(
      changeForm(tree, to, {
        peak,
        kept: kept.current.get(to) ?? null,
        widths: models.flatMap(({ width }) => width ?? []),
        advice: prior.utilisation,
      }),
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
        <PlaceFault fault={faultAt(faults, [...HARDWARE, "format"])} />
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
          <ToggleButton value="byWidth">By width</ToggleButton>
          <ToggleButton value="measured">Pilot</ToggleButton>
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
      {form === "measured" && (
        <div data-place={pathText(MEASURED)}>
          <PilotFields path={MEASURED} />
          <PlaceFault fault={faultAt(faults, MEASURED)} />
        </div>
      )}
      {form === "byWidth" && (
        <div data-place={pathText(UTILISATION)}>
          <WidthTable />
          <PlaceFault fault={faultAt(faults, UTILISATION)} />
        </div>
      )}
      {treeValue(tree, UTILISATION_OF) !== undefined && (
        <PlanSelect
          path={UTILISATION_OF}
          label="A share of the peak in"
          none="the format of the runs"
          options={formatsOf(card).map((value) => ({ value, label: value }))}
        />
      )}
      {form === "measured" && <StandingOfPilot />}
      {peak !== null && form !== "byWidth" && form !== "measured" && (
        <Standing card={card} peak={peak} format={format} prior={prior} known={known} form={form} />
      )}
      {peak !== null && form === "byWidth" && <StandingByWidth peak={peak} format={format} models={models} />}
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

interface StandingByWidthProps {
  readonly peak: number;
  readonly format: NumberFormat;
  readonly models: readonly PlanModel[];
}

/** What shares a table by width comes to for the plan's models, and which of them lie beyond it. */
function StandingByWidth({ peak, format, models }: StandingByWidthProps) {
  const [{ tree }] = usePlan();
  const points = statedPoints(tree);
  if (points === null || models.length === 0) return null;
  const shares = sharesByWidth(points, models);
  const [least, most] = [Math.min, Math.max].map((end) => end(...shares.map(({ share }) => share)));
  const beyond = shares.filter(({ width }) => width !== null && besideTable(points, width) !== null).length;
  return (
    <>
      {least !== undefined && most !== undefined && shares.length > 0 && (
        <p className="hardware-note">
          <strong>
            {least === most ? shareWords(most) : `${shareWords(least).replace(" %", "")} to ${shareWords(most)}`}
          </strong>{" "}
          of {fixed(peak / 1e12, 1)} in {format} for the plan’s {counted(shares.length, "model")}
        </p>
      )}
      {beyond > 0 && (
        <p className="hardware-warning">
          <Warning />
          <span>
            {counted(beyond, "model")} {beyond === 1 ? "lies" : "lie"} beyond the table and{" "}
            {beyond === 1 ? "takes" : "take"} the utilisation of its end.
          </span>
        </p>
      )}
    </>
  );
}

/** What share of the peak the pilot implies, by the operations that the plan counts. */
function StandingOfPilot() {
  const [{ live }] = usePlan();
  if (live === null) return null;
  const { resolved } = live;
  const found = resolved.classes.flatMap((one) => reconcile(resolved, one, likelyValues(resolved)) ?? []);
  if (found.length === 0) return null;
  const shares = extent(found.map(({ utilisation }) => utilisation));
  const full = found.flatMap(({ withFullAttention }) => withFullAttention ?? []);
  const doubt = utilisationWarning(shares.most) ?? utilisationWarning(shares.least);
  return (
    <>
      <p className="hardware-note">
        <strong>{shares.words}</strong> of the dense peak, by the operations that are counted here
        {full.length > 0 && `; ${extent(full).words} with attention over the whole sequence`}
      </p>
      {doubt !== null && (
        <p className="hardware-warning">
          <Warning />
          <span>{PILOT_DOUBTS[doubt]} Check the pace, the cards and the model.</span>
        </p>
      )}
    </>
  );
}

function extent(values: readonly number[]) {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const [from, to] = [shareWords(least), shareWords(most)];
  return { least, most, words: from === to ? to : `${from.replace(" %", "")} to ${to}` };
}

const PILOT_DOUBTS = {
  impossible: "More than the card can do.",
  high: "More than published training runs reach (65 %).",
  low: "Very little (under 5 %).",
} as const;

/** What is wrong at a place whose field does not say so itself. */
function PlaceFault({ fault }: { readonly fault: PlanFault | null }) {
  if (fault === null) return null;
  return (
    <p className="hardware-fault">
      <Fault size={14} /> {faultWords(fault)}
    </p>
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
