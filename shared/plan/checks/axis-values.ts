import type { VariantRow } from "../axes.ts";
import type { Fault } from "../fault.ts";
import type { PlacedAxis } from "../sweep-source.ts";
import { shorten } from "../text/document-path.ts";
import type { Check } from "./context.ts";

/** An axis lists rows or plain values, not both, and each of them once: a value that stands twice would count twice. */
export const checkAxisValues: Check = ({ sweeps }) => sweeps.flatMap(({ axes }) => axes.flatMap(listFaults));

const isRow = (value: unknown): value is VariantRow => typeof value === "object" && value !== null;

function listFaults({ axis, path }: PlacedAxis): Fault[] {
  if (!Array.isArray(axis)) return [];
  const first = isRow(axis[0]);
  const seen = new Map<string, number>();
  return axis.flatMap((value, index): Fault[] => {
    if (isRow(value) !== first) {
      return [
        {
          path: [...path, index],
          message: "This axis lists rows and plain values",
          value,
          allowed: first ? "rows, each with a label" : "plain values",
        },
      ];
    }
    const name = isRow(value) ? value.label : String(value);
    const earlier = seen.get(name);
    if (earlier === undefined) {
      seen.set(name, index);
      return [];
    }
    return [
      {
        path: isRow(value) ? [...path, index, "label"] : [...path, index],
        message: `${shorten(JSON.stringify(name), 40)} stands twice in this axis`,
        value: isRow(value) ? value.label : value,
        allowed: isRow(value) ? "every label once" : "every value once",
        hint: `It is number ${earlier + 1} of the list already.`,
      },
    ];
  });
}
