import type { Check } from "./context.ts";
import { unknownName } from "./unknown-name.ts";

/** `maxParallel.per` names axes of its sweep. */
export const checkMaxParallel: Check = ({ document, lacks }) =>
  document.experiments.flatMap(({ sweeps }, experiment) =>
    sweeps.flatMap((sweep, index) => {
      const path = ["experiments", experiment, "sweeps", index];
      if (lacks([...path, "axes"])) return [];
      const names = Object.keys(sweep.axes ?? {});
      return (sweep.maxParallel?.per ?? []).flatMap((name, at) =>
        names.includes(name)
          ? []
          : [unknownName([...path, "maxParallel", "per", at], name, "axis of this sweep", names)],
      );
    }),
  );
