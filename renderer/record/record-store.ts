/** How the record at the host is, for every screen: open, or closed and why. */
import { useSyncExternalStore } from "react";
import type { RecordInfo } from "../../shared/contract/methods/record.ts";
import type { ContractError } from "../../shared/contract/reply.ts";
import { client } from "../host/client.ts";
import { readSettings } from "../settings/use-settings.ts";

export interface RecordState {
  /** Null until the host has answered, and when it does not. */
  readonly info: RecordInfo | null;
  /** Why the host did not answer. */
  readonly error: ContractError | null;
  /** Another number means that another record is open: what was read of the last one is no longer true. */
  readonly turn: number;
}

let state: RecordState = { info: null, error: null, turn: 0 };
let asked = false;
const listeners = new Set<() => void>();

function tell(next: RecordState): void {
  state = next;
  for (const listener of listeners) listener();
}

/** Asks how the record is now. */
export async function refreshRecord(): Promise<void> {
  asked = true;
  const reply = await client["record.info"]({});
  if (!reply.ok) return tell({ ...state, info: null, error: reply.error });
  const wasClosed = state.info?.closed ?? null;
  tell({ ...state, info: reply.value, error: null });
  if (wasClosed !== null && reply.value.closed === null) recordReplaced(reply.value);
}

/** Another record was opened, restored, imported or begun: every screen reads again. */
export function recordReplaced(info: RecordInfo): void {
  tell({ info, error: null, turn: state.turn + 1 });
  void readSettings();
}

export function useRecord(): RecordState {
  return useSyncExternalStore(subscribe, () => state);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (!asked) void refreshRecord();
  return () => listeners.delete(listener);
}
