import { z } from "zod";
import { strictObject } from "../lib/strict-object.ts";
import { boundedNumber } from "../ranges/quantity.ts";

/** The largest file that is kept beside a quote. */
export const ATTACHMENT_MAX_BYTES = 10_000_000;

const nameError = "Allowed: the file's name, of 1 to 255 characters and without a folder";
const hashError = "Allowed: a SHA-256 as 64 digits of 0-9 and a-f";

/** SHA-256 of a file's bytes. */
export const sha256Schema = z.string({ error: hashError }).regex(/^[0-9a-f]{64}$/, { error: hashError });

/** The file that a quote came as, a PDF or an e-mail: its name, and the hash by which the record keeps its bytes. */
export const attachmentSchema = strictObject({
  name: z
    .string({ error: nameError })
    .min(1, { error: nameError })
    .max(255, { error: nameError })
    .regex(/^[^/\\\p{Cc}]+$/u, { error: nameError }),
  sha256: sha256Schema,
  bytes: boundedNumber({ min: 1, max: ATTACHMENT_MAX_BYTES, integer: true, what: "bytes of the file" }),
});
export type Attachment = z.infer<typeof attachmentSchema>;
