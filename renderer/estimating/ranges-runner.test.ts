// @vitest-environment node
import { describe, expect, it } from "vitest";
import type { RangesAnswer, RangesQuestion } from "./ranges-messages.ts";
import { rangesRunner } from "./ranges-runner.ts";

const asking = (title: string) => ({ plan: { title } }) as RangesQuestion;
const failed: RangesAnswer = { ok: false, message: "no" };

/** Workers that answer when told to. */
function workers() {
  const made: { asked: string[]; answer: () => void; ended: boolean }[] = [];
  const start = () => {
    const worker = { asked: [] as string[], answer: () => {}, ended: false };
    made.push(worker);
    return {
      ask(question: RangesQuestion, answered: (answer: RangesAnswer) => void) {
        worker.asked.push(question.plan.title);
        worker.answer = () => {
          if (!worker.ended) answered(failed);
        };
      },
      terminate() {
        worker.ended = true;
      },
    };
  };
  return { made, start };
}

describe("rangesRunner", () => {
  it("keeps its worker from one answer to the next question", () => {
    const { made, start } = workers();
    const runner = rangesRunner(start);
    const answers: string[] = [];
    runner.ask(asking("a"), () => answers.push("a"));
    made[0]?.answer();
    runner.ask(asking("b"), () => answers.push("b"));
    made[0]?.answer();
    expect([made.length, answers]).toEqual([1, ["a", "b"]]);
  });

  it("gives up a running question for a later one", () => {
    const { made, start } = workers();
    const runner = rangesRunner(start);
    const answers: string[] = [];
    runner.ask(asking("a"), () => answers.push("a"));
    runner.ask(asking("b"), () => answers.push("b"));
    made[0]?.answer();
    made[1]?.answer();
    expect([made.map((worker) => worker.ended), answers]).toEqual([[true, false], ["b"]]);
  });
});
