import type { DocumentPath } from "./fault.ts";
import { memberOf } from "./value-at.ts";

/** A place of the document, and the places inside it of which something is known. */
interface Mark {
  removed: boolean;
  readonly inside: Map<string | number, Mark>;
}

/** What is to be taken out of a document, and the document without it. */
export class Removal {
  readonly #raw: unknown;
  readonly #root: Mark = unmarked();

  constructor(raw: unknown) {
    this.#raw = raw;
  }

  /**
   * Takes out what stands at `path`, or, where nothing stands there (any more), what it is missing from. The plan
   * itself stays.
   */
  add(path: DocumentPath): void {
    let mark = this.#root;
    let value = this.#raw;
    for (const [depth, step] of path.entries()) {
      if (!holds(value, step)) {
        if (depth > 0) mark.removed = true;
        return;
      }
      const known = mark.inside.get(step);
      if (known?.removed === true) {
        if (depth > 0) mark.removed = true;
        return;
      }
      const next = known ?? unmarked();
      mark.inside.set(step, next);
      mark = next;
      value = memberOf(value, step);
    }
    if (path.length > 0) mark.removed = true;
  }

  /** Whether anything at or inside `path` is taken out. */
  touches(path: DocumentPath): boolean {
    let mark: Mark | undefined = this.#root;
    for (const step of path) mark = mark?.inside.get(step);
    return mark !== undefined && anyRemoved(mark);
  }

  /** The document without what is taken out, and the way back from a place in it to the place in the whole. */
  apply(): { readonly left: unknown; readonly original: (path: DocumentPath) => DocumentPath } {
    const indices = new WeakMap<object, number[]>();
    const left = without(this.#raw, this.#root, indices);
    const original = (path: DocumentPath): DocumentPath => {
      let value = left;
      return path.map((step) => {
        const kept = typeof value === "object" && value !== null ? indices.get(value) : undefined;
        value = memberOf(value, step);
        return typeof step === "number" ? (kept?.[step] ?? step) : step;
      });
    };
    return { left, original };
  }
}

const unmarked = (): Mark => ({ removed: false, inside: new Map() });

const anyRemoved = (mark: Mark): boolean => mark.removed || [...mark.inside.values()].some(anyRemoved);

const holds = (value: unknown, step: string | number): boolean =>
  typeof value === "object" && value !== null && Object.hasOwn(value, step);

/** A copy of `value` without what `mark` takes out; parts of which nothing is known are not copied. */
function without(value: unknown, mark: Mark, indices: WeakMap<object, number[]>): unknown {
  if (mark.inside.size === 0 || typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    const kept = value.flatMap((_, index) => (mark.inside.get(index)?.removed === true ? [] : [index]));
    const left = kept.map((index) => without(value[index], mark.inside.get(index) ?? unmarked(), indices));
    indices.set(left, kept);
    return left;
  }
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => mark.inside.get(key)?.removed !== true)
      .map(([key, inner]) => [key, without(inner, mark.inside.get(key) ?? unmarked(), indices)]),
  );
}
