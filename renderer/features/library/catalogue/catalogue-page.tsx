import ToggleButton from "@mui/material/ToggleButton";
import ToggleButtonGroup from "@mui/material/ToggleButtonGroup";
import { useState } from "react";
import { catalogue } from "../../../estimating/catalogue.ts";
import { measurements } from "../../../estimating/measurements.ts";
import { publishedModels } from "../../../estimating/published-models.ts";
import { AcceleratorPage } from "./accelerator-page.tsx";
import { GridPage } from "./grid-page.tsx";
import { MeasurementPage } from "./measurement-page.tsx";
import { ModelPage } from "./model-page.tsx";
import { RatePage } from "./rate-page.tsx";
import "./catalogue.css";

type Shelf = "accelerators" | "measurements" | "rates" | "grids" | "models";

const shelves = [
  { id: "accelerators", title: "Accelerators", count: catalogue.accelerators.length },
  { id: "measurements", title: "Measurements", count: measurements.rows.length },
  { id: "rates", title: "Rental rates", count: catalogue.rates.length },
  { id: "grids", title: "Grids", count: catalogue.grids.length },
  { id: "models", title: "Models", count: publishedModels.length },
] as const satisfies readonly { readonly id: Shelf; readonly title: string; readonly count: number }[];

/** The shipped catalogues, and the accelerators that somebody added. */
export function CataloguePage() {
  const [shelf, setShelf] = useState<Shelf>("accelerators");
  const choose = (
    <ToggleButtonGroup
      value={shelf}
      aria-label="What is shown of the catalogue"
      onChange={(_, chosen: Shelf | null) => {
        if (chosen !== null) setShelf(chosen);
      }}
    >
      {shelves.map(({ id, title, count }) => (
        <ToggleButton key={id} value={id}>
          {title} <span className="catalogue-count">{count}</span>
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
  switch (shelf) {
    case "accelerators":
      return <AcceleratorPage choose={choose} />;
    case "measurements":
      return <MeasurementPage choose={choose} />;
    case "rates":
      return <RatePage choose={choose} />;
    case "grids":
      return <GridPage choose={choose} />;
    case "models":
      return <ModelPage choose={choose} />;
  }
}
