import type { WebContents } from "electron";
import { z } from "zod";
import { dispatch, type Handlers } from "../../../shared/contract/dispatch.ts";
import { ipcChannel } from "../../../shared/contract/names.ts";
import { failure } from "../../../shared/contract/reply.ts";
import { isTrusted } from "../security/trusted-sender.ts";

const questionSchema = z.strictObject({ method: z.string(), input: z.unknown() });

/**
 * Answers the questions of one window's page, and of nothing else: they come by that window's own channel, from its main frame, at
 * an address of ours. Whatever else sends is answered with a refusal, so that a mistake of ours is seen and not silence.
 *
 * Each window has its own handlers: the one that prints knows one method and one sheet.
 */
export function answerQuestions(
  contents: Pick<WebContents, "ipc" | "mainFrame">,
  handlers: Handlers,
  onDefect: (defect: unknown) => void,
): void {
  contents.ipc.handle(ipcChannel, async (event, sent: unknown) => {
    if (!isTrusted(event.senderFrame, contents)) {
      return failure("refused", "Flopsheet answers its own page and nothing else.");
    }
    const question = questionSchema.safeParse(sent);
    if (!question.success) return failure("invalidInput", "A question has a method and an input.");
    const { method, input } = question.data;
    return dispatch(handlers, { method, input }, onDefect);
  });
}
