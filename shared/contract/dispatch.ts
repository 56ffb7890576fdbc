/** The only way in: every host's questions, whatever carried them, are answered here. */
import type { z } from "zod";
import { type MethodInput, type MethodOutput, schemasOf } from "./methods.ts";
import { type MethodName, methodNames } from "./names.ts";
import { failure, type Reply } from "./reply.ts";

type Answer<T> = Reply<T> | Promise<Reply<T>>;

/** The services of a host. A host may leave methods out: it then does not know them. */
export type Handlers = {
  readonly [M in MethodName]?: (input: MethodInput<M>) => Answer<MethodOutput<M>>;
};

export interface Request {
  readonly method: string;
  readonly input: unknown;
}

/**
 * Looks the method up among the handlers' own properties, checks the input, calls, checks the output.
 *
 * Nothing is thrown across: bad input is `invalidInput` with its place, and a handler that throws or answers nonsense is
 * `internal`; its error goes to `onDefect` and never to the one who asked.
 */
export async function dispatch(
  handlers: Handlers,
  request: Request,
  onDefect: (defect: unknown) => void = () => {},
): Promise<Reply<unknown>> {
  const method = methodNames.find((name) => name === request.method);
  if (method === undefined || !Object.hasOwn(handlers, method)) {
    return failure("unknownMethod", `This host does not answer ${JSON.stringify(request.method.slice(0, 100))}.`);
  }
  try {
    return await answer(handlers, method, request.input);
  } catch (defect) {
    onDefect(defect);
    return failure("internal", `Something went wrong inside Flopsheet while it answered ${method}.`);
  }
}

async function answer<M extends MethodName>(
  handlers: { readonly [K in M]?: (input: MethodInput<K>) => Answer<MethodOutput<K>> },
  method: M,
  given: unknown,
): Promise<Reply<unknown>> {
  const { input, output } = schemasOf(method);
  const parsed = input.safeParse(given);
  if (!parsed.success) return refusal(method, parsed.error);
  const reply = await handlers[method]?.(parsed.data);
  return reply?.ok ? { ok: true, value: output.parse(reply.value) } : (reply ?? failure("unknownMethod", method));
}

function refusal(method: MethodName, error: z.ZodError): Reply<never> {
  const issue = error.issues[0];
  const path = pathText(issue?.path ?? []);
  const place = path === "" ? "" : ` at ${path}`;
  return {
    ok: false,
    error: { code: "invalidInput", message: `${method} does not take that${place}: ${issue?.message}.`, path },
  };
}

/** `["sheet", "sections", 0, "kind"]` is `sheet.sections[0].kind`. */
function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === "number") return `${text}[${step}]`;
    return text === "" ? String(step) : `${text}.${String(step)}`;
  }, "");
}
