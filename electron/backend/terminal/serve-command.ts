import type { Command } from "./command.ts";

export const serveCommand = {
  name: "serve",
  summary: "Open the app in your browser.",
  description:
    "Starts the app on this machine, for you alone, and opens it in your browser, or prints its address where there is no display. The address lets one browser in once; that browser stays in. It runs until you press Ctrl C.",
  operand: null,
  options: {
    "no-open": { value: null, description: "Only print the address." },
    port: {
      value: "N",
      description: "Listen at this port, this once; 0 takes any that is free. Drafts belong to an address.",
    },
  },
} as const satisfies Command;

/** The port that was typed, or null when it is none. */
export function readPort(typed: string): number | null {
  const port = /^\d{1,5}$/.test(typed) ? Number(typed) : Number.NaN;
  return port <= 65_535 ? port : null;
}
