import { expect, test } from "vitest";
import type { Handlers } from "../../../shared/contract/dispatch.ts";
import { ipcChannel } from "../../../shared/contract/names.ts";
import { fakeContents, frame } from "../testing/fakes.ts";
import { answerQuestions } from "./answer-questions.ts";

const question = { method: "templates.list", input: {} };
const refused = { ok: false, error: { code: "refused" } };

function answering(handlers: Handlers = { "templates.list": () => ({ ok: true, value: [] }) }) {
  const made = fakeContents();
  const defects: unknown[] = [];
  answerQuestions(made.contents, handlers, (defect) => defects.push(defect));
  return { ...made, defects };
}

test("a question of the page is answered", async () => {
  expect(await answering().ask(ipcChannel, question)).toEqual({ ok: true, value: [] });
});

test("there is one channel, and no other is heard", async () => {
  await expect(answering().ask("shell", question)).rejects.toThrow("No handler");
});

test("a frame inside the page, a frame that has gone and another window's frame are refused, and no handler runs", async () => {
  const { ask, mainFrame } = answering({ "templates.list": () => expect.unreachable() });
  expect(await ask(ipcChannel, question, null)).toMatchObject(refused);
  expect(await ask(ipcChannel, question, frame(mainFrame.url, mainFrame))).toMatchObject(refused);
  expect(await ask(ipcChannel, question, frame(mainFrame.url))).toMatchObject(refused);
});

test.each([
  [undefined],
  [null],
  ["templates.list"],
  [[]],
  [{ input: {} }],
  [{ method: 5, input: {} }],
  [{ method: "templates.list", input: {}, more: 1 }],
])("%j is no question", async (sent) => {
  expect(await answering().ask(ipcChannel, sent)).toMatchObject({ ok: false, error: { code: "invalidInput" } });
});

test.each(["", "constructor", "__proto__", "app.quit"])("%j is no method", async (method) => {
  expect(await answering().ask(ipcChannel, { method, input: {} })).toMatchObject({ error: { code: "unknownMethod" } });
});

test("what goes wrong inside is told to the log and not to the page", async () => {
  const { ask, defects } = answering({ "templates.list": () => Promise.reject(new Error("/home/ada/secret")) });
  expect(JSON.stringify(await ask(ipcChannel, question))).not.toContain("secret");
  expect(defects).toHaveLength(1);
});
