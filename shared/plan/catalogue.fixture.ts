/** The shipped catalogues, as a host reads them. */
import { z } from "zod";
import { gridSchema } from "../energy/grid.ts";
import { acceleratorSchema } from "../hardware/accelerator.ts";
import { utilisationPriorsSchema } from "../hardware/utilisation.ts";
import { funderLayoutSchema } from "../money/budget/funder-layout.ts";
import { rateSchema } from "../money/rate.ts";
import type { Catalogue } from "./catalogue.ts";

/** @param read the text of a file below assets/, which only a test may open */
export function shippedCatalogue(read: (path: string) => string): Catalogue {
  const rows = (name: string): unknown => JSON.parse(read(`catalog/${name}.json`));
  return {
    accelerators: z.array(acceleratorSchema).parse(rows("accelerators")),
    rates: z.array(rateSchema).parse(rows("rates")),
    grids: z.array(gridSchema).parse(rows("grids")),
    utilisation: utilisationPriorsSchema.parse(rows("utilisation")),
    funders: z.array(funderLayoutSchema).parse(rows("funders")),
  };
}
