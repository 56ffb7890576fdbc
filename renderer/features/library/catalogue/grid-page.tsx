import type { ReactNode } from "react";
import type { Grid } from "../../../../shared/energy/grid.ts";
import { dateWords } from "../../../../shared/sheet/text/words.ts";
import { exact } from "../../../../shared/units/format/exact.ts";
import { catalogue } from "../../../estimating/catalogue.ts";
import { type ShippedColumn, ShippedPage } from "./shipped-page.tsx";

const kinds: Readonly<Record<Grid["kind"], string>> = { country: "country", cloudRegion: "region of a cloud" };
const bases: Readonly<Record<Grid["basis"], string>> = { location: "of the place", market: "of contracts" };

const columns: readonly [ShippedColumn<Grid>, ...ShippedColumn<Grid>[]] = [
  { id: "name", title: "Grid", sort: ({ name }) => name, cell: ({ name }) => name },
  { id: "kind", title: "Kind", sort: ({ kind }) => kinds[kind], cell: ({ kind }) => kinds[kind] },
  { id: "id", title: "Id in plans", sort: ({ id }) => id, cell: ({ id }) => <code>{id}</code> },
  {
    id: "intensity",
    title: "Intensity",
    unit: "g CO2e a kWh",
    isNumber: true,
    sort: ({ gramsPerKilowattHour }) => gramsPerKilowattHour,
    cell: ({ gramsPerKilowattHour }) => exact(gramsPerKilowattHour),
  },
  { id: "basis", title: "Basis", sort: ({ basis }) => bases[basis], cell: ({ basis }) => bases[basis] },
  {
    id: "date",
    title: "Date",
    firstDown: true,
    sort: ({ date }) => date,
    cell: ({ date }) => (date === null ? <span className="quiet">no date</span> : dateWords(date)),
  },
  { id: "source", title: "Source", sort: ({ source }) => source, cell: ({ source }) => source },
];

/** How much CO2e a kilowatt-hour stands for, by grid. */
export function GridPage({ choose }: { readonly choose: ReactNode }) {
  return (
    <ShippedPage
      choose={choose}
      many="grids"
      rows={catalogue.grids}
      idOf={({ id }) => id}
      words={({ id, name, kind, source }) => `${id} ${name} ${kinds[kind]} ${source}`}
      columns={columns}
      foot="An intensity of the place is that of the grid where the machine stands; one of contracts follows from what its owner bought. A plan names a grid in its step Project."
    />
  );
}
