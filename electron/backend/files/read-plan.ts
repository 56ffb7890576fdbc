/** Reads the text of a plan document, or of another file of the same bounds, from a file or from standard input. */
import { err, ok, type Result } from "../../../shared/lib/result.ts";
import { PLAN_MAX_BYTES } from "../../../shared/plan/document.ts";
import { exact } from "../../../shared/units/format/exact.ts";
import { type FileFault, fileFault } from "./file-fault.ts";
import { openRegularFile } from "./open-regular-file.ts";

/** What the text is, as messages say it. */
export interface KindOfFile {
  /** After "not a": "plan file". */
  readonly file: string;
  /** With its article: "a plan". */
  readonly subject: string;
  /** What such a text is, a sentence. */
  readonly form: string;
}

const planFile: KindOfFile = { file: "plan file", subject: "a plan", form: "A plan is a JSON or YAML document." };

/**
 * The text of the file at `path`; `name` is how the person called it and stands in every message.
 *
 * Never hangs: a pipe is opened without waiting for its writer and refused, as devices are. Never reads more than a plan
 * may have, also when the file grows meanwhile.
 */
export async function readPlanFile(
  path: string,
  name = path,
  kind: KindOfFile = planFile,
): Promise<Result<string, FileFault>> {
  const bytes = await readFileBytes(path, name, kind);
  return bytes.ok ? decode(bytes.value, name, kind) : bytes;
}

/** Its bytes, whatever they are: for a file that may be no text. */
export async function readFileBytes(path: string, name: string, kind: KindOfFile): Promise<Result<Buffer, FileFault>> {
  const opened = await openRegularFile(path, name, kind.file);
  if (!opened.ok) return opened;
  const { file, size } = opened.value;
  try {
    if (size > PLAN_MAX_BYTES) return err(tooLarge(name, size, kind));
    return bounded(await readAll(file.createReadStream({ end: PLAN_MAX_BYTES, autoClose: false })), name, kind);
  } catch (error) {
    return err(fileFault(error, name, "read"));
  } finally {
    await file.close();
  }
}

/** The same from a stream, as `process.stdin`. Reading stops as soon as there is too much. */
export async function readPlanStream(
  stream: AsyncIterable<Uint8Array>,
  name: string,
  kind: KindOfFile = planFile,
): Promise<Result<string, FileFault>> {
  const bytes = await readStreamBytes(stream, name, kind);
  return bytes.ok ? decode(bytes.value, name, kind) : bytes;
}

/** The bytes of a stream, whatever they are. */
export async function readStreamBytes(
  stream: AsyncIterable<Uint8Array>,
  name: string,
  kind: KindOfFile,
): Promise<Result<Buffer, FileFault>> {
  try {
    return bounded(await readAll(stream), name, kind);
  } catch (error) {
    return err(fileFault(error, name, "read"));
  }
}

/** At most one chunk more than a plan may have. */
async function readAll(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > PLAN_MAX_BYTES) break;
  }
  return Buffer.concat(chunks);
}

const bounded = (bytes: Buffer, name: string, kind: KindOfFile): Result<Buffer, FileFault> =>
  bytes.length > PLAN_MAX_BYTES ? err(tooLarge(name, null, kind)) : ok(bytes);

/** The text that the bytes are, in UTF-8 without a byte-order mark. */
export function decode(bytes: Buffer, name: string, kind: KindOfFile): Result<string, FileFault> {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    if (!text.includes("\0")) return ok(text);
  } catch {
    // Not UTF-8: said below, like a NUL, which no text has.
  }
  return err({ code: "notText", message: `${name} is not a text file in UTF-8. ${kind.form}` });
}

function tooLarge(name: string, bytes: number | null, kind: KindOfFile): FileFault {
  const size = bytes === null ? "" : `, this is ${exact(bytes)}`;
  const message = `${name} is too large: ${kind.subject} has at most ${exact(PLAN_MAX_BYTES)} bytes${size}.`;
  return { code: "tooLarge", message };
}
