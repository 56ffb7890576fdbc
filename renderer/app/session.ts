/** What is open: the last good plan, and the text that is being mended or changed. Pure; the workspace brings effects. */
import type { PlanFault } from "../../shared/plan/fault.ts";
import { type OpenedPlan, type PlanSource, withRanges } from "../estimating/opened-plan.ts";
import type { Drawn } from "../estimating/ranges-messages.ts";

/** A plan as text: as typed, and what was wrong with it when it was last checked. */
export interface Draft {
  readonly name: string;
  readonly text: string;
  /** The text that `faults` speak of. */
  readonly checked: string;
  readonly faults: readonly PlanFault[];
  /** The text as it came from a file, a template or the sheet: nothing is lost while it is still this. */
  readonly original: string;
}

export interface Session {
  readonly opened: OpenedPlan | null;
  readonly draft: Draft | null;
  /** A file that is no text at all, and so cannot be shown as a draft. */
  readonly refused: { readonly name: string; readonly faults: readonly PlanFault[] } | null;
  /** One line about something that did not work. */
  readonly notice: string | null;
}

export const emptySession: Session = { opened: null, draft: null, refused: null, notice: null };

export type SessionEvent =
  | { readonly kind: "opened"; readonly plan: OpenedPlan }
  | { readonly kind: "faulty"; readonly source: PlanSource; readonly faults: readonly PlanFault[] }
  | { readonly kind: "refused"; readonly name: string; readonly faults: readonly PlanFault[] }
  | { readonly kind: "textShown" }
  | { readonly kind: "typed"; readonly text: string }
  | { readonly kind: "draftDropped" }
  | { readonly kind: "refusalClosed" }
  | { readonly kind: "saved" }
  | { readonly kind: "rangesCame"; readonly of: OpenedPlan; readonly drawn: Drawn }
  | { readonly kind: "noticed"; readonly notice: string | null };

export function afterEvent(session: Session, event: SessionEvent): Session {
  const { opened, draft } = session;
  switch (event.kind) {
    case "opened":
      return {
        ...session,
        opened: event.plan,
        draft: draftAfterOpening(draft, event.plan),
        refused: null,
        notice: null,
      };
    case "faulty":
      return { ...session, draft: draftOf(event.source, event.faults, draft), refused: null, notice: null };
    case "refused":
      return { ...session, refused: { name: event.name, faults: event.faults }, notice: null };
    case "textShown":
      return draft !== null || opened === null ? session : { ...session, draft: draftOf(opened.source, [], null) };
    case "typed":
      return draft === null ? session : { ...session, draft: { ...draft, text: event.text } };
    case "draftDropped":
      return { ...session, draft: null };
    case "refusalClosed":
      return { ...session, refused: null };
    case "saved":
      return draft === null ? session : { ...session, draft: { ...draft, original: draft.text } };
    case "rangesCame":
      return opened === null || opened.resolved !== event.of.resolved
        ? session
        : { ...session, opened: withRanges(opened, event.drawn) };
    case "noticed":
      return { ...session, notice: event.notice };
  }
}

/** Whether the text was changed by hand and is neither saved nor the text of the sheet. */
export const isUnsaved = (draft: Draft | null): boolean => draft !== null && draft.text !== draft.original;

/** Whether the draft says something else than the sheet that is shown. */
export const differsFromSheet = ({ opened, draft }: Session): boolean =>
  draft !== null && opened !== null && draft.text !== opened.source.text;

function draftOf({ name, text }: PlanSource, faults: readonly PlanFault[], before: Draft | null): Draft {
  const sameDocument = before !== null && before.name === name && before.text === text;
  return { name, text, checked: text, faults, original: sameDocument ? before.original : text };
}

/**
 * A draft that has become the sheet stays, so that its saved state is known. Another file's stays when there is something
 * in it to lose or to mend.
 */
function draftAfterOpening(draft: Draft | null, { source }: OpenedPlan): Draft | null {
  if (draft === null) return null;
  if (draft.text === source.text) return { ...draft, checked: draft.text, faults: [] };
  return isUnsaved(draft) || draft.faults.length > 0 ? draft : null;
}
