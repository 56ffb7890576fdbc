import { expect, it } from "vitest";
import { certain, plan, runClass } from "../plan.fixture.ts";
import { classId } from "./class-id.ts";

it("is the experiment, its sweep where there are several, and the values that tell classes apart", () => {
  const [one, two] = plan().experiments;
  const [sweep] = two?.sweeps ?? [];
  if (one === undefined || two === undefined || sweep === undefined) throw new Error("the plan has two experiments");
  const axes = [
    { name: "model.heads", kind: "path", values: [1, 2], count: certain(2) },
    { name: "seed", kind: "count", values: null, count: certain(3) },
    { name: "size", kind: "variant", values: ["7B"], count: certain(1) },
  ] as const;
  const of = plan({ experiments: [one, { ...two, sweeps: [{ ...sweep, axes }] }] });
  expect(classId(of, runClass())).toBe("one/1");
  expect(classId(of, runClass({ sweep: 1 }))).toBe("one/2");
  expect(classId(of, runClass({ experiment: 1, values: [2, null, "7B"] }))).toBe("two/heads=2,size=7B");
  const named = plan({ experiments: [{ ...one, sweeps: [{ ...sweep, id: "search" }] }] });
  expect(classId(named, runClass())).toBe("one/search");
});
