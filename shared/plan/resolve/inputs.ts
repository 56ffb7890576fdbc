/** The numbers of a plan that nobody knows exactly, each registered once however often it is used. */
import { isUse, type Quantity, type Range } from "../../ranges/quantity.ts";
import type { PlanDocument } from "../document.ts";
import type { DocumentPath } from "../fault.ts";
import type { Amount, UncertainInput } from "../resolved.ts";
import { pathText } from "../text/document-path.ts";
import { rangeTitle, variableTitle } from "./input-titles.ts";

/** What an amount is when its variable is missing, which is a fault of its own. */
const UNKNOWN: Amount = { likely: Number.NaN, input: null };

export class Inputs {
  readonly list: UncertainInput[] = [];
  readonly #document: PlanDocument;
  /** By the place of the range. */
  readonly #index = new Map<string, number>();

  constructor(document: PlanDocument) {
    this.#document = document;
  }

  /** The amount that `quantity`, standing at `path`, is. A range whose three numbers are equal is certain. */
  amount(quantity: Quantity, path: DocumentPath): Amount {
    if (typeof quantity === "number") return { likely: quantity, input: null };
    if (!isUse(quantity)) return this.#uncertain(quantity, pathText(path), () => rangeTitle(this.#document, path));
    const { variables = {} } = this.#document;
    const range = Object.hasOwn(variables, quantity.use) ? variables[quantity.use] : undefined;
    if (range === undefined) return UNKNOWN;
    const place = pathText(["variables", quantity.use]);
    return this.#uncertain(range, place, () => variableTitle(quantity.use), quantity.use);
  }

  #uncertain(range: Range, path: string, title: () => string, name = path): Amount {
    const { low, likely, high, source } = range;
    if (low === high) return { likely, input: null };
    let input = this.#index.get(path);
    if (input === undefined) {
      input = this.list.push({ name, title: title(), path, low, likely, high, source: source ?? null }) - 1;
      this.#index.set(path, input);
    }
    return { likely, input };
  }
}
