import { expect, it } from "vitest";
import { PLAN_VERSION } from "../../shared/plan/document.ts";
import { evaluate } from "./evaluate.ts";
import { stepStates } from "./step-states.ts";

const plan = (quotes: unknown) => ({
  saved: null,
  ...evaluate(
    {
      name: "plan.json",
      text: JSON.stringify({
        flopsheet: PLAN_VERSION,
        title: "One run",
        experiments: [
          {
            id: "run",
            title: "One run",
            model: { layers: 8, heads: 4, headSize: 128, vocabulary: 32101 },
            training: { steps: 50000, batch: 256, sequence: 512 },
            hardware: { accelerator: "h100-sxm" },
            sweeps: [{}],
          },
        ],
        quotes,
      }),
    },
    null,
  ),
});

const offer = { id: "offer", price: 3, headline: true };

it("tells quotes that were priced too long ago, by as many days as are set", () => {
  const state = plan([
    { ...offer, date: "2025-11-25" },
    { id: "rate", rate: "lambda-h100-sxm-2025-02" },
  ]);
  expect(state.faults).toEqual([]);
  expect(stepStates(state, "2026-11-26", 90).quotes).toEqual({ kind: "attention", reason: "2 old" });
  expect(stepStates(state, "2026-11-26", 3_650).quotes).toEqual({ kind: "done", reason: null });
  expect(stepStates(state, "2025-02-20", 90).quotes).toEqual({ kind: "done", reason: null });
});

it("tells faults before prices that are old", () => {
  const state = plan([{ ...offer, date: "2020-01-01", price: "three" }]);
  expect(stepStates(state, "2026-11-26", 90).quotes).toEqual({ kind: "attention", reason: "1 fault" });
  expect(stepStates(state, "2026-11-26", 90).clusters).toEqual({ kind: "done", reason: null });
});

it("has the sheet done when it is that of a revision", () => {
  const state = plan([{ ...offer, date: "2025-11-25" }]);
  const sheetOf = (text: string) => stepStates({ ...state, saved: { revision: 1, text } }, "2026-11-26", 90).sheet.kind;
  expect([sheetOf(state.text), sheetOf("another text")]).toEqual(["done", "untouched"]);
});
