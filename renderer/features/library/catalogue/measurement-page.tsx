import type { ReactNode } from "react";
import type { Measurement } from "../../../../shared/hardware/measurement.ts";
import { dateWords } from "../../../../shared/sheet/text/words.ts";
import { exact, fixed } from "../../../../shared/units/format/exact.ts";
import { readable, readableText } from "../../../../shared/units/format/readable.ts";
import { catalogue } from "../../../estimating/catalogue.ts";
import { measurements } from "../../../estimating/measurements.ts";
import { type ShippedColumn, ShippedPage } from "./shipped-page.tsx";

type Numbered = Measurement & { readonly number: number };

const rows: readonly Numbered[] = measurements.rows.map((row, number) => ({ ...row, number }));
const sourceOf = ({ source }: Measurement) => measurements.sources[source];
const names = new Map(catalogue.accelerators.map(({ id, name }) => [id, name]));
const cardOf = ({ accelerator, card }: Measurement): string => names.get(accelerator ?? "") ?? card;

/** What a row says of a card that its source leaves open. */
const NOT_STATED = "not stated";

const unknown = <span className="quiet">–</span>;
const whole = (value: number | null): ReactNode => (value === null ? unknown : exact(value));
const percent = (share: number | null): ReactNode => (share === null ? unknown : fixed(share * 100, 1));

const columns: readonly [ShippedColumn<Numbered>, ...ShippedColumn<Numbered>[]] = [
  {
    id: "model",
    title: "Model",
    sort: ({ model }) => model,
    cell: ({ model, work }) => (work === "LoRA" ? `${model}, LoRA` : model),
  },
  {
    id: "parameters",
    title: "Size",
    unit: "parameters",
    isNumber: true,
    sort: ({ parameters }) => parameters,
    cell: ({ parameters }) => (parameters === null ? unknown : readableText(readable(parameters))),
  },
  {
    id: "card",
    title: "Cards",
    sort: ({ card }) => card,
    cell: (row) => (
      <span className="measurement-cards">
        {row.cards === null ? "" : `${exact(row.cards)} × `}
        {row.card}
        {row.accelerator === null && row.card !== NOT_STATED && <small>not in the catalogue</small>}
      </span>
    ),
  },
  { id: "format", title: "Format", sort: ({ format }) => format, cell: ({ format }) => format ?? unknown },
  {
    id: "sequence",
    title: "Context",
    unit: "tokens",
    isNumber: true,
    sort: ({ sequence }) => sequence,
    cell: ({ sequence }) => whole(sequence),
  },
  {
    id: "batch",
    title: "Batch",
    unit: "sequences",
    isNumber: true,
    sort: ({ batch }) => batch,
    cell: ({ batch }) => whole(batch),
  },
  {
    id: "throughput",
    title: "Throughput",
    unit: "tokens/s a card",
    isNumber: true,
    sort: ({ tokensPerSecond }) => tokensPerSecond,
    cell: ({ tokensPerSecond }) => whole(tokensPerSecond === null ? null : Math.round(tokensPerSecond)),
  },
  {
    id: "minutes",
    title: "Whole run",
    unit: "minutes",
    isNumber: true,
    sort: ({ minutes }) => minutes,
    cell: ({ minutes }) => (minutes === null ? unknown : fixed(minutes, 2)),
  },
  {
    id: "modelUtilisation",
    title: "Model utilisation",
    unit: "% of the peak",
    isNumber: true,
    firstDown: true,
    sort: ({ modelUtilisation }) => modelUtilisation,
    cell: ({ modelUtilisation, isRecomputed }) => (
      <>
        {isRecomputed && modelUtilisation !== null && <span className="measurement-worked">worked out </span>}
        {percent(modelUtilisation)}
      </>
    ),
  },
  {
    id: "hardwareUtilisation",
    title: "Hardware utilisation",
    unit: "% of the peak",
    isNumber: true,
    firstDown: true,
    sort: ({ hardwareUtilisation }) => hardwareUtilisation,
    cell: ({ hardwareUtilisation }) => percent(hardwareUtilisation),
  },
  {
    id: "source",
    title: "Source",
    sort: (row) => sourceOf(row)?.title ?? row.source,
    cell: (row) => (
      <span
        className="catalogue-source measurement-source"
        title={[sourceOf(row)?.note, row.note].filter(Boolean).join(" ")}
      >
        {sourceOf(row)?.title ?? row.source}, {row.date === null ? "no date" : dateWords(row.date)}
      </span>
    ),
  },
];

/** What others have measured of cards. */
export function MeasurementPage({ choose }: { readonly choose: ReactNode }) {
  return (
    <ShippedPage
      choose={choose}
      many="measurements"
      rows={rows}
      idOf={({ number }) => String(number)}
      words={(row) =>
        `${row.model} ${row.work} ${row.card} ${cardOf(row)} ${row.format ?? ""} ${sourceOf(row)?.title ?? ""}`
      }
      columns={columns}
      firstOrder={{ column: "modelUtilisation", down: true }}
      foot={
        <>
          Shares are of the dense peak of the run’s own format: of the fp8 peak where it computed in fp8. Model
          utilisation counts the operations that the model needs, hardware utilisation also those that were computed
          again; the two are never compared. “Worked out” is 6 operations a parameter and token, of a throughput that
          the source states. A dash says that the source does not say, or that the card, its peak or the operations are
          not known well enough.
          {Object.values(measurements.sources).map(({ title, url, note }) => (
            <span key={title} className="measurement-origin">
              {title}
              {url !== null && (
                <>
                  , <span className="measurement-address">{url}</span>
                </>
              )}
              {note !== null && `. ${note}`}
            </span>
          ))}
        </>
      }
    />
  );
}
