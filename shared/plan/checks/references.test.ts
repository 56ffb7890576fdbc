import { describe, expect, it } from "vitest";
import { changed, faultLike, faultsIn } from "../sample-plan.ts";

describe("an experiment that is named", () => {
  it.each([
    ["after", "after: [first]", "after: [frist]", "experiments[1].after[0] 19:13"],
    ["sharedWith", "after: [first]", "sharedWith: frist", "experiments[1].sharedWith 19:17"],
    ["sharedWith of a sweep", "id: main", "sharedWith: frist", "experiments[1].sweeps[0].sharedWith 21:21"],
  ])("exists, in %s", (_, from, to, place) => {
    const text = changed([from, to]);
    expect(faultsIn(text)).toEqual([`${place} "frist": "frist" names no experiment`]);
    expect(faultLike(text, '"frist"').hint).toBe("Did you mean first?");
  });

  it("is another one", () => {
    expect(faultsIn(changed(["after: [first]", "after: [second]"]))).toEqual([
      'experiments[1].after[0] 19:13 "second": The experiment second names itself',
    ]);
    expect(faultsIn(changed(["id: main", "sharedWith: second"]))).toHaveLength(1);
  });

  it("is not missed where it is faulty itself", () => {
    expect(faultsIn(changed(["title: First", "title: 1"]))).toEqual([
      "experiments[0].title 11:12 1: Title must be text",
    ]);
  });
});
