/** How a program of ours ends, as scripts see it. */
export const exitCodes = {
  done: 0,
  /** A defect of the program. */
  defect: 1,
  /** A command, option or plan that is not right. */
  badInput: 2,
  /** Something that this machine lacks: a Chromium, a place to write, a free port. */
  missing: 3,
  /** Another Flopsheet uses the same data directory. */
  inUse: 4,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
