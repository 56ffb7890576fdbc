/**
 * Must be imported before any schema is made. Otherwise zod compiles each schema with `new Function` at its first use: in a
 * page it probes `eval` for that, which the content policy reports, and in a process that reads one plan and ends the
 * compiling takes longer (34 to 94 ms) than all the reading (14 to 22 ms).
 */
import { z } from "zod";

z.config({ jitless: true });
