/** The text of a project that begins with the calculator's values. Pure. */
import { type BlankPlan, blankPlan, firstQuote } from "../../../shared/plan/blank.ts";
import type { Catalogue } from "../../../shared/plan/catalogue.ts";
import { editText } from "../../../shared/plan/edit/edit-text.ts";
import type { PlainValue, PlanEdit } from "../../../shared/plan/edit/plan-edit.ts";

/** What the calculator knows of a project; what is left out is as in a blank plan. */
export interface ProjectValues {
  readonly model?: Readonly<Record<string, PlainValue>>;
  readonly training?: Readonly<Record<string, PlainValue>>;
  readonly hardware?: Readonly<Record<string, PlainValue>>;
  readonly cards?: number;
  /** Of one card-hour, in the currency of the plan. */
  readonly price?: number;
  readonly energy?: Readonly<Record<string, PlainValue>>;
}

/**
 * A blank plan with these values and, where there is a model or a training, one run of it instead of three learning rates. Groups
 * are replaced whole: no field of the blank plan's model stays beside those given.
 */
export function projectText(begin: BlankPlan, values: ProjectValues, catalogue: Catalogue): string {
  const { model, training, hardware, cards, price, energy } = values;
  const edits: PlanEdit[] = [];
  const set = (path: PlanEdit["path"], value: PlainValue | undefined) => {
    if (value !== undefined) edits.push({ op: "set", path, value });
  };
  set(["defaults", "model"], model);
  set(["defaults", "training"], training);
  set(["defaults", "hardware"], hardware);
  if (model !== undefined || training !== undefined) {
    set(["experiments"], [{ id: "run", title: "The run", sweeps: [{ id: "main", title: "One run" }] }]);
  }
  if (cards !== undefined) set(["clusters"], [{ cards }]);
  if (price !== undefined) {
    set(
      ["quotes"],
      [{ id: "price", title: "Price of the calculator", price, headline: true, source: "typed into the calculator" }],
    );
  }
  // A price of the card, where the plan would go on pricing another one.
  const card = catalogue.accelerators.find(({ id }) => id === hardware?.accelerator);
  if (price === undefined && card !== undefined) set(["quotes"], [firstQuote(card, begin.currency, catalogue.rates)]);
  set(["energy"], energy);
  const edited = editText(blankPlan(begin, catalogue), edits);
  if (!edited.ok) throw new RangeError("a blank plan takes values of its own form");
  return edited.value;
}
