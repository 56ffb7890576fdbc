import type { ReactNode } from "react";
import type { PublishedModel } from "../../../../shared/models/published-model.ts";
import { dateWords } from "../../../../shared/sheet/text/words.ts";
import { exact } from "../../../../shared/units/format/exact.ts";
import { readable } from "../../../../shared/units/format/readable.ts";
import { ReadableNumber } from "../../../components/readable-number.tsx";
import { publishedModels } from "../../../estimating/published-models.ts";
import { shapeWords } from "./shape-words.ts";
import { type ShippedColumn, ShippedPage } from "./shipped-page.tsx";

type Marked = PublishedModel["unverified"][number];

const quiet = <span className="quiet">–</span>;

/** A figure of a row: a dash where nobody published it, and a mark where it was not found in a source. */
function figure(row: PublishedModel, value: number | null, mark: Marked, unit = ""): ReactNode {
  if (value === null) return quiet;
  return (
    <>
      {row.unverified.includes(mark) && <span className="catalogue-unverified">unverified</span>}{" "}
      <ReadableNumber value={readable(value)} exact={`${exact(value)}${unit}`} />
    </>
  );
}

const columns: readonly [ShippedColumn<PublishedModel>, ...ShippedColumn<PublishedModel>[]] = [
  { id: "name", title: "Model", sort: ({ name }) => name, cell: ({ name }) => name },
  {
    id: "parameters",
    title: "Parameters",
    isNumber: true,
    firstDown: true,
    sort: ({ parameters }) => parameters,
    cell: (row) => figure(row, row.parameters, "parameters"),
  },
  {
    id: "active",
    title: "Active",
    isNumber: true,
    firstDown: true,
    sort: ({ activeParameters }) => activeParameters,
    cell: (row) => figure(row, row.activeParameters, "parameters"),
  },
  {
    id: "shape",
    title: "Shape",
    sort: ({ model }) => model?.layers ?? null,
    cell: (row) => (
      <span className="catalogue-shape">
        {row.unverified.includes("model") && <span className="catalogue-unverified">unverified</span>}
        {row.model === null ? quiet : shapeWords(row.model)}
      </span>
    ),
  },
  {
    id: "tokens",
    title: "Tokens",
    isNumber: true,
    firstDown: true,
    sort: ({ tokens }) => tokens,
    cell: (row) => figure(row, row.tokens, "tokens"),
  },
  {
    id: "hours",
    title: "Card-hours",
    isNumber: true,
    firstDown: true,
    sort: ({ cardHours }) => cardHours,
    cell: (row) => figure(row, row.cardHours, "cardHours", " h"),
  },
  {
    id: "cards",
    title: "Cards",
    sort: ({ cards }) => cards?.name ?? null,
    cell: ({ cards, unverified }) =>
      cards === null ? (
        quiet
      ) : (
        <>
          {unverified.includes("cards") && <span className="catalogue-unverified">unverified</span>}
          {cards.count === null ? cards.name : `${exact(cards.count)} × ${cards.name}`}
        </>
      ),
  },
  {
    id: "utilisation",
    title: "Utilisation",
    unit: "%",
    isNumber: true,
    firstDown: true,
    sort: ({ utilisation }) => utilisation,
    cell: ({ utilisation }) => (utilisation === null ? quiet : (utilisation * 100).toFixed(1)),
  },
  {
    id: "released",
    title: "Released",
    firstDown: true,
    sort: ({ released }) => released,
    cell: ({ released }) =>
      released === null ? (
        <span className="quiet">no date</span>
      ) : (
        <span className="catalogue-date">{dateWords(released)}</span>
      ),
  },
  {
    id: "source",
    title: "Source",
    sort: ({ sources }) => sources[0] ?? null,
    cell: ({ sources, date, note }) => (
      <span className="catalogue-source is-wide">
        {sources.join("; ")}, read {dateWords(date)}
        {note !== null && <span className="catalogue-model-note">{note}</span>}
      </span>
    ),
  },
];

/** The models that were published with their shapes, to read; a plan takes one in its step Experiments. */
export function ModelPage({ choose }: { readonly choose: ReactNode }) {
  return (
    <ShippedPage
      choose={choose}
      many="models"
      rows={publishedModels}
      idOf={({ id }) => id}
      words={({ id, name, cards, sources, note }) =>
        [id, name, cards?.name, ...sources, note].filter(Boolean).join(" ")
      }
      columns={columns}
      foot="Parameters as published, rounded where they were. A dash says that these sources do not have it; figures marked unverified were recalled and not found in a source. A plan takes a model in its step Experiments: “A published model” in the model of a sweep."
    />
  );
}
