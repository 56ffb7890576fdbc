import { useEffect, useReducer, useRef } from "react";
import { catalogue } from "../estimating/catalogue.ts";
import { openPlan, type PlanSource } from "../estimating/opened-plan.ts";
import { type ReadableFile, readPlanFile } from "../estimating/plan-file.ts";
import { rangesRunner, startRangesWorker } from "../estimating/ranges-runner.ts";
import { client } from "../host/client.ts";
import { keepText } from "./kept-text.ts";
import { goTo } from "./router.ts";
import { afterEvent, emptySession, isUnsaved, type Session, type SessionEvent } from "./session.ts";
import { programVersion } from "./use-host.ts";

export interface SessionActions {
  openSource(source: PlanSource): Promise<void>;
  openFile(file: ReadableFile): Promise<void>;
  openTemplate(id: string): Promise<void>;
  tell(event: SessionEvent): void;
}

const runner = rangesRunner(startRangesWorker);

/** The session with its effects: reading, the worker, what the host says, and the guard against losing typed text. */
export function useSession(): readonly [Session, SessionActions] {
  const [session, tell] = useReducer(afterEvent, emptySession);
  const actions = useRef<SessionActions>(null);
  actions.current ??= actionsOf(tell);

  const { draft, opened } = session;
  const atHand = draft ?? opened?.source ?? null;
  if (atHand !== null) keepText(atHand.name, atHand.text);

  const unsaved = isUnsaved(draft) && draft?.text !== opened?.source.text;
  useEffect(() => {
    if (!unsaved) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", warn);
    return () => removeEventListener("beforeunload", warn);
  }, [unsaved]);

  return [session, actions.current];
}

function actionsOf(tell: (event: SessionEvent) => void): SessionActions {
  const openSource = async (source: PlanSource) => {
    const imprint = { version: await programVersion() };
    let result: ReturnType<typeof openPlan>;
    try {
      result = openPlan(source, catalogue, imprint);
    } catch (error) {
      // No plan may do this: it is a defect of ours, and the text must not be lost to it.
      tell({ kind: "faulty", source, faults: [] });
      tell({ kind: "noticed", notice: `Flopsheet has a defect and could not compute this plan: ${String(error)}.` });
      goTo("text");
      return;
    }
    if (!result.ok) {
      tell({ kind: "faulty", source, faults: result.error });
      goTo("text");
      return;
    }
    const plan = result.value;
    tell({ kind: "opened", plan });
    goTo("sheet");
    runner.ask({ plan: plan.resolved, document: plan.document }, (answer) => {
      if (answer.ok) tell({ kind: "rangesCame", of: plan, drawn: answer.drawn });
      else tell({ kind: "noticed", notice: `The ranges could not be drawn: ${answer.message}. The figures stand.` });
    });
  };
  return {
    openSource,
    tell,
    async openFile(file) {
      const text = await readPlanFile(file);
      if (text.ok) await openSource({ name: file.name, text: text.value });
      else tell({ kind: "refused", name: file.name, faults: text.error });
    },
    async openTemplate(id) {
      const reply = await client["templates.read"]({ id });
      if (reply.ok) await openSource({ name: reply.value.name, text: reply.value.text });
      else tell({ kind: "noticed", notice: reply.error.message });
    },
  };
}
