/** What can be compared: revisions of the record and the draft in this browser. */
import type { RevisionRow, Snapshot } from "../../../shared/contract/methods/projects.ts";
import type { ContractError } from "../../../shared/contract/reply.ts";
import { err, ok, type Result } from "../../../shared/lib/result.ts";
import { snapshotOf } from "../../documents/snapshot.ts";
import type { PlanState } from "../../editing/plan-state.ts";
import { client } from "../../host/client.ts";
import type { Compared } from "./figure-differences.ts";

/** A revision's number, or the draft. */
export type VersionKey = number | "draft";

export interface Version extends Compared {
  readonly key: VersionKey;
  readonly name: string;
  readonly text: string;
  readonly faults: number;
}

export const versionName = (key: VersionKey): string => (key === "draft" ? "the draft" : `revision ${key}`);

export function draftVersion(state: PlanState): Version {
  const { name, text, figures, parts, faults }: Snapshot = snapshotOf(state, "");
  return { key: "draft", name, text, figures, parts, faults };
}

/** Revisions never change: each is read once. */
const read = new Map<string, Version>();

export async function revisionVersion(id: string, number: number): Promise<Result<Version, ContractError>> {
  const key = `${id} ${number}`;
  const known = read.get(key);
  if (known !== undefined) return ok(known);
  const reply = await client["projects.read"]({ id, revision: number });
  if (!reply.ok) return err(reply.error);
  const { name, text, figures, parts, faults } = reply.value.revision;
  const version = { key: number, name, text, figures, parts, faults };
  read.set(key, version);
  return ok(version);
}

export interface Pair {
  readonly before: VersionKey;
  readonly after: VersionKey;
}

/** What is compared at first: the draft with what it builds on where it has changes, else the two newest revisions. */
export function firstPair(revisions: readonly Pick<RevisionRow, "number">[], hasDraft: boolean): Pair | null {
  const [newest, previous] = revisions;
  if (newest === undefined) return null;
  if (hasDraft) return { before: newest.number, after: "draft" };
  return { before: previous?.number ?? newest.number, after: newest.number };
}

const rank = (key: VersionKey): number => (key === "draft" ? Number.POSITIVE_INFINITY : key);

/** The pair after one side was chosen: the earlier version is always what is compared with. */
export function paired(pair: Pair, side: keyof Pair, key: VersionKey): Pair {
  const next = { ...pair, [side]: key };
  return rank(next.before) <= rank(next.after) ? next : { before: next.after, after: next.before };
}
