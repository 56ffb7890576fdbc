import type { Check } from "./context.ts";
import { statedCards } from "./stated-cards.ts";
import { unknownName } from "./unknown-name.ts";

/** The card of a cluster is one of the catalogue, or one that the plan writes down itself. */
export const checkClusters: Check = ({ document, catalogue, sweeps }) => {
  const known = new Set([...catalogue.accelerators.map(({ id }) => id), ...statedCards(sweeps)]);
  return (document.clusters ?? []).flatMap(({ accelerator }, index) =>
    accelerator === undefined || known.has(accelerator)
      ? []
      : [unknownName(["clusters", index, "accelerator"], accelerator, "accelerator", known)],
  );
};
