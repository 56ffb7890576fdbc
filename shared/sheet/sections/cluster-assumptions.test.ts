import { expect, it } from "vitest";
import { input } from "../../estimate/plan.fixture.ts";
import { schedulesOf } from "../../estimate/schedule/schedule-of.ts";
import { clusterOf } from "../../plan/cluster.fixture.ts";
import type { ResolvedPlan } from "../../plan/resolved.ts";
import { buildSheet } from "../build-sheet.ts";
import { plan } from "../fixtures/plan.ts";
import { inputOf, sectionOf } from "../fixtures/sheet-of.ts";
import { plainText } from "../text/rich-text.ts";

function itemsOf(of: ResolvedPlan, id: "assumptions" | "sources", isScheduled = true): string[] {
  const figures = inputOf(of);
  const section = sectionOf(
    buildSheet(isScheduled ? { ...figures, schedules: schedulesOf(of, figures.estimate) } : figures),
    id,
  );
  return section.kind === "list" ? section.items.map(plainText) : [];
}

it("says how cards fail, what of it is assumed, and whose figures these are", () => {
  const of = plan({ clusters: [clusterOf(16), clusterOf(32)] });
  const failures = itemsOf(of, "assumptions").filter((text) => text.includes("A card fails"));
  expect(failures).toHaveLength(1);
  expect(failures[0]).toContain("every 50,677 h on the mean (419 unexpected interruptions in 54 days on 16,384 cards)");
  expect(failures[0]).toContain("a checkpoint takes 5 minutes, as assumed here");
  expect(failures[0]).toContain("it is 10 minutes, as assumed here");
  const sources = itemsOf(of, "sources");
  expect(sources).toContain("Grattafiori et al. 2024, The Llama 3 Herd of Models, section 3.3.4, table 5. July 2024.");
  expect(sources.some((text) => text.startsWith("Daly, “A higher order estimate"))).toBe(true);
});

it("names the clusters that differ, the range of what is stated, and its source", () => {
  const of = plan({
    inputs: [{ ...input(20_000, 30_000, 60_000, "card MTBF"), source: "our own log" }],
    clusters: [
      clusterOf(16),
      clusterOf(32, {
        hoursPerWeek: 84,
        cardMtbfHours: { likely: 30_000, input: 0 },
        checkpointWriteMinutes: 1,
        share: 0.5,
        stated: ["cards", "cardMtbfHours", "checkpointWriteMinutes", "share"],
      }),
    ],
    policy: "sequence",
  });
  const items = itemsOf(of, "assumptions");
  const own = items.find((text) => text.startsWith("On 16 granted of 32 cards: a card fails"));
  expect(own).toContain("every 30,000 h on the mean (of PERT(20,000, 30,000, 60,000))");
  expect(own).toContain("a checkpoint takes 1 minute, and");
  expect(items).toContain(
    "On 16 granted of 32 cards: 50 % of the cards are granted, 16 of 32; all times are on these.",
  );
  expect(items).toContain("On 16 granted of 32 cards: it runs 84 hours of a week; dates count that, hours do not.");
  expect(items).toContain("Schedules take one experiment after another, in the order of the plan.");
  expect(itemsOf(of, "sources")).toContain("our own log.");
});

it("says nothing of it before there are schedules", () => {
  const items = itemsOf(plan({ clusters: [clusterOf(16)] }), "assumptions", false);
  expect(items.some((text) => text.includes("A card fails"))).toBe(false);
});
