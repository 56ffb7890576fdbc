/** The typed side of the contract that asks. */
import { type MethodInput, type MethodOutput, schemasOf } from "./methods.ts";
import type { MethodName } from "./names.ts";
import { failure, type Reply, replySchema } from "./reply.ts";

/** Carries a question to a host and its reply back. It may reject when there is no host to reach. */
export type Transport = (request: { readonly method: MethodName; readonly input: unknown }) => Promise<unknown>;

/** `client["templates.read"]({ id: "scaling-exponents" })`: a function a method, which never rejects. */
export type Client = {
  readonly [M in MethodName]: (input: MethodInput<M>) => Promise<Reply<MethodOutput<M>>>;
};

/** A client over any transport. What comes back is checked before it is believed. */
export function createClient(transport: Transport): Client {
  const ask =
    <M extends MethodName>(method: M) =>
    (input: MethodInput<M>) =>
      call(transport, method, input);
  return {
    "app.info": ask("app.info"),
    "templates.list": ask("templates.list"),
    "templates.read": ask("templates.read"),
    "print.prepare": ask("print.prepare"),
    "print.take": ask("print.take"),
    "print.pdf": ask("print.pdf"),
    "projects.list": ask("projects.list"),
    "projects.create": ask("projects.create"),
    "projects.save": ask("projects.save"),
    "projects.read": ask("projects.read"),
    "projects.revisions": ask("projects.revisions"),
    "projects.label": ask("projects.label"),
    "projects.delete": ask("projects.delete"),
    "projects.restore": ask("projects.restore"),
    "library.list": ask("library.list"),
    "library.save": ask("library.save"),
    "library.saveMany": ask("library.saveMany"),
    "library.delete": ask("library.delete"),
    "library.restore": ask("library.restore"),
    "library.deleteMany": ask("library.deleteMany"),
    "library.restoreMany": ask("library.restoreMany"),
    "library.attach": ask("library.attach"),
    "library.attachment": ask("library.attachment"),
    "sheets.save": ask("sheets.save"),
    "sheets.list": ask("sheets.list"),
    "sheets.read": ask("sheets.read"),
    "sheets.pdf": ask("sheets.pdf"),
    "record.info": ask("record.info"),
    "record.backup": ask("record.backup"),
    "record.restore": ask("record.restore"),
    "record.startAnew": ask("record.startAnew"),
    "record.reopen": ask("record.reopen"),
    "record.export": ask("record.export"),
    "import.begin": ask("import.begin"),
    "import.rows": ask("import.rows"),
    "import.commit": ask("import.commit"),
    "import.abort": ask("import.abort"),
    "settings.read": ask("settings.read"),
    "settings.write": ask("settings.write"),
  };
}

async function call<M extends MethodName>(
  transport: Transport,
  method: M,
  input: MethodInput<M>,
): Promise<Reply<MethodOutput<M>>> {
  let answer: unknown;
  try {
    answer = await transport({ method, input });
  } catch {
    return failure("unreachable", "Flopsheet's host does not answer. Is it still running?");
  }
  const reply = replySchema.safeParse(answer);
  if (!reply.success) return failure("internal", `The answer to ${method} is not one of Flopsheet's.`);
  if (!reply.data.ok) return reply.data;
  const value = schemasOf(method).output.safeParse(reply.data.value);
  return value.success
    ? { ok: true, value: value.data }
    : failure("internal", `The answer to ${method} is not of the form that was agreed.`);
}
