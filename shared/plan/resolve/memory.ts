import type { Merged } from "./merge.ts";

/** What was made of a group's fields, by the levels and the settings of axes that state them: sweeps share most of it. */
export class Memory<Made> {
  readonly #byBase = new Map<Merged, Map<string, Made>>();

  /** What was made before of the same, or what `make` makes now; null, which is not kept, where it cannot be made. */
  recall(base: Merged, signature: string, make: () => Made | null): Made | null {
    let bySignature = this.#byBase.get(base);
    if (bySignature === undefined) {
      bySignature = new Map();
      this.#byBase.set(base, bySignature);
    }
    const known = bySignature.get(signature);
    if (known !== undefined) return known;
    const made = make();
    if (made !== null) bySignature.set(signature, made);
    return made;
  }
}
