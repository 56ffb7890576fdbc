/** What the tables of accelerators show of a card, one's own or shipped. */
import type { ReactNode } from "react";
import type { Accelerator } from "../../../../shared/hardware/accelerator.ts";
import type { NumberFormat } from "../../../../shared/hardware/number-format.ts";
import { dateWords } from "../../../../shared/sheet/text/words.ts";
import { exact } from "../../../../shared/units/format/exact.ts";
import { catalogue } from "../../../estimating/catalogue.ts";
import { shownNumber } from "../../../fields/typed-number.ts";
import { Aligned, longestOf } from "../../../sheet/aligned.tsx";
import type { SortValue } from "../table/arrange.ts";
import type { Head } from "../table/sort-head.tsx";

export interface CardColumn extends Head {
  readonly sort: (card: Accelerator) => SortValue;
  readonly cell: (card: Accelerator) => ReactNode;
}

type Marked = Accelerator["unverified"][number];

interface CardFigureProps {
  readonly card: Accelerator;
  readonly value: number | null;
  /** 10^`exponent` of the value is the unit that is shown. */
  readonly exponent?: number;
  readonly mark: Marked | null;
  /** Of a column: the text with the most decimals. */
  readonly longest?: string;
}

/** A figure of a card: a dash where nobody is known to say, and a mark where it was not found in a source. */
export function CardFigure({ card, value, exponent = 0, mark, longest = "" }: CardFigureProps) {
  if (value === null) return <span className="quiet">–</span>;
  const isUnverified = mark !== null && card.unverified.includes(mark);
  return (
    <>
      {isUnverified && <span className="catalogue-unverified">unverified</span>}{" "}
      <Aligned text={shownFigure(value, exponent)} longest={longest} />
    </>
  );
}

export const shownFigure = (value: number, exponent: number): string => exact(Number(shownNumber(value, exponent)));

const longestPeak = (format: NumberFormat): string =>
  longestOf(
    catalogue.accelerators.flatMap(({ densePeak }) => {
      const value = densePeak[format] ?? null;
      return value === null ? [] : [shownFigure(value, 12)];
    }),
  );

const peak = (format: NumberFormat, title: string, longest = longestPeak(format)): CardColumn => ({
  id: format,
  title,
  unit: "dense TFLOP/s",
  isNumber: true,
  firstDown: true,
  sort: (card) => card.densePeak[format] ?? null,
  cell: (card) => (
    <CardFigure
      card={card}
      value={card.densePeak[format] ?? null}
      exponent={12}
      mark={`densePeak.${format}`}
      longest={longest}
    />
  ),
});

export const cardColumns: readonly CardColumn[] = [
  {
    id: "vendor",
    title: "Maker",
    sort: ({ vendor }) => vendor,
    cell: ({ vendor }) => vendor ?? <span className="quiet">–</span>,
  },
  {
    id: "year",
    title: "Year",
    isNumber: true,
    firstDown: true,
    sort: ({ releaseYear }) => releaseYear,
    cell: ({ releaseYear }) => releaseYear ?? <span className="quiet">–</span>,
  },
  peak("bf16", "bf16"),
  peak("fp8", "fp8"),
  {
    id: "memory",
    title: "Memory",
    unit: "GB",
    isNumber: true,
    firstDown: true,
    sort: ({ marketedMemoryGB }) => marketedMemoryGB,
    cell: (card) => <CardFigure card={card} value={card.marketedMemoryGB} mark="marketedMemoryGB" />,
  },
  {
    id: "bandwidth",
    title: "Bandwidth",
    unit: "GB/s",
    isNumber: true,
    firstDown: true,
    sort: ({ bandwidthBytesPerSecond }) => bandwidthBytesPerSecond,
    cell: (card) => (
      <CardFigure card={card} value={card.bandwidthBytesPerSecond} exponent={9} mark="bandwidthBytesPerSecond" />
    ),
  },
  {
    id: "power",
    title: "Power",
    unit: "W",
    isNumber: true,
    firstDown: true,
    sort: ({ tdpWatts }) => tdpWatts,
    cell: (card) => <CardFigure card={card} value={card.tdpWatts} mark="tdpWatts" />,
  },
  {
    id: "node",
    title: "Node",
    unit: "cards",
    isNumber: true,
    sort: ({ cardsPerNode }) => cardsPerNode,
    cell: (card) => <CardFigure card={card} value={card.cardsPerNode} mark="cardsPerNode" />,
  },
  {
    id: "source",
    title: "Source",
    sort: ({ date }) => date,
    cell: ({ sources, date }) => {
      const [first] = sources;
      if (first === undefined) return <span className="quiet">none stated</span>;
      return (
        <span className="catalogue-source" title={sources.map(({ title }) => title).join("; ")}>
          {first.title}
          {date === null ? ", no date" : `, ${dateWords(date)}`}
        </span>
      );
    },
  },
];
