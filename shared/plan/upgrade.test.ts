import { describe, expect, it } from "vitest";
import { PLAN_VERSION } from "./document.ts";
import { faultsIn } from "./sample-plan.ts";
import { UPGRADES, type Upgrade, upgrade } from "./upgrade.ts";

describe("upgrade", () => {
  it("leaves a plan of this version as it is", () => {
    const raw = { flopsheet: 1, title: "a" };
    expect(upgrade(raw)).toEqual({ ok: true, value: raw });
  });

  it("has a step from every version before this one", () => {
    expect([...UPGRADES.keys()]).toEqual(Array.from({ length: PLAN_VERSION - 1 }, (_, index) => index + 1));
  });

  it("goes through every step between, in order, and writes the version", () => {
    const steps = new Map<number, Upgrade>([
      [1, ({ name, ...rest }) => ({ ...rest, title: name })],
      [2, (raw) => ({ ...raw, title: `${raw.title}!` })],
    ]);
    expect(upgrade({ flopsheet: 1, name: "a" }, steps, 3)).toEqual({ ok: true, value: { flopsheet: 3, title: "a!" } });
    expect(upgrade({ flopsheet: 2, title: "a" }, steps, 3)).toEqual({ ok: true, value: { flopsheet: 3, title: "a!" } });
  });

  it.each([
    ["flopsheet: 2", "flopsheet 1:12 2: This plan was written by a newer Flopsheet, in version 2 of the plan format"],
    ["flopsheet: 0", "flopsheet 1:12 0: This is not a version of the plan format"],
    ["flopsheet: 1.5", "flopsheet 1:12 1.5: This is not a version of the plan format"],
    ['flopsheet: "1"\nexperiments: []', 'flopsheet 1:12 "1": This is not a version of the plan format'],
    ["flopsheet:", "flopsheet 1:11 null: This is not a version of the plan format"],
    ["title: a", "flopsheet 1:1 null: This text does not say that it is a Flopsheet plan"],
    ['{"name": "a", "version": "1.0.0"}', "flopsheet 1:1 null: This text does not say that it is a Flopsheet plan"],
  ])("%j", (text, fault) => {
    expect(faultsIn(text)).toContain(fault);
  });

  it("looks no further into a plan of a newer version", () => {
    expect(faultsIn("flopsheet: 2\nexperiments: 3\nwhatever: 4")).toHaveLength(1);
  });

  it("looks at everything else of a plan that does not say its version", () => {
    expect(faultsIn("title: a\nexperiments: 3\nquotes: []")).toEqual([
      "flopsheet 1:1 null: This text does not say that it is a Flopsheet plan",
      "experiments 2:14 3: Experiments must be a list",
      "quotes 3:9 []: The list of quotes is empty",
    ]);
  });
});
