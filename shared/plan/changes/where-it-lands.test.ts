import { describe, expect, it } from "vitest";
import { whereItLands } from "./where-it-lands.ts";

const sweep = (parts: object = {}) => ({ axes: { seed: { use: "points" } }, ...parts });

const document = {
  experiments: [
    { title: "A", sweeps: [sweep()] },
    { title: "B", training: { tokens: 1e9 }, sweeps: [sweep()] },
    { title: "C", sweeps: [{ axes: { "training.steps": [1, 2] } }, { hardware: { utilisation: 0.4 } }] },
    {
      title: "D",
      sweeps: [
        {
          axes: {
            size: [
              { label: "a", width: 1 },
              { label: "b", width: 2 },
            ],
          },
        },
      ],
    },
  ],
};

describe("whereItLands", () => {
  it.each([
    ["variables", "points", "likely", "in 2 experiments that share it"],
    ["variables", "other", "likely", null],
    ["defaults", "training", "steps", "in 3 experiments that share it"],
    ["defaults", "hardware", "achieved", "in 4 experiments that share it"],
    ["defaults", "model", "width", "in 3 experiments that share it"],
    ["defaults", "model", "layers", "in 4 experiments that share it"],
    ["quotes", "0", "price", null],
  ])("of %s.%s.%s", (root, group, field, where) => {
    expect(whereItLands(document, [root, group, field])).toBe(where);
  });

  it("names the experiment where it is one", () => {
    const { experiments } = document;
    const one = {
      experiments: [
        { ...experiments[0], title: "Alone" },
        { ...experiments[1], sweeps: [{}] },
      ],
    };
    expect(whereItLands(one, ["variables", "points"])).toBe("in Alone");
    expect(whereItLands(one, ["defaults", "training", "steps"])).toBe("in Alone");
  });

  it("bears any document", () => {
    for (const value of [null, {}, { experiments: "x" }, { experiments: [null, 3] }]) {
      expect(whereItLands(value, ["variables", "points"])).toBeNull();
      expect(whereItLands(value, ["defaults", "training", "steps"])).toBeNull();
    }
  });
});
