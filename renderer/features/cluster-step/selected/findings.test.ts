import { expect, it } from "vitest";
import type { ClusterView } from "../../../estimating/schedule/messages.ts";
import { timelineFinding } from "./findings.ts";

const view = (own: Partial<ClusterView>): ClusterView => ({
  policy: "shortest",
  cards: 16,
  idealHours: 40,
  scheduledHours: 10,
  expectedHours: 10,
  utilisation: 1,
  idleCardHours: 0,
  bands: [],
  experiments: [],
  classes: [],
  cannotRun: [],
  allocation: null,
  ...own,
});

it.each([
  ["All cards are in use nearly all the time", {}],
  // The runs that are left out are in the ideal time: the rest is shorter than it, and still leaves cards idle.
  ["16 cards are in use 6 % of the time, 150 card-hours idle", { utilisation: 1 / 16, idleCardHours: 150 }],
  ["Nothing is scheduled here", { scheduledHours: 0, utilisation: 0 }],
  [
    "Priority order takes 2.0 h more than the shortest, 20.0 card-hours idle",
    { policy: "priority", scheduledHours: 12, idleCardHours: 20 },
  ],
] as const)("%s", (finding, own) => {
  expect(timelineFinding(view(own), [{ policy: "shortest", scheduledHours: 10, expectedHours: 10 }])).toBe(finding);
});
