/** Which screen changes which place of the plan document. */
import { runCardsFields } from "../../shared/hardware/run-cards-fields.ts";
import { trainingMemoryFields } from "../../shared/training/memory-fields.ts";
import { goToPlan, type PlanView } from "./router.ts";

/** What the step Hardware asks of a training: how much memory it takes. */
const MEMORY_PLACES: ReadonlySet<string> = new Set(
  Object.keys(trainingMemoryFields).map((field) => `defaults.training.${field}`),
);

/** How one run is spread over cards: the step Clusters says it of all runs. */
const SPREAD_PLACES: ReadonlySet<string> = new Set(
  Object.keys(runCardsFields).map((field) => `defaults.hardware.${field}`),
);

/** The step of the wizard where the value at `place` ("quotes[0].price") is changed. */
export function stepOfPlace(place: string): PlanView {
  const [top = "", second = ""] = place.split(/[.[]/, 2);
  if (top === "experiments" || top === "variables" || top === "disputes") return "experiments";
  if (SPREAD_PLACES.has(place)) return "clusters";
  if (top === "defaults") return second.startsWith("hardware") || MEMORY_PLACES.has(place) ? "hardware" : "experiments";
  if (top === "clusters" || top === "schedule") return "clusters";
  if (top === "quotes" || top === "exchangeRates" || top === "storage") return "quotes";
  if (top === "budget") return "budget";
  return "project";
}

/** Goes to the step where `place` is changed; the screen there shows the field whose `data-place` it is. */
export const goToPlace = (id: string, place: string): void => goToPlan(id, stepOfPlace(place), place);
