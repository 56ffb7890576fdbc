import accelerators from "../../assets/catalog/accelerators.json" with { type: "json" };
import funders from "../../assets/catalog/funders.json" with { type: "json" };
import grids from "../../assets/catalog/grids.json" with { type: "json" };
import rates from "../../assets/catalog/rates.json" with { type: "json" };
import utilisation from "../../assets/catalog/utilisation.json" with { type: "json" };
import type { Grid } from "../../shared/energy/grid.ts";
import type { Accelerator } from "../../shared/hardware/accelerator.ts";
import type { UtilisationPriors } from "../../shared/hardware/utilisation.ts";
import type { FunderLayout } from "../../shared/money/budget/funder-layout.ts";
import type { Rate } from "../../shared/money/rate.ts";
import type { Catalogue } from "../../shared/plan/catalogue.ts";

/**
 * The shipped catalogues that a plan may name by id, part of the built bundle. That every row is what its schema says is
 * checked by this file's test and not at every start of the command line, where it would take longer than the estimate.
 */
export const catalogue: Catalogue = {
  accelerators: accelerators as readonly Accelerator[],
  grids: grids as readonly Grid[],
  rates: rates as readonly Rate[],
  utilisation: utilisation as UtilisationPriors,
  funders: funders as readonly FunderLayout[],
};
