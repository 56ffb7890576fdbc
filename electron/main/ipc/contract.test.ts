import { expect } from "vitest";
import { ipcChannel } from "../../../shared/contract/names.ts";
import { ipcTransport } from "../../../shared/contract/transports.ts";
import { contractSuite } from "../../backend/testing/contract-suite.ts";
import { fakeContents } from "../testing/fakes.ts";
import { answerQuestions } from "./answer-questions.ts";

contractSuite("over Electron's messages", async (handlers) => {
  const { contents, ask } = fakeContents();
  answerQuestions(contents, handlers, (defect) => expect.unreachable(String(defect)));
  return {
    transport: ipcTransport({ ask: (question) => ask(ipcChannel, question) }),
    close: () => Promise.resolve(),
  };
});
