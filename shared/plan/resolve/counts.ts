/** How many runs share one class: labels, and counts that may be in doubt or depend on another axis. */
import { axisKind } from "../axis-kind.ts";
import type { Amount } from "../resolved.ts";
import type { PlacedAxis } from "../sweep-source.ts";
import { type Digits, settingAt } from "./combinations.ts";
import type { Inputs } from "./inputs.ts";
import type { SettingAxis } from "./settings.ts";

/** A count by the setting of another axis. */
interface DependentCount {
  readonly axis: number;
  readonly amounts: readonly Amount[];
}

export class RunCounts {
  /** Product of the lengths of the lists of labels. */
  readonly labels: number;
  readonly #fixed: readonly Amount[];
  readonly #dependent: readonly DependentCount[];

  constructor(axes: readonly PlacedAxis[], settings: readonly SettingAxis[], inputs: Inputs) {
    let labels = 1;
    const fixed: Amount[] = [];
    const dependent: DependentCount[] = [];
    for (const { name, axis, path } of axes) {
      const kind = axisKind(name, axis);
      if (kind.kind === "labels" && !settings.some((setting) => setting.name === name)) labels *= kind.labels.length;
      if (kind.kind === "count") fixed.push(inputs.amount(kind.count, path));
      if (kind.kind !== "table") continue;
      const { by, counts, otherwise } = kind.table;
      const position = settings.findIndex((setting) => setting.name === by);
      const amounts = (settings[position]?.settings ?? []).map(({ value }) => {
        const key = String(value);
        const own = Object.hasOwn(counts, key) ? counts[key] : undefined;
        if (own !== undefined) return inputs.amount(own, [...path, "counts", key]);
        return otherwise === undefined ? NONE : inputs.amount(otherwise, [...path, "otherwise"]);
      });
      dependent.push({ axis: position, amounts });
    }
    this.labels = labels;
    this.#fixed = fixed;
    this.#dependent = dependent;
  }

  /** The counts of one combination; the same list for all where no count depends on an axis. */
  at(digits: Digits): readonly Amount[] {
    if (this.#dependent.length === 0) return this.#fixed;
    return [...this.#fixed, ...this.#dependent.map(({ axis, amounts }) => amounts[digits[axis] ?? 0] ?? NONE)];
  }
}

const NONE: Amount = { likely: 0, input: null };

/** The label of the variant row that a combination takes its model from; null where no row sets fields of the model. */
export function variantLabel(axes: readonly SettingAxis[], digits: Digits): string | null {
  for (const [index, { kind }] of axes.entries()) {
    const setting = kind === "variant" ? settingAt(axes, digits, index) : undefined;
    if (setting?.fields.model !== undefined) return String(setting.value);
  }
  return null;
}
