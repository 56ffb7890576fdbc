import { expect, it, vi } from "vitest";
import { createPlanEditor } from "../editing/plan-editor.ts";
import { emptyHistory } from "../editing/undo.ts";
import { saveDocument } from "./save-document.ts";

const opened = () =>
  createPlanEditor(
    { id: "one", name: "plan.json", text: "{}", saved: null, history: emptyHistory, changedAt: null },
    { now: () => 0, keep: () => Promise.resolve(), draw: () => {} },
  );

it("begins nothing while a save is on its way, or while another tab writes the draft", async () => {
  const fetched = vi.spyOn(globalThis, "fetch");
  const saving = opened();
  saving.setRecord({ saving: "saving" });
  expect(await saveDocument(saving)).toEqual({ kind: "busy" });
  expect(saving.state().record.saving).toBe("saving");

  const elsewhere = opened();
  elsewhere.setReadOnly("otherTab");
  expect(await saveDocument(elsewhere)).toEqual({ kind: "busy" });
  expect(fetched).not.toHaveBeenCalled();
});
