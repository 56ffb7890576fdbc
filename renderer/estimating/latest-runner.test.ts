// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { latestRunner, REST_MS } from "./latest-runner.ts";

/** Workers that answer when told to. */
function workers() {
  const made: { asked: string[]; answer: (words: string, isLast?: boolean) => void; ended: boolean }[] = [];
  const start = () => {
    const worker = { asked: [] as string[], answer: (_words: string, _isLast = true) => {}, ended: false };
    made.push(worker);
    return {
      ask(question: string, answered: (answer: string, isLast: boolean) => void) {
        worker.asked.push(question);
        worker.answer = (words, isLast = true) => {
          if (!worker.ended) answered(words, isLast);
        };
      },
      terminate() {
        worker.ended = true;
      },
    };
  };
  return { made, start };
}

describe("latestRunner", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("keeps its worker from one answer to the next question", () => {
    const { made, start } = workers();
    const runner = latestRunner(start);
    const answers: string[] = [];
    runner.ask("a", (answer) => answers.push(answer));
    made[0]?.answer("of a");
    runner.ask("b", (answer) => answers.push(answer));
    made[0]?.answer("of b");
    expect([made.length, answers]).toEqual([1, ["of a", "of b"]]);
  });

  it("gives up a running question for a later one", () => {
    const { made, start } = workers();
    const runner = latestRunner(start);
    const answers: string[] = [];
    runner.ask("a", (answer) => answers.push(answer));
    runner.ask("b", (answer) => answers.push(answer));
    made[0]?.answer("of a");
    vi.advanceTimersByTime(REST_MS);
    made[1]?.answer("of b");
    expect([made.map((worker) => worker.ended), answers]).toEqual([[true, false], ["of b"]]);
  });

  it("runs on until the last part of an answer", () => {
    const { made, start } = workers();
    const runner = latestRunner(start);
    const answers: string[] = [];
    runner.ask("a", (answer) => answers.push(answer));
    made[0]?.answer("first of a", false);
    runner.ask("b", (answer) => answers.push(answer));
    made[0]?.answer("second of a");
    vi.advanceTimersByTime(REST_MS);
    made[1]?.answer("of b");
    expect([made.length, answers]).toEqual([2, ["first of a", "of b"]]);
  });

  it("starts one worker for many questions that come fast, and asks it the last one", () => {
    const { made, start } = workers();
    const runner = latestRunner(start);
    for (const question of ["a", "b", "c", "d"]) {
      runner.ask(question, () => {});
      vi.advanceTimersByTime(REST_MS / 2);
    }
    expect(made.map(({ asked, ended }) => [asked, ended])).toEqual([[["a"], true]]);
    vi.advanceTimersByTime(REST_MS);
    expect(made.map(({ asked }) => asked)).toEqual([["a"], ["d"]]);
  });

  it("asks nothing any more once it was stopped", () => {
    const { made, start } = workers();
    const runner = latestRunner(start);
    runner.ask("a", () => {});
    runner.ask("b", () => {});
    runner.stop();
    vi.advanceTimersByTime(REST_MS);
    expect(made.map(({ asked }) => asked)).toEqual([["a"]]);
  });
});
