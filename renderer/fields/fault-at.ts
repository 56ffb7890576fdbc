/** What is wrong with the value of a field. */
import type { DocumentPath, PlanFault } from "../../shared/plan/fault.ts";
import { pathText } from "../../shared/plan/text/document-path.ts";

/** The fault of exactly this place; null where there is none. */
export function faultAt(faults: readonly PlanFault[], path: DocumentPath): PlanFault | null {
  const place = pathText(path);
  return faults.find((fault) => fault.path === place) ?? null;
}

/** How many faults lie at this place or inside it. */
export function faultsUnder(faults: readonly PlanFault[], path: DocumentPath): number {
  const place = pathText(path);
  return faults.filter(({ path: at }) => at === place || (at.startsWith(place) && /^[.[]/.test(at.slice(place.length))))
    .length;
}

/** A fault beside its field, where its place need not be said: what is wrong, what is allowed, what to do. */
export function faultWords({ message, allowed, hint }: PlanFault): string {
  return `${message}. Allowed: ${allowed.replace(/\.$/, "")}.${hint === null ? "" : ` ${hint}`}`;
}
