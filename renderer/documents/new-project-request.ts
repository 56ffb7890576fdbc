/** A wish for a new project, from wherever it is told: a key, the palette, a menu, the list of projects. */
import { useSyncExternalStore } from "react";

export interface NewProjectRequest {
  /** What the dialog begins with: the id of a template, or a blank plan. */
  readonly from: string | "blank";
}

let request: NewProjectRequest | null = null;
const listeners = new Set<() => void>();

function tell(next: NewProjectRequest | null): void {
  request = next;
  for (const listener of listeners) listener();
}

export const requestNewProject = (from: NewProjectRequest["from"] = "blank"): void => tell({ from });

export const closeNewProject = (): void => tell(null);

/** What is wished for, null while nothing is. */
export const useNewProjectRequest = (): NewProjectRequest | null => useSyncExternalStore(subscribe, () => request);

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
