/** All rules across places. A new rule is a file beside this one and a line in the list. */
import type { Fault } from "../fault.ts";
import { pathText } from "../text/document-path.ts";
import { checkAccelerators } from "./accelerators.ts";
import { checkAxisConflicts } from "./axis-conflicts.ts";
import { checkAxisFields } from "./axis-fields.ts";
import { checkAxisValues } from "./axis-values.ts";
import { checkBudget } from "./budget.ts";
import { checkCircles } from "./circles.ts";
import { checkClassCount } from "./class-count.ts";
import { checkClusters } from "./clusters.ts";
import type { Check, CheckContext } from "./context.ts";
import { checkCountTables } from "./count-tables.ts";
import { checkDisputes } from "./disputes.ts";
import { checkExchangeRates } from "./exchange-rates.ts";
import { checkGrid } from "./grid.ts";
import { checkMaxParallel } from "./max-parallel.ts";
import { checkQuotes } from "./quotes.ts";
import { checkReferences } from "./references.ts";
import { checkRunCount } from "./run-count.ts";
import { checkRunKinds } from "./run-kinds.ts";
import { checkUniqueIds } from "./unique-ids.ts";
import { checkVariables } from "./variables.ts";
import { checkVariantRows } from "./variant-rows.ts";

const CHECKS: readonly Check[] = [
  checkUniqueIds,
  checkVariables,
  checkReferences,
  checkCircles,
  checkDisputes,
  checkAxisFields,
  checkAxisValues,
  checkVariantRows,
  checkAxisConflicts,
  checkCountTables,
  checkMaxParallel,
  checkClassCount,
  checkRunCount,
  checkRunKinds,
  checkAccelerators,
  checkExchangeRates,
  checkQuotes,
  checkClusters,
  checkGrid,
  checkBudget,
];

/** Every fault across places, each once: a level or an axis that several sweeps share is not reported for each. */
export function checkPlan(context: CheckContext): Fault[] {
  return distinct(CHECKS.flatMap((check) => check(context)));
}

/** `faults` without repetitions of the same message at the same place. */
export function distinct(faults: readonly Fault[]): Fault[] {
  if (faults.length < 2) return [...faults];
  return [...new Map(faults.map((fault) => [`${pathText(fault.path)} ${fault.message}`, fault])).values()];
}
