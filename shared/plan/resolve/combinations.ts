/** All combinations of the settings of some axes, and a memory of what was made of those of each group of fields. */
import type { Group } from "../fields.ts";
import { type Merged, mergeOver } from "./merge.ts";
import type { Setting, SettingAxis } from "./settings.ts";

/** One combination: for each axis the index of its setting. Reused by the loop: read it, do not keep it. */
export type Digits = readonly number[];

/** How many combinations there are; 1 without any axis. */
export const combinationCount = (axes: readonly SettingAxis[]): number =>
  axes.reduce((product, { settings }) => product * settings.length, 1);

/** Calls `visit` with every combination, the last axis turning fastest. */
export function forEachCombination(axes: readonly SettingAxis[], visit: (digits: Digits) => void): void {
  const digits = axes.map(() => 0);
  const total = combinationCount(axes);
  for (let index = 0; index < total; index++) {
    visit(digits);
    for (let axis = axes.length - 1; axis >= 0; axis--) {
      const next = (digits[axis] ?? 0) + 1;
      digits[axis] = next < (axes[axis]?.settings.length ?? 0) ? next : 0;
      if (digits[axis] !== 0) break;
    }
  }
}

/** The setting of axis `axis` in a combination. */
export const settingAt = (axes: readonly SettingAxis[], digits: Digits, axis: number): Setting | undefined =>
  axes[axis]?.settings[digits[axis] ?? 0];

/** The fields of one group in every combination: made once for all combinations that agree in the axes that set them. */
export class GroupFields {
  readonly #group: Group;
  readonly #base: Merged;
  readonly #axes: readonly SettingAxis[];
  /** Positions, among the axes, of those that set fields of the group. */
  readonly #own: readonly number[];

  constructor(group: Group, base: Merged, axes: readonly SettingAxis[]) {
    this.#group = group;
    this.#base = base;
    this.#axes = axes;
    this.#own = axes.flatMap(({ groups }, index) => (groups.has(group) ? [index] : []));
  }

  /** How many different keys there are. */
  get keys(): number {
    return this.#own.reduce((product, axis) => product * (this.#axes[axis]?.settings.length ?? 1), 1);
  }

  /** A number that two combinations share exactly when they agree in the group's fields. */
  key(digits: Digits): number {
    let key = 0;
    for (const axis of this.#own) key = key * (this.#axes[axis]?.settings.length ?? 1) + (digits[axis] ?? 0);
    return key;
  }

  /** What the levels of the sweep state; the same object for sweeps that add nothing to what is farther away. */
  get base(): Merged {
    return this.#base;
  }

  /** A text that combinations of any sweeps share when their axes set the same. */
  signature(digits: Digits): string {
    return this.#own.map((axis) => settingAt(this.#axes, digits, axis)?.signature).join("\n");
  }

  merged(digits: Digits): Merged {
    return this.#own.reduce<Merged>((far, axis) => {
      const near = settingAt(this.#axes, digits, axis)?.fields[this.#group];
      return near === undefined ? far : mergeOver(this.#group, far, near);
    }, this.#base);
  }
}
