import { describe, expect, it } from "vitest";
import { changed, faultLike, faultsIn } from "../sample-plan.ts";

const dispute = (text: string): string => changed(["quotes:", `disputes:\n  - {id: d, title: D, ${text}}\nquotes:`]);

describe("a dispute", () => {
  it("names an experiment and reads something otherwise", () => {
    expect(faultsIn(dispute("experiment: frist, instead: {}"))).toEqual([
      'disputes[0].experiment 24:35 "frist": "frist" names no experiment',
      "disputes[0].instead 24:51 {}: The dispute reads nothing otherwise",
    ]);
  });

  it("names one of several sweeps", () => {
    const two = (text: string) => dispute(text).replace("- id: main", "- id: side\n      - id: main");
    const none = two("experiment: second, instead: {repeats: 2}");
    expect(faultsIn(none)).toEqual([
      "disputes[0].sweep 25:5 null: second has 2 sweeps, and the dispute does not say which it reads otherwise",
    ]);
    expect(faultLike(none, "second has").allowed).toBe("side, main");
    expect(faultsIn(two("experiment: second, sweep: mian, instead: {repeats: 2}"))).toEqual([
      'disputes[0].sweep 25:50 "mian": "mian" names no sweep of second',
    ]);
    expect(faultsIn(two("experiment: second, sweep: side, instead: {repeats: 2}"))).toEqual([]);
    expect(faultsIn(dispute("experiment: first, instead: {repeats: 2}"))).toEqual([]);
  });

  it("has axes and fields like those of a sweep", () => {
    expect(faultsIn(dispute("experiment: first, instead: {axes: {model.heads: [4, 0]}}"))).toEqual([
      'disputes[0].instead.axes["model.heads"][1] 24:76 0: Heads cannot be 0',
    ]);
    expect(faultsIn(dispute("experiment: first, instead: {model: {width: 1000}}"))).toEqual([
      "disputes[0].instead.model.width 24:67 1000: Width 1000 is not heads 8 × headSize 128 = 1024",
      "disputes[0].instead.model.width 24:67 1000: Width 1000 is not heads 16 × headSize 128 = 2048",
    ]);
  });

  it("reads a faulty experiment no further", () => {
    expect(faultsIn(dispute("experiment: first, instead: {repeats: 2}").replace("id: first", "id: 1st"))).toEqual([
      'experiments[0].id 10:9 "1st": Id is not written as it should be',
      'experiments[1].after[0] 19:13 "first": "first" names no experiment',
      'disputes[0].experiment 24:35 "first": "first" names no experiment',
    ]);
  });
});
