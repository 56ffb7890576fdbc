import type { Allotment, Choices } from "./allotment.ts";
import type { Kind, Site } from "./site.ts";

/** What each task is given, worked out once for each kind of run. By task. */
export function allotmentsOf({ tasks, kinds }: Site, give: (kind: Kind) => Allotment): Allotment[] {
  const given = new Map<Choices, Allotment>();
  for (const kind of kinds) given.set(kind.choices, give(kind));
  return tasks.map(({ choices }) => given.get(choices) as Allotment);
}

/** Card-hours that all runs hold. */
export const areaOf = ({ tasks }: Site, allotments: readonly Allotment[]): number =>
  allotments.reduce((sum, { held, hours }, index) => sum + held * hours * (tasks[index]?.count ?? 0), 0);
