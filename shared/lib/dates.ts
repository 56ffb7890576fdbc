import { z } from "zod";

/** A day of the calendar, "2026-01-21"; days that do not exist (2026-02-30) are refused. */
export const calendarDateSchema = z.iso.date({ error: "Allowed: a date as YYYY-MM-DD" });

/** As much of a date as a source gives: "2023", "2024-12" or "2026-01-21". */
export const partialDateSchema = z
  .string()
  .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, { error: "Allowed: YYYY, YYYY-MM or YYYY-MM-DD" });
