import type { Check } from "./context.ts";
import { statedCards } from "./stated-cards.ts";
import { unknownName } from "./unknown-name.ts";

/** A cluster has a card that is known, and ends no sooner than it starts. */
export const checkClusters: Check = (context) => [...cardFaults(context), ...endFaults(context)];

/** A cluster that states no start starts on the plan's own day. Days as YYYY-MM-DD compare as texts. */
const endFaults: Check = ({ document: { clusters = [], date }, lacks }) =>
  clusters.flatMap(({ start, end }, index) =>
    date === undefined || start !== undefined || lacks(["clusters", index, "start"]) || end === undefined || date <= end
      ? []
      : [
          {
            path: ["clusters", index, "end"],
            message: "The end is before the day of the plan, on which the cluster starts",
            value: end,
            allowed: `a day from the plan's date on, ${date}; or a start of the cluster's own`,
            hint: null,
          },
        ],
  );

/** The card of a cluster is one of the catalogue, or one that the plan writes down itself. */
const cardFaults: Check = ({ document, catalogue, sweeps }) => {
  const known = new Set([...catalogue.accelerators.map(({ id }) => id), ...statedCards(sweeps)]);
  return (document.clusters ?? []).flatMap(({ accelerator }, index) =>
    accelerator === undefined || known.has(accelerator)
      ? []
      : [unknownName(["clusters", index, "accelerator"], accelerator, "accelerator", known)],
  );
};
