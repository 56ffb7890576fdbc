import { expect, it } from "vitest";
import { hardwareOverrides } from "./overrides.ts";

it("names every experiment, sweep and axis that states hardware of its own", () => {
  const tree = {
    experiments: [
      { title: "Alone", hardware: { accelerator: "a100-sxm-80", format: "bf16" }, sweeps: [{}] },
      {
        title: "Two",
        sweeps: [
          { title: "on old cards", hardware: { utilisation: 0.2 } },
          { axes: { "hardware.accelerator": ["h100-sxm", "a100-sxm-80"], "model.width": [128] } },
          {
            axes: {
              setting: [{ label: "8 bit", format: "fp8" }],
              size: [{ label: "7B", layers: 32, source: "paper" }],
            },
          },
        ],
      },
      { sweeps: [{ hardware: {} }] },
    ],
  };
  expect(hardwareOverrides(tree)).toEqual([
    { title: "Alone", what: "accelerator, format", place: "experiments[0].hardware" },
    { title: "Two, on old cards", what: "utilisation", place: "experiments[1].sweeps[0].hardware" },
    {
      title: "Two, sweep 2",
      what: "the axis “hardware.accelerator”",
      place: 'experiments[1].sweeps[1].axes["hardware.accelerator"]',
    },
    { title: "Two, sweep 3", what: "the axis “setting”", place: "experiments[1].sweeps[2].axes.setting" },
  ]);
});

it("finds none in a document of any other kind", () => {
  for (const tree of [null, [], "x", { experiments: "x" }, { experiments: [null, 3, { sweeps: {} }] }]) {
    expect(hardwareOverrides(tree)).toEqual([]);
  }
});
