import { describe, expect, it } from "vitest";
import { draftKeeper } from "./draft-keeper.ts";

/** A disk that takes what it is given when the test says so. */
function slowDisk() {
  const begun: string[] = [];
  const finish: { done: () => void; fail: (problem: Error) => void }[] = [];
  const write = (draft: string) =>
    new Promise<void>((done, fail) => {
      begun.push(draft);
      finish.push({ done, fail });
    });
  const next = () => {
    const first = finish.shift();
    if (first === undefined) throw new Error("nothing is being written");
    return first;
  };
  return { begun, write, next };
}

describe("draftKeeper", () => {
  it("begins to write before keep returns", () => {
    const disk = slowDisk();
    void draftKeeper(disk.write).keep("a");
    expect(disk.begun).toEqual(["a"]);
  });

  it("writes the latest of those that came while it wrote, and answers all of them", async () => {
    const disk = slowDisk();
    const keeper = draftKeeper(disk.write);
    const kept = ["a", "b", "c"].map((draft) => keeper.keep(draft));
    disk.next().done();
    await kept[0];
    expect(disk.begun).toEqual(["a", "c"]);
    disk.next().done();
    await Promise.all(kept);
    await keeper.settled();
    expect(disk.begun).toEqual(["a", "c"]);
  });

  it("says what kept a draft from the disk, and goes on with the next", async () => {
    const disk = slowDisk();
    const keeper = draftKeeper(disk.write);
    const [first, second] = [keeper.keep("a"), keeper.keep("b")];
    disk.next().fail(new Error("the disk is full"));
    await expect(first).rejects.toThrow("the disk is full");
    disk.next().done();
    await second;
    expect(disk.begun).toEqual(["a", "b"]);
  });

  it("hands over what waits when the page goes away", () => {
    const disk = slowDisk();
    const keeper = draftKeeper(disk.write);
    void keeper.keep("a");
    void keeper.keep("b");
    keeper.flush();
    expect(disk.begun).toEqual(["a", "b"]);
  });
});
