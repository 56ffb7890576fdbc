import Button from "@mui/material/Button";
import { useCallback, useMemo, useRef, useState } from "react";
import { densePeakOf } from "../../../shared/hardware/accelerator.ts";
import { utilisationPrior } from "../../../shared/hardware/utilisation.ts";
import { itemsOf } from "../../../shared/models/shape.ts";
import { isUnpriced } from "../../../shared/plan/faults/unpriced.ts";
import { shareText } from "../../../shared/sheet/text/amounts.ts";
import { shortCardName } from "../../../shared/sheet/text/card-name.ts";
import { dateWords, listed } from "../../../shared/sheet/text/words.ts";
import { counted } from "../../../shared/units/format/counted.ts";
import { exact, fixed } from "../../../shared/units/format/exact.ts";
import { chooseCard, ownFrom } from "../../card-choice/choose-card.ts";
import { ACCELERATOR, cardOf, chosenCard, formatInForce } from "../../card-choice/chosen-card.ts";
import { Fault, Plus, Search, TableGrid, Warning } from "../../components/icons.tsx";
import { usePlan } from "../../editing/plan-context.ts";
import { catalogue } from "../../estimating/catalogue.ts";
import { measurements } from "../../estimating/measurements.ts";
import { faultAt, faultWords } from "../../fields/fault-at.ts";
import { treeValue } from "../../fields/tree-value.ts";
import { typedNumber } from "../../fields/typed-number.ts";
import { goToPlace } from "../../navigation/place.ts";
import { type CardRow, catalogueRows, libraryRowOf, matching, peakColumns } from "./card-rows.ts";
import { CardTable } from "./card-table.tsx";
import { FitSection } from "./fit-section.tsx";
import { type Compared, extent, known, type Mark, measuredMarks, publishedMarks, shareWords } from "./measured.ts";
import { MeasuredChart, sizeWords } from "./measured-chart.tsx";
import { MeasuredTable } from "./measured-table.tsx";
import { OtherValues } from "./other-values.tsx";
import { hardwareOverrides } from "./overrides.ts";
import { OwnCard } from "./own-card.tsx";
import { planModels, smallModels } from "./small-models.ts";
import { shortSource } from "./source-words.ts";
import { sharesByWidth, statedPoints, statedShare, stateUtilisation, UTILISATION_OF } from "./speed.ts";
import { SpeedSection } from "./speed-section.tsx";
import { UnpricedCard } from "./unpriced-card.tsx";
import { useLibraryCards } from "./use-library-cards.ts";
import "../../components/data-table.css";
import "./card-table.css";
import "./hardware.css";
import "./measured.css";

const OWN = "this plan’s own";

/** Which card the plan's runs use, and how fast it is. */
export function HardwareStep() {
  const [state, editor] = usePlan();
  const { id, tree, faults, readOnly, isReadable } = state;
  const [search, setSearch] = useState("");
  const library = useLibraryCards();
  const chosen = useMemo(() => chosenCard(tree, catalogue.accelerators), [tree]);
  const card = cardOf(chosen);
  // The card of the plan stands first when the step is opened, and rows keep their places while it is looked at.
  const [first] = useState(chosen.kind === "catalogue" ? chosen.card.id : null);
  const shipped = useMemo(() => catalogueRows(catalogue.accelerators, first), [first]);
  const copied = useMemo(() => libraryRowOf(treeValue(tree, ACCELERATOR), library), [tree, library]);
  const own = useMemo(
    (): readonly CardRow[] =>
      chosen.kind === "own" && copied === null ? [{ key: OWN, card: chosen.card, value: null, home: "plan" }] : [],
    [chosen, copied],
  );
  const rows = useMemo(() => matching([...own, ...library, ...shipped], search), [own, library, shipped, search]);
  const format = card === null ? null : formatInForce(tree, card);
  const formats = useMemo(() => peakColumns(format), [format]);
  const disabled = readOnly !== null || !isReadable;

  const latest = useRef({ tree, card });
  latest.current = { tree, card };
  const choose = useCallback(
    ({ card: next, value }: CardRow) => {
      const { tree: now, card: before } = latest.current;
      if (value !== null) editor.edit(chooseCard(now, before, next, value), "defaults.hardware.accelerator");
    },
    [editor],
  );
  const startOwn = () => {
    const from = card ?? catalogue.accelerators.find(({ id: known }) => known === "h100-sxm");
    if (from !== undefined) editor.edit({ op: "set", path: ACCELERATOR, value: ownFrom(from) });
  };
  const fault = faultAt(faults, ACCELERATOR);
  const overrides = useMemo(() => hardwareOverrides(tree), [tree]);

  return (
    <div className="screen hardware">
      <div className="screen-head">
        <h2>Hardware and speed</h2>
        <div className="hardware-tools">
          <label className="hardware-search">
            <Search />
            <span className="visually-hidden">Search accelerators</span>
            <input
              type="search"
              value={search}
              placeholder={`${library.length + catalogue.accelerators.length} accelerators`}
              onChange={({ currentTarget }) => setSearch(currentTarget.value)}
            />
          </label>
          <Button startIcon={<Plus />} disabled={disabled || chosen.kind === "own"} onClick={startOwn}>
            Your own
          </Button>
        </div>
      </div>
      <div className="hardware-cards" data-place="defaults.hardware.accelerator">
        <CardTable
          rows={rows}
          chosen={copied?.key ?? (chosen.kind === "own" ? OWN : (card?.id ?? null))}
          formats={formats}
          disabled={disabled}
          onChoose={choose}
        />
        {rows.length === 0 && (
          <p className="hardware-note">No accelerator has “{search}” in its name, maker or year.</p>
        )}
      </div>
      {fault !== null && card !== null && isUnpriced(fault) && <UnpricedCard card={card} isDisabled={disabled} />}
      {fault !== null && !(card !== null && isUnpriced(fault)) && (
        <p className="hardware-fault">
          <Fault size={14} /> {chosen.kind === "unknown" && `“${chosen.name}”: `}
          {faultWords(fault)}
        </p>
      )}
      <p className="hardware-note">
        Dense peaks only.{" "}
        {card?.sparseTrap?.note ?? "Figures with sparsity are twice as high, and training does not reach them."}
        {rows.some(({ card: { unverified } }) => unverified.length > 0) &&
          " Dotted figures are recalled, not found in a source."}
      </p>
      {card?.notes != null && chosen.kind === "catalogue" && (
        <p className="hardware-note">
          {shortCardName(card.name, card.vendor)}: {card.notes}
        </p>
      )}
      {overrides.length > 0 && (
        <p className="hardware-note">
          This is the plan’s default. {counted(overrides.length, "place")} state{overrides.length === 1 ? "s" : ""}{" "}
          hardware of their own:{" "}
          {overrides.map(({ title, what, place }, index) => (
            <span key={place}>
              {index > 0 && "; "}
              <button type="button" className="hardware-link" onClick={() => goToPlace(id, place)}>
                {title}
              </button>
              , {what}
            </span>
          ))}
          .
        </p>
      )}
      {chosen.kind === "own" && <OwnCard card={chosen.card} />}
      {card === null || format === null ? (
        <p className="hardware-choose">Choose a card to state how fast it is.</p>
      ) : (
        <Speed key={card.id} />
      )}
      <FitSection />
    </div>
  );
}

/** How fast the chosen card is, what that costs, and what others have measured. */
function Speed() {
  const [{ tree, live, readOnly, isReadable }, editor] = usePlan();
  const [asTable, setAsTable] = useState(false);
  const chosen = chosenCard(tree, catalogue.accelerators);
  const card = cardOf(chosen);
  const isOwn = chosen.kind === "own";
  const format = card === null ? null : formatInForce(tree, card);
  const models = useMemo(() => (live === null ? [] : planModels(live)), [live]);
  if (card === null || format === null) return null;
  const first = live?.resolved.models[0]?.shape;
  const prior = utilisationPrior(catalogue.utilisation, first === undefined ? "tokens" : itemsOf(first));
  const { marks, compared } = known(
    measuredMarks(measurements, card.id, format),
    publishedMarks(catalogue.utilisation, card.id, format),
  );
  const peak = densePeakOf(card, format);
  const stated = peak === null ? null : statedShare(tree, peak);
  const points = statedPoints(tree);
  const name = shortCardName(card.name, card.vendor);
  const small = live === null || compared === null ? null : smallModels(live, compared.smallest);
  const range =
    compared === null || compared.median <= prior.utilisation
      ? null
      : { low: prior.utilisation, high: compared.median };

  const stateRange = ({ low, high }: { readonly low: number; readonly high: number }) => {
    const rounded = (share: number) => typedNumber(fixed(share * 100, 1), -2) ?? share;
    const likely = stated === null ? (low + high) / 2 : Math.min(high, Math.max(low, stated));
    const what = compared?.by === "measured" ? "measurements" : "published runs";
    const where = compared === null || compared.by === "all" ? "" : ` on ${name} in ${format}`;
    const source = `from the advice (${prior.source}) to the median of ${compared?.runs ?? 0} ${what}${where}`;
    editor.edit([
      ...stateUtilisation(tree, { low: rounded(low), likely: rounded(likely), high: rounded(high), source }),
      { op: "set", path: UTILISATION_OF, value: format },
    ]);
  };

  return (
    <div className="hardware-speed">
      <div>
        <SpeedSection card={card} format={format} prior={prior} known={compared} models={models} />
        <OtherValues
          stated={stated}
          isByWidth={points !== null}
          advice={prior.utilisation}
          median={compared?.median ?? null}
        />
        {range !== null && (
          <button
            type="button"
            className="hardware-link"
            disabled={readOnly !== null || !isReadable}
            onClick={() => stateRange(range)}
          >
            Use a range, {shareWords(range.low).replace(" %", "")} to {shareWords(range.high)}
          </button>
        )}
        {small !== null && (
          <p className="hardware-warning">
            <Warning />
            <span>
              {small.smaller} of the {counted(small.models, "model")} {small.smaller === 1 ? "is" : "are"} smaller than
              anything measured here ({sizeWords(compared?.smallest ?? 0)}).
              {small.share !== null && ` They take ${shareText(small.share)} of the money.`}
            </span>
          </p>
        )}
      </div>
      <figure className="measured">
        <figcaption>
          <h3>{finding(compared, { name, format, isOwn })}</h3>
          <p className="hardware-note">
            {aboutMarks(marks)}; the advice is that of {shortSource(prior.source)}
          </p>
          <button type="button" className="measured-toggle" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
            <TableGrid size={12} /> as table
          </button>
        </figcaption>
        {asTable ? (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
          <section className="measured-table" aria-label="Measured runs" tabIndex={0}>
            <MeasuredTable marks={marks} />
            <p className="hardware-note">
              Advice: {prior.source}, {dateWords(prior.date)}.
            </p>
          </section>
        ) : (
          <MeasuredChart
            marks={marks}
            compared={compared}
            advice={prior.utilisation}
            stated={points === null ? stated : sharesByWidth(points, models)}
            models={models.map(({ parameters }) => parameters)}
            format={format}
          />
        )}
      </figure>
    </div>
  );
}

interface Where {
  readonly name: string;
  readonly format: string;
  readonly isOwn: boolean;
}

/** "70 measurements on H100 in bf16 reach 26 to 46 %". */
function finding(compared: Compared | null, { name, format, isOwn }: Where): string {
  if (compared === null) return "No measured run is known";
  const reach = `reach ${range100(compared)}`;
  if (compared.by === "measured") return `${compared.runs} measurements on ${name} in ${format} ${reach}`;
  if (compared.by === "published") return `${compared.runs} published runs on ${name} in ${format} ${reach}`;
  return `Published runs on other cards ${reach}${isOwn ? "" : `: fewer than three are known of ${name} in ${format}`}`;
}

/** "MosaicML llm-foundry, models of 758 M to 64.9 B on 8 to 512 cards, model FLOP utilisation; beside them 5 published runs". */
function aboutMarks(marks: readonly Mark[]): string {
  const measured = marks.filter(({ kind }) => kind === "short" || kind === "long");
  const others = marks.length - measured.length;
  const [smallest, largest] = extent(measured, ({ parameters }) => parameters) ?? [0, 0];
  const [fewest, most] = extent(measured, ({ cards }) => cards) ?? [0, 0];
  if (measured.length === 0) return `Model FLOP utilisation of ${counted(others, "published run")}`;
  const sources = [...new Set(measured.map(({ source }) => shortSource(source)))];
  const sizes = smallest === largest ? sizeWords(largest) : `${sizeWords(smallest)} to ${sizeWords(largest)}`;
  const cards = fewest === most ? counted(most, "card") : `${exact(fewest)} to ${counted(most, "card")}`;
  const beside = others === 0 ? "" : `; beside them ${counted(others, "published run")}`;
  return `${listed(sources)}, models of ${sizes} on ${cards}, model FLOP utilisation${beside}`;
}

const range100 = ({ low, high }: { readonly low: number; readonly high: number }): string =>
  `${Math.round(low * 100)} to ${Math.round(high * 100)} %`;
