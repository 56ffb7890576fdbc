/** What parameters became when they were imported before, in this browser. A convenience: what cannot be kept is no loss. */
import type { Target } from "../../../../shared/formats/sweeps/experiment/target.ts";
import { database } from "../../../drafts/database.ts";

/** Targets by the names of the parameters, of those that were imported before. */
export async function knownTargets(names: readonly string[]): Promise<ReadonlyMap<string, Target>> {
  try {
    const found = await database.parameters.bulkGet([...names]);
    return new Map(found.flatMap((known) => (known === undefined ? [] : [[known.name, known.target] as const])));
  } catch {
    return new Map();
  }
}

/** Remembers them, in place of what they were before. */
export async function rememberTargets(targets: ReadonlyMap<string, Target>): Promise<void> {
  try {
    await database.parameters.bulkPut([...targets].map(([name, target]) => ({ name, target })));
  } catch {
    // They are asked for again next time.
  }
}
