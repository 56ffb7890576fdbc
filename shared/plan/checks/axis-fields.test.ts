import { describe, expect, it } from "vitest";
import { changed, faultLike, faultsIn } from "../sample-plan.ts";

const axes = "experiments[0].sweeps[0].axes";

describe("an axis that sets a field", () => {
  it("names one", () => {
    const text = changed(["model.heads", "model.haeds"]);
    expect(faultsIn(text)).toEqual([`${axes}["model.haeds"] 14:11 "model.haeds": The axis model.haeds names no field`]);
    expect(faultLike(text, "The axis")).toMatchObject({
      hint: "Did you mean model.heads?",
      edit: { text: "model.heads" },
    });
    expect(faultLike(changed(["model.heads", "β2 0.99"]), "The axis").hint).toBe(
      "An axis with a dot in its name sets a field; leave the dot out of a name that only labels.",
    );
    expect(faultsIn(changed(["model.heads", "model.source"]))).toHaveLength(1);
  });

  it.each([
    ["[8, -16]", '["model.heads"][1] 14:28 -16: Heads cannot be negative'],
    ["[8, 1.5]", '["model.heads"][1] 14:28 1.5: Heads must be a whole number'],
    ["[8, sixteen]", '["model.heads"][1] 14:28 "sixteen": Heads must be a number'],
    ["[8, ~]", '["model.heads"][1] 14:28 null: Heads has no value'],
    ["16", '["model.heads"] 14:24 16: The axis model.heads sets a field and has no list of values for it'],
    ["[]", '["model.heads"] 14:24 []: The axis model.heads is empty'],
  ])("has values that the field may have, not %s", (values, fault) => {
    expect(faultsIn(changed(["[8, 16]", values]))).toEqual([`${axes}${fault}`]);
  });

  it("may set hardware, training and a member of a field", () => {
    const training = "tokensPerParameter: {ratio: 20, of: total}";
    expect(
      faultsIn(
        changed(
          ["steps: 1000", training],
          [
            "{seed: 3}",
            "{training.tokensPerParameter.ratio: [10, 20], hardware.format: [bf16, fp8], training.batch: [64]}",
          ],
        ),
      ),
    ).toEqual([]);
  });
});

describe("an axis with the bare name of a field", () => {
  it("would set nothing, and is refused", () => {
    const text = changed(["model.heads", "heads"]);
    expect(faultsIn(text)).toEqual([
      `${axes}.heads 14:11 "heads": The axis heads would count its values and set nothing`,
    ]);
    expect(faultLike(text, "The axis").edit?.text).toBe("model.heads");
  });

  it("is a label where its values are none of the field's", () => {
    expect(faultsIn(changed(["optimizer: [SGD, Adam]", "norm: [before, after]"]))).toEqual([]);
    expect(faultsIn(changed(["optimizer: [SGD, Adam]", "heads: 3"]))).toEqual([]);
  });
});
