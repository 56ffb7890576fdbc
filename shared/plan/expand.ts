/** From a sweep to its run classes: the product of the axes that set something. */
import { err, ok, type Result } from "../lib/result.ts";
import { completeShape, itemsOfFields } from "../models/complete-shape.ts";
import type { ModelFields } from "../models/model-fields.ts";
import { itemsOf, type ModelItems, type ModelShape, widthOf } from "../models/shape.ts";
import type { TrainingRecipe } from "../training/recipe.ts";
import { isHoursOnly, RUN_KINDS } from "../training/run-kind.ts";
import type { Scalar } from "./axis-kind.ts";
import type { DocumentPath, Fault } from "./fault.ts";
import { type CardContext, goesByWidth, resolveCard } from "./resolve/card.ts";
import type { CardRegistry } from "./resolve/card-registry.ts";
import { type Digits, forEachCombination, GroupFields, settingAt } from "./resolve/combinations.ts";
import { RunCounts, variantLabel } from "./resolve/counts.ts";
import { placeFieldFault } from "./resolve/field-faults.ts";
import { type LayoutRegistry, resolveLayout, runCardsFault } from "./resolve/layout.ts";
import type { Memory } from "./resolve/memory.ts";
import { type Merged, mergeLevels, plainFields } from "./resolve/merge.ts";
import type { ModelRegistry } from "./resolve/model-registry.ts";
import { type SettingAxis, settingAxes } from "./resolve/settings.ts";
import { resolveRecipe, resolveTraining } from "./resolve/training.ts";
import type { Amount, ResolvedTraining, RunClass } from "./resolved.ts";
import type { SweepSource } from "./sweep-source.ts";

/** Faults that one sweep reports: where ten thousand values of an axis are wrong, they are so for one reason. */
const MOST_FAULTS = 1_000;

interface Model {
  readonly number: number;
  readonly shape: ModelShape;
}

interface Recipe {
  readonly recipe: TrainingRecipe;
  readonly merged: Merged;
  /** By the number of the model. */
  readonly trainings: Map<number | null, ResolvedTraining>;
}

/** What the sweeps of a plan and of its disputes share while they are expanded. */
export interface Expansion extends CardContext {
  readonly models: ModelRegistry;
  readonly cards: CardRegistry;
  readonly layouts: LayoutRegistry;
  readonly made: {
    readonly models: Memory<Model>;
    readonly recipes: Readonly<Record<ModelItems, Memory<Recipe>>>;
    readonly cards: Readonly<Record<ModelItems, Memory<number>>>;
  };
}

/**
 * The run classes of `source`, whose models and cards are those of the expansion's registries, or every fault of the
 * sweep. The order is that of the axes, the last turning fastest.
 */
export function expandSweep(source: SweepSource, expansion: Expansion): Result<RunClass[], Fault[]> {
  const axes = settingAxes(source.axes);
  const parts = new SweepParts(source, axes, expansion);
  const counts = new RunCounts(source.axes, axes, expansion.inputs);
  const { repeats, earlyStopped, probability, sharedWith } = sharedFields(source, expansion);
  const classes: RunClass[] = [];
  forEachCombination(axes, (digits) => {
    const made = parts.at(digits);
    if (made === null) return;
    const values = source.axes.map((): Scalar => null);
    for (let axis = 0; axis < axes.length; axis++) {
      values[axes[axis]?.position ?? 0] = settingAt(axes, digits, axis)?.value ?? null;
    }
    classes.push({
      experiment: source.at.experiment,
      sweep: source.at.sweep,
      model: made.model,
      card: made.card,
      layout: made.layout,
      values,
      training: made.training,
      labels: counts.labels,
      counts: counts.at(digits),
      repeats,
      earlyStopped,
      probability,
      sharedWith,
    });
  });
  return parts.faults.length === 0 ? ok(classes) : err(parts.faults);
}

/** The model, training and card of every combination, each made once however many combinations and sweeps share it. */
class SweepParts {
  readonly faults: Fault[] = [];
  readonly #source: SweepSource;
  readonly #axes: readonly SettingAxis[];
  readonly #expansion: Expansion;
  readonly #model: GroupFields;
  readonly #training: GroupFields;
  readonly #hardware: GroupFields;
  /** Whether anything says what kind of runs these are: few sweeps do. */
  readonly #statesKind: boolean;
  /** By the numbers of the combinations, which are quicker than their signatures. */
  readonly #models = new Map<number, Model | null>();
  readonly #recipes = new Map<number, Recipe | null>();
  readonly #byWidth = new Map<number, boolean>();
  readonly #cards = new Map<number, number | null>();
  readonly #layouts = new Map<number, number>();
  readonly #cardsByWidth = new Map<string, number | null>();

  constructor(source: SweepSource, axes: readonly SettingAxis[], expansion: Expansion) {
    this.#source = source;
    this.#axes = axes;
    this.#expansion = expansion;
    this.#model = new GroupFields("model", mergeLevels("model", source.levels), axes);
    this.#training = new GroupFields("training", mergeLevels("training", source.levels), axes);
    this.#hardware = new GroupFields("hardware", mergeLevels("hardware", source.levels), axes);
    this.#statesKind =
      this.#training.base.runKind !== undefined ||
      axes.some(({ settings }) => settings.some(({ fields }) => fields.training?.runKind !== undefined));
  }

  /** The parts of one combination; null where one of them is faulty. */
  at(digits: Digits): Pick<RunClass, "model" | "training" | "card" | "layout"> | null {
    if (this.#statesKind && this.#isHoursOnly(digits)) return this.#withoutModel(digits);
    const model = remembered(this.#models, this.#model.key(digits), () => this.#makeModel(digits));
    const items = model === null ? this.#statedItems(digits) : itemsOf(model.shape);
    // Recipes and cards depend on the items of the model, too: each key is doubled to make room for it.
    const ofItems = items === "examples" ? 1 : 0;
    const recipe = remembered(this.#recipes, this.#training.key(digits) * 2 + ofItems, () =>
      this.#makeRecipe(digits, items),
    );
    const card = this.#cardAt(digits, items, model);
    if (model === null || recipe === null || card === null) return null;
    const training = remembered(recipe.trainings, model.number, () =>
      resolveTraining(recipe.recipe, model.shape, recipe.merged, this.#expansion.inputs),
    );
    if (!this.#canBeTimed(training, card, digits)) return null;
    const both = this.#training.key(digits) * this.#hardware.keys + this.#hardware.key(digits);
    const layout = remembered(this.#layouts, both * 2 + ofItems, () => this.#makeLayout(digits, card));
    return { model: model.number, training, card, layout };
  }

  /** A step that was measured says something of runs that have steps. */
  #canBeTimed({ batch }: ResolvedTraining, card: number, digits: Digits): boolean {
    const speed = this.#expansion.cards.cards[card]?.speed;
    if (speed?.kind !== "measured" || speed.pace.per !== "step" || batch !== null) return true;
    const path = this.#hardware.merged(digits).measured?.path ?? this.#source.path;
    this.#add([
      {
        path: [...path, "secondsPerStep"],
        message: "A step was measured, and nothing says how much is in a step",
        value: speed.pace.seconds,
        allowed: "secondsPerStep with a batch in the training, or tokensPerSecondPerCard",
      },
    ]);
    return false;
  }

  /** Work that is stated in hours: whatever model the levels state, it has none. */
  #withoutModel(digits: Digits): Pick<RunClass, "model" | "training" | "card" | "layout"> | null {
    const recipe = remembered(this.#recipes, this.#training.key(digits) * 2, () => this.#makeRecipe(digits, "tokens"));
    const card = this.#cardAt(digits, "tokens", null, ANY_WIDTH);
    if (recipe === null || card === null) return null;
    const training = remembered(recipe.trainings, null, () =>
      resolveTraining(recipe.recipe, null, recipe.merged, this.#expansion.inputs),
    );
    const both = this.#training.key(digits) * this.#hardware.keys + this.#hardware.key(digits);
    const layout = remembered(this.#layouts, both * 2, () => this.#makeLayout(digits, card));
    return { model: null, training, card, layout };
  }

  #isHoursOnly(digits: Digits): boolean {
    const stated = this.#training.merged(digits).runKind?.value;
    return RUN_KINDS.some((kind) => kind === stated && isHoursOnly(kind));
  }

  #makeModel(digits: Digits): Model | null {
    const { made, models } = this.#expansion;
    return made.models.recall(this.#model.base, this.#model.signature(digits), () => {
      const merged = this.#model.merged(digits);
      const shape = completeShape(plainFields<ModelFields>(merged));
      if (shape.ok)
        return { number: models.register(shape.value, variantLabel(this.#axes, digits)), shape: shape.value };
      this.#add(shape.error.map((fault) => placeFieldFault(fault, "model", merged, this.#source.path)));
      return null;
    });
  }

  #makeRecipe(digits: Digits, items: ModelItems): Recipe | null {
    const memory = this.#expansion.made.recipes[items];
    return memory.recall(this.#training.base, this.#training.signature(digits), () => {
      const merged = this.#training.merged(digits);
      const recipe = this.#sound(resolveRecipe(merged, items, this.#source.path));
      return recipe === null ? null : { recipe, merged, trainings: new Map() };
    });
  }

  /** A card is the same for all models, unless its speed goes by width: then it is one for each width. */
  #cardAt(digits: Digits, items: ModelItems, model: Model | null, without: number | null = null): number | null {
    const key = this.#hardware.key(digits) * 2 + (items === "examples" ? 1 : 0);
    const byWidth = remembered(this.#byWidth, key, () => goesByWidth(this.#hardware.merged(digits)));
    if (!byWidth) return remembered(this.#cards, key, () => this.#makeCard(digits, items, null));
    if (model === null && without === null) return null;
    const width = model === null ? without : widthOf(model.shape);
    return remembered(this.#cardsByWidth, `${key} ${width}`, () => this.#makeCard(digits, items, width));
  }

  #makeCard(digits: Digits, items: ModelItems, width: number | null): number | null {
    const memory = this.#expansion.made.cards[items];
    const signature = this.#hardware.signature(digits);
    return memory.recall(this.#hardware.base, width === null ? signature : `${signature}\n${width}`, () => {
      const merged = this.#hardware.merged(digits);
      const card = this.#sound(resolveCard(merged, { items, width }, this.#source, this.#expansion));
      return card === null ? null : this.#expansion.cards.register(card);
    });
  }

  #makeLayout(digits: Digits, card: number): number {
    const { cards, layouts } = this.#expansion;
    const format = cards.cards[card]?.format ?? "bf16";
    const hardware = this.#hardware.merged(digits);
    const fault = runCardsFault(hardware);
    if (fault !== null) this.#add([fault]);
    return layouts.register(resolveLayout(this.#training.merged(digits), hardware, format));
  }

  #statedItems(digits: Digits): ModelItems {
    return itemsOfFields(plainFields<ModelFields>(this.#model.merged(digits)));
  }

  #sound<T>(result: Result<T, readonly Fault[]>): T | null {
    if (result.ok) return result.value;
    this.#add(result.error);
    return null;
  }

  #add(faults: readonly Fault[]): void {
    this.faults.push(...faults.slice(0, MOST_FAULTS - this.faults.length));
  }
}

function remembered<Key, Value>(memory: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = memory.get(key);
  if (known !== undefined) return known;
  const made = make();
  memory.set(key, made);
  return made;
}

/** A width to read a table of utilisations at for work whose hours do not depend on it. */
const ANY_WIDTH = 1;

const ONCE: Amount = { likely: 1, input: null };

/** What all classes of a sweep have alike. */
function sharedFields(
  { sweep, experiment, repeats, at }: SweepSource,
  { inputs }: Expansion,
): Pick<RunClass, "repeats" | "earlyStopped" | "probability" | "sharedWith"> {
  const early = sweep.earlyStopped;
  const path: DocumentPath = ["experiments", at.experiment, "sweeps", at.sweep, "earlyStopped"];
  return {
    repeats: repeats === null ? ONCE : inputs.amount(repeats.quantity, repeats.path),
    earlyStopped:
      early === undefined
        ? null
        : { share: inputs.amount(early.share, [...path, "share"]), at: inputs.amount(early.at, [...path, "at"]) },
    probability: sweep.probability ?? 1,
    sharedWith: sweep.sharedWith ?? experiment.sharedWith ?? null,
  };
}
