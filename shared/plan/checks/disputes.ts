import type { Fault } from "../fault.ts";
import type { Check } from "./context.ts";
import { unknownName } from "./unknown-name.ts";

/** A dispute names an experiment, one sweep of it, and something that it reads otherwise. */
export const checkDisputes: Check = ({ document, names, lacks }) =>
  (document.disputes ?? []).flatMap((dispute, index): Fault[] => {
    const path = ["disputes", index];
    const faults: Fault[] = [];
    if (Object.keys(dispute.instead).length === 0 && !lacks([...path, "instead"])) {
      faults.push({
        path: [...path, "instead"],
        message: "The dispute reads nothing otherwise",
        value: dispute.instead,
        allowed: "some of model, training, hardware, axes and repeats",
      });
    }
    if (!names.experiments.has(dispute.experiment)) {
      faults.push(unknownName([...path, "experiment"], dispute.experiment, "experiment", names.experiments));
    }
    const at = document.experiments.findIndex(({ id }) => id === dispute.experiment);
    const experiment = document.experiments[at];
    if (experiment === undefined || lacks(["experiments", at])) return faults;
    const ids = experiment.sweeps.flatMap(({ id }) => (id === undefined ? [] : [id]));
    if (dispute.sweep !== undefined) {
      if (!ids.includes(dispute.sweep)) {
        faults.push(unknownName([...path, "sweep"], dispute.sweep, `sweep of ${experiment.id}`, ids));
      }
    } else if (experiment.sweeps.length > 1) {
      faults.push({
        path: [...path, "sweep"],
        message: `${experiment.id} has ${experiment.sweeps.length} sweeps, and the dispute does not say which it reads otherwise`,
        value: undefined,
        allowed: ids.length === 0 ? "the id of a sweep; none of them has one yet" : ids.join(", "),
        hint: "Write sweep and the id of the sweep.",
      });
    }
    return faults;
  });
