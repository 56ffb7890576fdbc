/** The plans that were looked at last, in this browser. */
import { liveQuery } from "dexie";
import { useEffect, useState } from "react";
import { database, type Visit } from "../drafts/database.ts";

const MOST_SHOWN = 5;
/** More are kept than shown, so that a deleted project leaves no hole. */
const MOST_KEPT = 20;

/** Remembers that a plan was opened, or that it got another title. What the browser refuses to keep is no loss here. */
export async function noteVisit(id: string, title: string, at: number): Promise<void> {
  try {
    await database.transaction("rw", database.visits, async () => {
      await database.visits.put({ id, title, at });
      const old = await database.visits.orderBy("at").reverse().offset(MOST_KEPT).primaryKeys();
      await database.visits.bulkDelete(old);
    });
  } catch {
    // The list of recent plans is a convenience; drafts say for themselves when they cannot be kept.
  }
}

/** A project that is deleted, or never was, is not offered again. */
export const forgetVisit = (id: string): Promise<void> => database.visits.delete(id).catch(() => {});

/** The plans opened last, the newest first; follows what other tabs open too. */
export function useRecentPlans(): readonly Visit[] {
  const [visits, setVisits] = useState<readonly Visit[]>([]);
  useEffect(() => {
    const watching = liveQuery(() => database.visits.orderBy("at").reverse().limit(MOST_SHOWN).toArray()).subscribe({
      next: setVisits,
      error: () => setVisits([]),
    });
    return () => watching.unsubscribe();
  }, []);
  return visits;
}
