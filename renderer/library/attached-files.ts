/** The files that quotes came as: handed to the record, and back. */
import { failure, type Reply } from "../../shared/contract/reply.ts";
import { ok } from "../../shared/lib/result.ts";
import { ATTACHMENT_MAX_BYTES, type Attachment } from "../../shared/money/attachment.ts";
import { exact } from "../../shared/units/format/exact.ts";
import { client } from "../host/client.ts";
import { base64OfBytes, bytesOfBase64, saveFile } from "../host/save-file.ts";

/** Keeps `file` in the record; the quote that names it must be saved for it to stay there. */
export async function keepFile(file: File): Promise<Reply<Attachment>> {
  if (file.size === 0) return failure("invalidInput", `${file.name} is empty.`);
  if (file.size > ATTACHMENT_MAX_BYTES) {
    return failure(
      "tooLarge",
      `${file.name} has ${exact(file.size)} bytes. Allowed: at most ${exact(ATTACHMENT_MAX_BYTES)}.`,
    );
  }
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return failure("unavailable", `${file.name} cannot be read.`);
  }
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const sha256 = Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
  const kept = await client["library.attach"]({ sha256, base64: base64OfBytes(bytes) });
  return kept.ok ? ok({ name: file.name, sha256, bytes: bytes.length }) : kept;
}

/** Hands a kept file to the browser; what went wrong, or null. */
export async function downloadFile({ name, sha256 }: Attachment): Promise<string | null> {
  const reply = await client["library.attachment"]({ sha256 });
  if (!reply.ok) return reply.error.message;
  saveFile(name, new Blob([bytesOfBase64(reply.value.base64)]));
  return null;
}
