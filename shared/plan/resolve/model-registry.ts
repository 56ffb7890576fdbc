import { parametersOf } from "../../models/count-parameters.ts";
import type { ModelShape } from "../../models/shape.ts";
import type { ResolvedModel } from "../resolved.ts";
import { labelModels } from "./model-labels.ts";

interface Registered {
  readonly shape: ModelShape;
  /** The label of the variant row that first made it; null when no row did. */
  readonly variant: string | null;
}

/** The values of a shape as one text: equal texts are equal models. */
const keyOf = (shape: ModelShape): string =>
  Object.values(shape)
    .map((value) => (typeof value === "object" && value !== null ? JSON.stringify(value) : value))
    .join();

/** The distinct models of a plan and of its disputes, each once however many runs train it. */
export class ModelRegistry {
  readonly #models: Registered[] = [];
  readonly #numbers = new Map<string, number>();

  /** The number of `shape` in the order of registering. */
  register(shape: ModelShape, variant: string | null): number {
    const key = keyOf(shape);
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.#models.push({ shape, variant }) - 1;
    this.#numbers.set(key, number);
    return number;
  }

  /** The models of these numbers, by their parameters, labelled; and the place of each number in that list. */
  list(numbers: Iterable<number>): { readonly models: ResolvedModel[]; readonly places: ReadonlyMap<number, number> } {
    const chosen = [...new Set(numbers)].flatMap((number) => {
      const model = this.#models[number];
      return model === undefined ? [] : [{ number, parameters: parametersOf(model.shape, "total") ?? 0, ...model }];
    });
    chosen.sort((a, b) => a.parameters - b.parameters || a.number - b.number);
    const labels = labelModels(chosen);
    return {
      models: chosen.map(({ shape }, place) => ({ label: labels[place] ?? "", shape })),
      places: new Map(chosen.map(({ number }, place) => [number, place])),
    };
  }
}
