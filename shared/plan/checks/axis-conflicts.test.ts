import { describe, expect, it } from "vitest";
import { changed, faultsIn } from "../sample-plan.ts";

const axis = (text: string): string => changed(["          optimizer:", `          ${text}\n          optimizer:`]);
const place = "experiments[0].sweeps[0].axes";

describe("two axes", () => {
  it.each([
    ["size: [{label: a, heads: 4}]", '.size 15:11 "size": The axes model.heads and size both set the heads'],
    [
      "size: [{label: a, steps: 4}]\n          training.tokens: [5]",
      '["training.tokens"] 16:11 "training.tokens": The axes size and training.tokens both set the training length',
    ],
    [
      "hardware.achieved: [1.0e14]\n          hardware.utilisation: [0.3]",
      '["hardware.utilisation"] 16:11 "hardware.utilisation": The axes hardware.achieved and hardware.utilisation both set the speed',
    ],
  ])("do not set the same thing: %s", (text, fault) => {
    expect(faultsIn(axis(text))).toEqual([`${place}${fault}`]);
  });

  it("may set parts of one thing that follow from each other, where they agree", () => {
    expect(
      faultsIn(changed(["headSize: 128, ", ""], ["[8, 16]", "[8]\n          model.width: [1024, 2048]"])),
    ).toContain(
      "experiments[1].sweeps[0].model.width 22:9 null: Two of width, heads and headSize are needed and only heads is stated",
    );
    expect(faultsIn(axis("model.width: [1024, 2048]")).map((fault) => fault.split(": ").at(-1))).toEqual([
      "Width 1024 is not heads 16 × headSize 128 = 2048",
      "Width 2048 is not heads 8 × headSize 128 = 1024",
    ]);
  });
});

describe("one level", () => {
  it.each([
    [
      "steps: 1000",
      "steps: 1000, tokens: 5",
      'defaults.training.tokens 7:27 "tokens": The training length is stated twice, by steps and by tokens',
    ],
    [
      "achieved: 4.0e14",
      "achieved: 4.0e14, utilisation: 0.4",
      'defaults.hardware.achieved 8:32 "achieved": The speed is stated twice, by utilisation and by achieved',
    ],
  ])("states one thing in one way, not by %s", (from, to, fault) => {
    expect(faultsIn(changed([from, to]))).toEqual([fault]);
  });

  it("is another than a nearer one", () => {
    expect(
      faultsIn(changed(["id: main", "id: main\n        training: {tokens: 5}\n        hardware: {utilisation: 0.4}"])),
    ).toEqual([]);
  });
});
