import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { catalogue } from "./catalogue.ts";
import { queueOf } from "./draw-apart.ts";
import { openPlan } from "./opened-plan.ts";
import type { RangesAnswer, RangesQuestion } from "./ranges-messages.ts";

const template = join(import.meta.dirname, "..", "..", "assets", "templates", "vision-epochs.json");

it("asks for one plan at a time, in order, and gives back what cannot be drawn", async () => {
  const opened = openPlan({ name: "a", text: readFileSync(template, "utf8") }, catalogue);
  if (!opened.ok) throw new Error("the template has faults");
  const other = { ...opened.value, source: { name: "b", text: "" } };
  const waiting: {
    readonly question: RangesQuestion;
    readonly answer: (answer: RangesAnswer, isLast: boolean) => void;
  }[] = [];
  const draw = queueOf({ ask: (question, answer) => waiting.push({ question, answer }) });

  const [first, second] = [draw(opened.value), draw(other)];
  await Promise.resolve();
  expect(waiting).toHaveLength(1);
  waiting[0]?.answer({ ok: false, message: "the worker did not start" }, true);
  expect(await first).toBe(opened.value);
  await Promise.resolve();
  expect(waiting).toHaveLength(2);
  waiting[1]?.answer({ ok: false, message: "again" }, true);
  expect((await second).source.name).toBe("b");
});
