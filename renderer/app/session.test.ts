// @vitest-environment node
import { describe, expect, it } from "vitest";
import template from "../../assets/templates/scaling-exponents.json?raw";
import { estimateRanges } from "../../shared/estimate/ranges.ts";
import type { PlanFault } from "../../shared/plan/fault.ts";
import { catalogue } from "../estimating/catalogue.ts";
import { type OpenedPlan, openPlan } from "../estimating/opened-plan.ts";
import { afterEvent, differsFromSheet, emptySession, isUnsaved, type SessionEvent } from "./session.ts";

const sessionOf = (...events: readonly SessionEvent[]) => events.reduce(afterEvent, emptySession);
function planOf(text = template): OpenedPlan {
  const result = openPlan({ name: "plan.json", text }, catalogue, { version: "1" });
  if (!result.ok) throw new Error("the example has faults");
  return result.value;
}
const fault: PlanFault = {
  path: "",
  line: 1,
  column: 1,
  message: "wrong",
  value: null,
  allowed: "right",
  hint: null,
  edit: null,
};
const faulty: SessionEvent = { kind: "faulty", source: { name: "bad.json", text: "{" }, faults: [fault] };

describe("a bad file after a good one", () => {
  it("leaves the sheet as it was and is kept as a draft", () => {
    const plan = planOf();
    const session = sessionOf({ kind: "opened", plan }, faulty);
    expect(session.opened).toBe(plan);
    expect(session.draft).toMatchObject({ name: "bad.json", text: "{", faults: [fault] });
    expect([differsFromSheet(session), isUnsaved(session.draft)]).toEqual([true, false]);
  });

  it("that is no text at all leaves both as they were", () => {
    const before = sessionOf({ kind: "opened", plan: planOf() }, faulty);
    const session = afterEvent(before, { kind: "refused", name: "x.png", faults: [fault] });
    expect([session.opened, session.draft]).toEqual([before.opened, before.draft]);
    expect(afterEvent(session, { kind: "refusalClosed" }).refused).toBeNull();
  });
});

describe("typed text", () => {
  it("is unsaved until it is saved, and survives checks and other plans", () => {
    const typed = sessionOf(faulty, { kind: "typed", text: "{}" });
    expect(isUnsaved(typed.draft)).toBe(true);
    const checked = afterEvent(typed, { kind: "faulty", source: { name: "bad.json", text: "{}" }, faults: [fault] });
    expect(isUnsaved(checked.draft)).toBe(true);
    expect(afterEvent(checked, { kind: "opened", plan: planOf() }).draft?.text).toBe("{}");
    expect(isUnsaved(afterEvent(checked, { kind: "saved" }).draft)).toBe(false);
  });

  it("that became the sheet has no faults left", () => {
    const text = template.replace("Scaling", "Other");
    const session = sessionOf(
      { kind: "faulty", source: { name: "plan.json", text }, faults: [fault] },
      { kind: "opened", plan: planOf(text) },
    );
    expect(session.draft?.faults).toEqual([]);
    expect(differsFromSheet(session)).toBe(false);
  });

  it("that nobody changed goes with its sheet", () => {
    const session = sessionOf(
      { kind: "opened", plan: planOf() },
      { kind: "textShown" },
      { kind: "opened", plan: planOf(template.replace("Scaling", "Other")) },
    );
    expect(session.draft).toBeNull();
  });

  it("begins with the text of the sheet", () => {
    const session = sessionOf({ kind: "opened", plan: planOf() }, { kind: "textShown" });
    expect(session.draft).toMatchObject({ text: template, faults: [] });
  });
});

describe("ranges", () => {
  it("that come for a plan no longer shown are dropped", () => {
    const [old, now] = [planOf(), planOf()];
    const ranges = estimateRanges(old.resolved, old.estimated, { draws: 100 });
    const drawn = { ranges, planFingerprint: "ab" };
    const session = sessionOf({ kind: "opened", plan: now }, { kind: "rangesCame", of: old, drawn });
    expect(session.opened).toBe(now);
    expect(afterEvent(session, { kind: "rangesCame", of: now, drawn }).opened?.ranges).toBe(ranges);
  });
});
