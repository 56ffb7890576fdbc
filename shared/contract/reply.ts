/** What every question gets back: a value, or an error that says which of a few known things went wrong. */
import { z } from "zod";
import type { Result } from "../lib/result.ts";

/**
 * Everything that can go wrong, closed:
 * - `unknownMethod`: this host does not answer that;
 * - `invalidInput`: the input is not of the method's form; `path` says where;
 * - `tooLarge`: question or answer is over its limit;
 * - `notFound`: what was named is not there, or no longer;
 * - `unavailable`: this machine lacks what it takes; the message says what to install or set;
 * - `conflict`: the record moved on since what the question builds on was read; nothing was written;
 * - `closed`: the record is not open; `record.info` says why and what can be done;
 * - `full`: the disk has no room for it; nothing was written;
 * - `refused`: the host does not trust where the question came from;
 * - `unreachable`: no host answered (said by a transport, never by a host);
 * - `internal`: a defect of the program.
 */
export const errorCodes = [
  "unknownMethod",
  "invalidInput",
  "tooLarge",
  "notFound",
  "unavailable",
  "conflict",
  "closed",
  "full",
  "refused",
  "unreachable",
  "internal",
] as const;

export type ErrorCode = (typeof errorCodes)[number];

export const contractErrorSchema = z.strictObject({
  code: z.enum(errorCodes),
  /** One sentence for the person in front of the screen. */
  message: z.string(),
  /** Where in the input, as `sheet.sections[0].kind`. */
  path: z.string().exactOptional(),
});

export type ContractError = z.infer<typeof contractErrorSchema>;

export type Reply<T> = Result<T, ContractError>;

/** A reply as it comes over a wire: the value is checked by the method's own schema. */
export const replySchema = z.discriminatedUnion("ok", [
  z.strictObject({ ok: z.literal(true), value: z.unknown() }),
  z.strictObject({ ok: z.literal(false), error: contractErrorSchema }),
]);

export const failure = (code: ErrorCode, message: string): Reply<never> => ({ ok: false, error: { code, message } });
