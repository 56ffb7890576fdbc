import { describe, expect, it } from "vitest";
import { completeAccelerator } from "../hardware/accelerator.ts";
import type { ResolvedPlan, RunClass } from "../plan/resolved.ts";
import { estimate } from "./estimate.ts";
import { onCard } from "./on-card.ts";
import { cardAt, certain, plan, runClass } from "./plan.fixture.ts";

/** A third as fast as the test card, half its bandwidth, no bf16 but fp16. */
const older = completeAccelerator({ name: "Older card", densePeak: { fp16: 1e15 / 3 }, bandwidthBytesPerSecond: 1e12 });
const without = completeAccelerator({ name: "Other card", densePeak: { fp32: 1e14 } });

const moved = (of: ResolvedPlan, utilisation: number | null = null): ResolvedPlan => {
  const result = onCard(of, older, utilisation === null ? null : certain(utilisation));
  if (!result.ok) throw new Error("the card has no peak");
  return result.value;
};
const cardHours = (of: ResolvedPlan): number => estimate(of).withReruns.cardHours;
const withClass = (changes: Partial<RunClass["training"]>): ResolvedPlan =>
  plan({ classes: [runClass({ training: { ...runClass().training, ...changes } })] });

describe("onCard", () => {
  it("carries a utilisation over, so that a third of the peak takes three times the hours", () => {
    expect(cardHours(moved(plan()))).toBeCloseTo(3 * cardHours(plan()), 9);
    expect(estimate(moved(plan())).withReruns.flop).toBe(estimate(plan()).withReruns.flop);
  });

  it("carries a stated speed over as the share of the peak that it is, and says from where", () => {
    const stated = plan({
      cards: [
        { ...cardAt(certain(0.4)), speed: { kind: "achieved", flopPerSecond: certain(3.6e14), carriedFrom: null } },
      ],
    });
    const [card] = moved(stated).cards;
    expect(card).toMatchObject({ format: "fp16", speed: { kind: "achieved", carriedFrom: "Test card, bf16" } });
    expect(card?.speed.kind === "achieved" && card.speed.flopPerSecond.likely).toBeCloseTo(1.2e14, 0);
    expect(cardHours(moved(stated))).toBeCloseTo(3 * cardHours(stated), 9);
  });

  it("carries a pilot over by the peaks", () => {
    const pilot = plan({
      cards: [
        {
          ...cardAt(certain(0.4)),
          speed: {
            kind: "measured",
            pace: { per: "item", itemsPerSecond: certain(10_000) },
            ofKind: "pretraining",
            factor: 1,
            carriedFrom: null,
          },
        },
      ],
    });
    expect(cardHours(moved(pilot))).toBeCloseTo(3 * cardHours(pilot), 9);
  });

  it("takes what the other card is said to reach", () => {
    expect(cardHours(moved(plan(), 0.2))).toBeCloseTo(6 * cardHours(plan()), 9);
  });

  it("does as much work in runs that are stated in hours, unless nobody counts it", () => {
    const timed = withClass({ length: { kind: "hours", hours: certain(10), cards: 8 } });
    expect(cardHours(moved(timed))).toBeCloseTo(3 * cardHours(timed), 9);
    const uncounted = plan({
      classes: [
        runClass({
          model: null,
          training: { ...runClass().training, length: { kind: "hours", hours: certain(10), cards: 8 } },
        }),
      ],
    });
    expect(cardHours(moved(uncounted))).toBeCloseTo(cardHours(uncounted), 9);
  });

  it("leaves a plan that is on the card already", () => {
    const [card] = plan().cards;
    if (card === undefined) throw new Error("the plan has a card");
    const same = onCard(plan(), card.accelerator);
    expect(same.ok && same.value).toEqual(plan());
  });

  it("refuses a card whose peak in the format nobody knows", () => {
    expect(onCard(plan(), without)).toEqual({ ok: false, error: { accelerator: "Other card", format: "bf16" } });
  });
});
