/** Making a mapping of members as they are read, with the two rules that every mapping of a document has. */
import type { DocumentPath } from "../fault.ts";
import { shorten } from "./document-path.ts";
import type { PlacedFault, SourceNode, Span } from "./source.ts";

const LONGEST = 60;

/**
 * A mapping under construction. A key that stands twice, and the key `__proto__`, which JavaScript would take for
 * something else, get a fault and are left out; of equal keys the first counts.
 */
export class Mapping {
  readonly members = new Map<string, SourceNode>();
  readonly value: Record<string, unknown> = {};
  readonly #path: DocumentPath;
  readonly #faults: PlacedFault[];

  constructor(path: DocumentPath, faults: PlacedFault[]) {
    this.#path = path;
    this.#faults = faults;
  }

  /** Whether `key`, written at `span`, may be added; pushes the fault if not. */
  accepts(key: string, span: Span): boolean {
    const first = this.members.get(key);
    if (first === undefined && key !== "__proto__") return true;
    const twice = first !== undefined;
    this.#faults.push({
      path: [...this.#path, key],
      at: span,
      message: twice ? `The key ${shorten(key, LONGEST)} stands twice in the same mapping` : "This key cannot be used",
      value: shorten(JSON.stringify(key), LONGEST),
      allowed: twice ? "every key once" : "any other key",
      hint: twice ? "Keep one of the two." : null,
      edit: null,
    });
    return false;
  }

  add(key: string, node: SourceNode): void {
    this.members.set(key, node);
    this.value[key] = node.value;
  }
}
