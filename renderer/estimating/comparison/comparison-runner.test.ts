// @vitest-environment node
import { expect, it } from "vitest";
import { plan } from "../../../shared/estimate/plan.fixture.ts";
import { type ComparisonAnswer, comparisonRunner } from "./comparison-runner.ts";

function run() {
  const asked: string[] = [];
  const answers: ((answer: ComparisonAnswer) => void)[] = [];
  let terminated = 0;
  const runner = comparisonRunner(() => ({
    ask(of, answered) {
      asked.push(of.title);
      answers.push(answered);
    },
    terminate: () => terminated++,
  }));
  const heard: string[] = [];
  const ask = (title: string) => runner.ask(plan({ title }), () => heard.push(title));
  const answer = () => answers.shift()?.({ ok: true, compared: [] });
  return { runner, asked, heard, ask, answer, terminated: () => terminated };
}

it("asks one at a time, and of those that wait only the latest", () => {
  const { ask, answer, asked, heard } = run();
  ask("a");
  ask("b");
  ask("c");
  expect(asked).toEqual(["a"]);
  answer();
  expect([asked, heard]).toEqual([["a", "c"], []]);
  answer();
  expect(heard).toEqual(["c"]);
  ask("d");
  answer();
  expect(heard).toEqual(["c", "d"]);
});

it("says nothing any more once it is stopped, and starts anew when it is asked again", () => {
  const { runner, ask, answer, asked, heard, terminated } = run();
  ask("a");
  ask("b");
  runner.stop();
  answer();
  expect([asked, heard, terminated()]).toEqual([["a"], [], 1]);
  ask("c");
  answer();
  expect(heard).toEqual(["c"]);
});
