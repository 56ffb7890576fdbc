import type { DocumentPath, Fault } from "../fault.ts";
import type { Check } from "./context.ts";

interface Reference {
  readonly to: string;
  readonly path: DocumentPath;
}

/**
 * No experiment comes after itself, or is counted in itself, by way of others. One that names itself directly is told by
 * `checkReferences`.
 */
export const checkCircles: Check = ({ document }) => {
  const after = new Map<string, Reference[]>();
  const shared = new Map<string, Reference[]>();
  for (const [index, { id, after: names, sharedWith, sweeps }] of document.experiments.entries()) {
    if (after.has(id)) continue;
    const path = ["experiments", index];
    after.set(
      id,
      (names ?? []).map((to, at) => ({ to, path: [...path, "after", at] })),
    );
    // Of two experiments each may hold sweeps of the other; only whole experiments can vanish in each other.
    const counted = sweeps.map((sweep, at): Reference | null => {
      if (sweep.sharedWith !== undefined) return { to: sweep.sharedWith, path: [...path, "sweeps", at, "sharedWith"] };
      return sharedWith === undefined ? null : { to: sharedWith, path: [...path, "sharedWith"] };
    });
    const elsewhere = counted.filter((reference) => reference !== null);
    const firsts = elsewhere.filter(({ to }, at) => elsewhere.findIndex((one) => one.to === to) === at);
    shared.set(id, elsewhere.length < counted.length ? [] : firsts);
  }
  return [
    ...circles(after).map((circle) =>
      fault(circle, "These experiments wait for each other", "an order with a first experiment"),
    ),
    ...circles(shared).map((circle) =>
      fault(circle, "These experiments are counted in each other", "one of them that is counted itself"),
    ),
  ];
};

interface Circle {
  /** The ids around it, the first again at the end. */
  readonly ids: readonly string[];
  /** Where the last of them names the first. */
  readonly closedAt: DocumentPath;
}

function fault({ ids, closedAt }: Circle, message: string, allowed: string): Fault {
  return {
    path: closedAt,
    message: `${message}: ${ids.join(" → ")}`,
    value: ids[0],
    allowed,
    hint: "Leave one of these references out.",
  };
}

/** Circles of two and more, each once, found depth first without recursion: a chain may be as long as the plan. */
function circles(references: ReadonlyMap<string, readonly Reference[]>): Circle[] {
  const found: Circle[] = [];
  const done = new Set<string>();
  for (const start of references.keys()) {
    if (done.has(start)) continue;
    const trail = [{ id: start, next: 0 }];
    const depthOf = new Map([[start, 0]]);
    for (let here = trail.at(-1); here !== undefined; here = trail.at(-1)) {
      const reference = references.get(here.id)?.[here.next];
      here.next++;
      if (reference === undefined) {
        done.add(here.id);
        depthOf.delete(here.id);
        trail.pop();
        continue;
      }
      const { to, path } = reference;
      const depth = depthOf.get(to);
      if (depth !== undefined) {
        if (to !== here.id) found.push({ ids: [...trail.slice(depth).map(({ id }) => id), to], closedAt: path });
      } else if (!done.has(to) && references.has(to)) {
        depthOf.set(to, trail.length);
        trail.push({ id: to, next: 0 });
      }
    }
  }
  return found;
}
