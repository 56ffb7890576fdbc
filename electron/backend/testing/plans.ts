import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Snapshot } from "../../../shared/contract/methods/projects.ts";
import { findInstallation } from "../installation.ts";

/** The plan of arXiv 2407.05872 as its template has it. */
export const goldenText = readFileSync(
  join(findInstallation().root, "assets", "templates", "scaling-exponents.json"),
  "utf8",
);

/** What a screen would save of a text, with figures made up. */
export function snapshotOf(text: string, given: Partial<Snapshot> = {}): Snapshot {
  return {
    name: "plan.json",
    text,
    title: "Wider is better",
    funder: "National Science Foundation",
    figures: {
      ...{ currency: "USD", total: 12_907_461.18, low: 9e6, p10: 11.8e6, p50: 12.3e6, p90: 12.8e6, high: 15e6 },
      ...{ cardHours: 4_302_487.06, flop: 5.4211e24, runs: 58_512 },
    },
    faults: 0,
    parts: [
      { id: "gamma", title: "Gamma", total: 888.81, runs: 12 },
      { id: "beta", title: "β sweep", total: null, runs: 3 },
    ],
    uses: [],
    change: "Price 2.85 to 3.00 USD",
    ...given,
  };
}
