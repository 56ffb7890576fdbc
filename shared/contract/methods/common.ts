/** Forms that several methods share. */
import { z } from "zod";
import { PLAN_MAX_BYTES } from "../../plan/document.ts";

export const nothing = z.strictObject({});

/** Names a document, a row of the library, an import: made by whoever makes the thing, so that a repeated question is one. */
export const uuid = z.uuid();

/** A moment in UTC, as `2026-11-22T14:02:00.000Z`. */
export const instant = z.iso.datetime();

/** A revision's number: 1, 2, 3, … */
export const revisionNumber = z.int().min(1);

/** Base64 of at most 8 MB: larger things travel in parts. */
const MAX_PART_CHARACTERS = 11_000_000;
export const base64Part = z.base64().max(MAX_PART_CHARACTERS);

export const shortText = z.string().max(2_000);

/** The text of a plan document, as typed: it need not be a plan yet. Characters are bounded here, bytes by its reader. */
export const planText = z.string().max(PLAN_MAX_BYTES);

/** A file's name without folders. */
export const fileName = z
  .string()
  .min(1)
  .max(255)
  .regex(/^[^/\\\0]+$/, "a file name without folders");

export const paper = z.enum(["a4", "letter"]);

/** A language tag, as `en-GB`: it becomes the document's language. */
export const locale = z
  .string()
  .max(35)
  .regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/, "a language tag, as en-GB");
