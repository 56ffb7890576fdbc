/** The shipped fits, as a host reads them. */
import { z } from "zod";
import { type ScalingFit, scalingFitSchema } from "./fit.ts";

/** @param text of assets/catalog/scaling-laws.json, which only a test may open */
export function shippedFits(text: string): {
  readonly all: readonly ScalingFit[];
  readonly named: (id: string) => ScalingFit;
} {
  const all = z.array(scalingFitSchema).parse(JSON.parse(text));
  const named = (id: string): ScalingFit => {
    const found = all.find((one) => one.id === id);
    if (found === undefined) throw new RangeError(`no fit ${id}`);
    return found;
  };
  return { all, named };
}
