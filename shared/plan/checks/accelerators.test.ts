import { describe, expect, it } from "vitest";
import { changed, faultLike, faultsIn } from "../sample-plan.ts";

describe("an accelerator by id", () => {
  it.each([
    ["a level", "accelerator: big", "accelerator: bgi", "defaults.hardware.accelerator 8:27"],
    [
      "an axis",
      "{seed: 3}",
      "{hardware.accelerator: [big, bgi]}",
      'experiments[1].sweeps[0].axes["hardware.accelerator"][1] 22:44',
    ],
    [
      "a row",
      "{seed: 3}",
      "{card: [{label: a, accelerator: bgi}]}",
      "experiments[1].sweeps[0].axes.card[0].accelerator 22:47",
    ],
  ])("is in the catalogue, in %s", (_, from, to, place) => {
    const text = changed([from, to]);
    expect(faultsIn(text)).toEqual([`${place} "bgi": "bgi" names no accelerator of the catalogue`]);
    expect(faultLike(text, '"bgi"')).toMatchObject({ allowed: "big, small", hint: "Did you mean big?" });
  });

  it("may be a card written down instead", () => {
    expect(faultsIn(changed(["accelerator: big", "accelerator: {name: Ours, densePeak: {bf16: 1.0e15}}"]))).toEqual([]);
  });
});
