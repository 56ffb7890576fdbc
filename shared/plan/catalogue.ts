/** The shipped catalogues that a plan may name by id; read from assets/catalog by the host and passed in. */
import type { Grid } from "../energy/grid.ts";
import type { Accelerator } from "../hardware/accelerator.ts";
import type { UtilisationPriors } from "../hardware/utilisation.ts";
import type { FunderLayout } from "../money/budget/funder-layout.ts";
import type { Rate } from "../money/rate.ts";

export interface Catalogue {
  readonly accelerators: readonly Accelerator[];
  readonly rates: readonly Rate[];
  readonly grids: readonly Grid[];
  readonly utilisation: UtilisationPriors;
  readonly funders: readonly FunderLayout[];
}
