import { describe, expect, it } from "vitest";
import { clusterOf } from "../cluster.fixture.ts";
import { changed, faultsIn, resolvedSample } from "../sample-plan.ts";

const withClusters = (...rows: string[]) =>
  resolvedSample(changed(["energy:", `clusters:\n${rows.map((row) => `  - {${row}}\n`).join("")}energy:`]));

describe("clusters", () => {
  it("are the presets where a plan names none, with nodes of the plan's own card", () => {
    const { clusters, policy } = resolvedSample();
    expect(clusters).toEqual([10, 100, 100_000].map((cards) => clusterOf(cards, { cardsPerNode: 4 })));
    expect(policy).toBe("shortest");
  });

  it("keep what they state, and fail 419 times in 54 days on 16,384 cards where they do not say", () => {
    const [cluster] = withClusters(
      "title: Pod, cards: 64, accelerator: small, interconnect: InfiniBand, hoursPerWeek: 84, share: 0.5, checkpointWriteMinutes: 1, restartMinutes: 3, start: 2026-12-01, end: 2027-06-01, allocation: {unit: SU, perNodeHour: 8}",
    ).clusters;
    expect(cluster).toMatchObject({
      title: "Pod",
      accelerator: { id: "small" },
      // Of a card whose catalogue does not say.
      cardsPerNode: 8,
      interconnect: "InfiniBand",
      hoursPerWeek: 84,
      share: 0.5,
      checkpointWriteMinutes: 1,
      restartMinutes: 3,
      start: "2026-12-01",
      end: "2027-06-01",
      allocation: { unit: "SU", per: "nodeHour", rate: 8 },
    });
    expect(cluster?.cardMtbfHours.likely).toBeCloseTo(50_676.98, 1);
    expect(cluster?.stated).toContain("share");
  });

  it("start on the plan's day where they do not say", () => {
    const dated = changed(["title: Sample", "title: Sample\ndate: 2026-11-22"]);
    expect(resolvedSample(dated).clusters.map(({ start }) => start)).toEqual(Array(3).fill("2026-11-22"));
  });

  it("put their ranges among the plan's inputs, last", () => {
    const { clusters, inputs } = withClusters(
      "cards: 64, cardMtbfHours: {low: 20000, likely: 50000, high: 90000}",
      "cards: 8, queueWaitHours: {use: points}",
    );
    expect(clusters.map(({ cardMtbfHours }) => cardMtbfHours.input)).toEqual([1, null]);
    expect(clusters[1]?.queueWaitHours).toEqual({ likely: 15, input: 0 });
    expect(inputs[1]).toMatchObject({
      title: "hours between failures of one card, cluster of 64 cards",
      path: "clusters[0].cardMtbfHours",
    });
  });

  it("have a card that computes in the plan's formats, in the other 16-bit format too", () => {
    const moved = (card: string, format: string) =>
      faultsIn(
        changed(
          ["energy:", `clusters:\n  - {cards: 8, accelerator: ${card}}\nenergy:`],
          ["accelerator: big, achieved: 4.0e14", `accelerator: big, format: ${format}, achieved: 4.0e14`],
        ),
      );
    expect(moved("small", "bf16")).toEqual([]);
    expect(moved("small", "fp8")).toEqual([
      'clusters[0].accelerator 26:29 "small": No dense peak is known of Small card in fp8, in which the plan computes',
    ]);
    expect(moved("big", "fp8")).toEqual([]);
  });

  it("follow the plan's policy", () => {
    expect(resolvedSample(changed(["energy:", "schedule: {policy: priority}\nenergy:"])).policy).toBe("priority");
  });
});
