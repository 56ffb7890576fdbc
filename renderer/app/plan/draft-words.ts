/** How a draft stands to the record, in the few words of the plan's bar. Pure. */
import { whenWords } from "../../components/when.ts";
import { isChanged, type PlanState } from "../../editing/plan-state.ts";
import { EXAMPLE } from "../../navigation/router.ts";

type Told = Pick<PlanState, "id" | "saved" | "text" | "changedAt" | "keeping" | "keepingProblem">;

export interface DraftWords {
  /** "revision 7", "not in the record". */
  readonly revision: string;
  /** "draft kept 14:02"; empty where there is none. */
  readonly draft: string;
  /** The draft is not on the disk. */
  readonly isLost: boolean;
}

/** @param now milliseconds since 1970 */
export function draftWords(state: Told, now: number): DraftWords {
  const { id, saved, changedAt, keeping, keepingProblem } = state;
  const isExample = id === EXAMPLE;
  const revision = saved !== null ? `revision ${saved.revision}` : isExample ? "example" : "not in the record";
  const isDraft = isExample ? changedAt !== null : isChanged(state);
  if (keeping === "failed") {
    return { revision, draft: `draft not kept: ${keepingProblem ?? "this browser refused it"}`, isLost: true };
  }
  if (!isDraft) return { revision, draft: "", isLost: false };
  const when = changedAt === null ? "" : ` ${whenWords(changedAt, now).replace("today, ", "")}`;
  return { revision, draft: `draft ${keeping === "keeping" ? "being kept" : `kept${when}`}`, isLost: false };
}
