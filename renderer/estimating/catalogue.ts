/** The catalogues that plans may name, as shipped; that every row is what its schema says is tested with the back end. */
import accelerators from "../../assets/catalog/accelerators.json";
import funders from "../../assets/catalog/funders.json";
import grids from "../../assets/catalog/grids.json";
import rates from "../../assets/catalog/rates.json";
import utilisation from "../../assets/catalog/utilisation.json";
import type { Grid } from "../../shared/energy/grid.ts";
import type { Accelerator } from "../../shared/hardware/accelerator.ts";
import type { UtilisationPriors } from "../../shared/hardware/utilisation.ts";
import type { FunderLayout } from "../../shared/money/budget/funder-layout.ts";
import type { Rate } from "../../shared/money/rate.ts";
import type { Catalogue } from "../../shared/plan/catalogue.ts";

export const catalogue: Catalogue = {
  accelerators: accelerators as readonly Accelerator[],
  grids: grids as readonly Grid[],
  rates: rates as readonly Rate[],
  utilisation: utilisation as UtilisationPriors,
  funders: funders as readonly FunderLayout[],
};
