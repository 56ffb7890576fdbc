import { randomBytes } from "node:crypto";
import type { MethodInput } from "../../../shared/contract/methods.ts";

/** A sheet and how it is to be printed. */
export type PrintJob = MethodInput<"print.prepare">;

/** Sheets that wait for their page. */
export interface PrintJobs {
  /** Puts a job aside and names it. The oldest one gives way when too many wait. */
  prepare(job: PrintJob): string;
  has(id: string): boolean;
  /** Hands a job out, once; undefined when it was taken, has expired, gave way or never was. */
  take(id: string): PrintJob | undefined;
}

const LIFETIME_MS = 10 * 60 * 1000;
const MOST_WAITING = 8;

/** `now` is a clock in milliseconds that never goes back. */
export function createPrintJobs(now: () => number = () => performance.now()): PrintJobs {
  const waiting = new Map<string, { readonly job: PrintJob; readonly until: number }>();

  const dropExpired = () => {
    for (const [id, { until }] of waiting) {
      if (until <= now()) waiting.delete(id);
    }
  };

  return {
    prepare(job) {
      dropExpired();
      const [oldest] = waiting.keys();
      if (oldest !== undefined && waiting.size >= MOST_WAITING) waiting.delete(oldest);
      const id = randomBytes(16).toString("base64url");
      waiting.set(id, { job, until: now() + LIFETIME_MS });
      return id;
    },
    has(id) {
      dropExpired();
      return waiting.has(id);
    },
    take(id) {
      dropExpired();
      const found = waiting.get(id);
      waiting.delete(id);
      return found?.job;
    },
  };
}
