// @vitest-environment node
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { askStore } from "./asked.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function asked() {
  const questions: string[] = [];
  let answer: (words: string, isLast: boolean) => void = () => {};
  const store = askStore<string, string>(
    {
      ask(question, answered) {
        questions.push(question);
        answer = answered;
      },
      stop: () => questions.push("stopped"),
    },
    (before, part) => (part.startsWith("+") ? `${before}${part}` : part),
  );
  return { store, questions, answer: (words: string, isLast = true) => answer(words, isLast) };
}

it("asks the first question at once, and later ones when the asking rests", () => {
  const { store, questions } = asked();
  store.ask("a");
  vi.advanceTimersByTime(0);
  store.ask("b");
  vi.advanceTimersByTime(60);
  store.ask("c");
  store.ask("c");
  vi.advanceTimersByTime(119);
  expect(questions).toEqual(["a"]);
  vi.advanceTimersByTime(1);
  expect(questions).toEqual(["a", "c"]);
});

it("keeps the answer before, as an old one, until the next comes", () => {
  const { store, answer } = asked();
  let told = 0;
  const leave = store.subscribe(() => told++);
  store.ask("a");
  expect(store.state()).toEqual({ answer: null, isOld: false });
  vi.runAllTimers();
  answer("of a");
  expect(store.state()).toEqual({ answer: "of a", isOld: false });
  store.ask("b");
  expect(store.state()).toEqual({ answer: "of a", isOld: true });
  vi.runAllTimers();
  answer("first of b", false);
  expect(store.state()).toEqual({ answer: "first of b", isOld: false });
  answer("+ second of b");
  expect(store.state()).toEqual({ answer: "first of b+ second of b", isOld: false });
  leave();
  store.ask("c");
  expect(told).toBe(4);
});

it("asks nothing any more once it is stopped", () => {
  const { store, questions } = asked();
  store.ask("a");
  store.stop();
  vi.runAllTimers();
  expect(questions).toEqual(["stopped"]);
});
