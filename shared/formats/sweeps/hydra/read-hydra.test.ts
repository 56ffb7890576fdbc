import { describe, expect, it } from "vitest";
import { axisOf, faultOf, runsOf, sweepOf, valuesOf } from "../reading.fixture.ts";

const basic = (params: string, more = "") =>
  `${more}hydra:\n  mode: MULTIRUN\n  sweeper:\n    params:\n${params.replace(/^/gm, "      ")}\n`;

describe("Hydra's own sweeper", () => {
  it("multiplies lists, choices and ranges, and leaves single values constant", () => {
    const file = sweepOf(basic("lr: 1e-3,1e-4\nwidth: choice(256, 512)\n+seed: range(3)\ndepth: 8"));
    expect(file).toMatchObject({
      format: "hydra",
      method: "grid",
      constants: [{ name: "depth", value: 8 }],
      needs: [],
    });
    expect(valuesOf(file)).toEqual({ lr: [1e-3, 1e-4], width: [256, 512], seed: [0, 1, 2] });
    expect(runsOf(basic("lr: 1e-3,1e-4\nwidth: choice(256, 512)\n+seed: range(3)\ndepth: 8"))).toBe(12);
  });

  it("reads the parameters under one dotted key as well", () => {
    expect(runsOf("hydra.sweeper.params:\n  a: 1,2,3\n")).toBe(3);
    expect(runsOf("hydra:\n  sweeper.params:\n    a: 1,2,3\n")).toBe(3);
  });

  it("asks how many a glob finds", () => {
    const file = sweepOf(basic("data: glob(wiki*)\nlr: 1,2"));
    expect(file.needs).toMatchObject([{ what: "glob", axis: "data", at: { line: 5, column: 13 } }]);
    expect(runsOf(basic("data: glob(wiki*)\nlr: 1,2"))).toBeNull();
  });

  it("asks for the trials of an interval whose sampler the file does not name", () => {
    const file = sweepOf(basic("lr: interval(0.1, 1)"));
    expect(file).toMatchObject({ method: "search", needs: [{ what: "trials", axis: "lr" }] });
  });

  it("counts a sweep over Hydra's own settings, and mentions the launcher", () => {
    const text = basic("hydra.launcher.gpus: 1,2\nlr: 1,2", "defaults:\n  - override hydra/launcher: submitit_slurm\n");
    expect(runsOf(text)).toBe(4);
    expect(sweepOf(text).warnings.join(" ")).toMatch(/hydra\.launcher\.gpus.*multiplies/);
    expect(sweepOf(text).warnings.join(" ")).toContain("launcher's settings were not read");
    expect(sweepOf(basic("hydra.launcher.timeout_min: 60\nlr: 1,2")).constants).toEqual([]);
  });

  it("reads the overrides that a finished multirun keeps", () => {
    expect(runsOf("hydra:\n  overrides:\n    task:\n      - lr=0.1,0.2\n      - width=range(3)\n")).toBe(6);
  });

  it("counts a range that is too long to list", () => {
    expect(axisOf(sweepOf(basic("seed: range(1000000)")), "seed")).toMatchObject({ kind: "count", count: 1_000_000 });
  });

  it("runs a value that stands twice twice", () => {
    expect(runsOf(basic("seed: choice(1, 1)"))).toBe(2);
  });

  it("tells a fault with its place", () => {
    expect(faultOf(basic("lr: range(1, 2"))).toBe("5:11 This value cannot be read as Hydra's");
    expect(faultOf("hydra:\n  mode: MULTIRUN\n")).toBe("2:3 This configuration sweeps over nothing");
  });
});

const withSweeper = (name: string, sweeper: string, more = "") =>
  `defaults:\n  - override hydra/sweeper: ${name}\n${more}hydra:\n  sweeper:\n${sweeper.replace(/^/gm, "    ")}\n`;

describe("Optuna", () => {
  const params =
    "params:\n  lr: tag(log, interval(1e-5, 1e-1))\n  width: choice(256, 512)\n  depth: range(2, 8, step=2)";

  it("tries n_trials, whatever the space", () => {
    const text = withSweeper("optuna", `n_trials: 50\nn_jobs: 4\n${params}`);
    expect(runsOf(text)).toBe(50);
    const file = sweepOf(text);
    expect(file).toMatchObject({ format: "hydra-optuna", method: "bayes", maxParallel: 4, needs: [] });
    expect(axisOf(file, "lr")).toMatchObject({ kind: "range", low: 1e-5, high: 0.1, scale: "log", drawn: true });
    expect(axisOf(file, "depth")).toMatchObject({ kind: "range", low: 2, high: 8, step: 2, whole: true });
  });

  it("tries 20 where the file does not say, and says so", () => {
    const file = sweepOf(withSweeper("optuna", params));
    expect(runsOf(withSweeper("optuna", params))).toBe(20);
    expect(file.warnings.join(" ")).toContain("then tries 20");
  });

  it.each([
    ["random", "random"],
    ["nsgaii", "evolution"],
    ["cmaes", "evolution"],
    ["tpe", "bayes"],
  ])("knows the sampler %s", (sampler, method) => {
    const more = `  - override hydra/sweeper/sampler: ${sampler}\n`;
    expect(sweepOf(withSweeper("optuna", params, more)).method).toBe(method);
  });

  it("counts a grid without the ends of its ranges, and no more than n_trials", () => {
    const more = "  - override hydra/sweeper/sampler: grid\n";
    const grid = "params:\n  x: choice(1, 2)\n  y: range(0, 1, step=0.1)";
    // Python's 1 // 0.1 is 9.
    expect(runsOf(withSweeper("optuna", `n_trials: 100\n${grid}`, more))).toBe(18);
    expect(runsOf(withSweeper("optuna", `n_trials: 10\n${grid}`, more))).toBe(10);
    expect(faultOf(withSweeper("optuna", "params:\n  x: interval(0, 1)", more))).toMatch(
      /^7:10 A grid cannot run over an interval/,
    );
  });

  it("reads the older search_space", () => {
    const older =
      "n_trials: 7\nsearch_space:\n  x: {type: float, low: 0.5, high: 2, log: true}\n  y: {type: categorical, choices: [a, b]}\n  z: {type: int, low: 1, high: 9, step: 2}";
    const file = sweepOf(withSweeper("optuna", older));
    expect(axisOf(file, "x")).toMatchObject({ low: 0.5, high: 2, scale: "log" });
    expect(axisOf(file, "z")).toMatchObject({ whole: true, step: 2 });
    expect(runsOf(withSweeper("optuna", older))).toBe(7);
  });

  it("reads a file of the group hydra/sweeper", () => {
    const text =
      "_target_: hydra_plugins.hydra_optuna_sweeper.optuna_sweeper.OptunaSweeper\nn_trials: 9\nparams:\n  x: interval(0, 1)\n";
    expect(runsOf(text)).toBe(9);
  });
});

describe("Ax", () => {
  it("tries max_trials of range, choice and fixed", () => {
    const text = withSweeper(
      "ax",
      "ax_config:\n  max_trials: 30\n  params:\n    x: {type: range, bounds: [-1, 2.5]}\n    n: {type: range, bounds: [1, 8], log_scale: true}\n    o: {type: choice, values: [a, b]}\n    f: {type: fixed, value: 3}\n    t: interval(0.5, 1)",
    );
    const file = sweepOf(text);
    expect(runsOf(text)).toBe(30);
    expect(file).toMatchObject({ format: "hydra-ax", constants: [{ name: "f", value: 3 }] });
    expect(axisOf(file, "x")).toMatchObject({ low: -1, high: 2.5, whole: false });
    expect(axisOf(file, "n")).toMatchObject({ whole: true, scale: "log" });
    expect(axisOf(file, "t")).toMatchObject({ low: 0.5, high: 1 });
  });

  it("refuses a parameter without its numbers", () => {
    const text = withSweeper("ax", "ax_config:\n  params:\n    x: {type: range, bounds: [2, 1]}");
    expect(faultOf(text)).toMatch(/^7:12 This parameter of Ax cannot be read/);
  });
});

describe("Nevergrad", () => {
  it.each(["params", "parametrization"])("tries the budget of its %s", (key) => {
    const text = withSweeper(
      "nevergrad",
      `optim:\n  budget: 60\n  num_workers: 5\n${key}:\n  db: choice(a, b)\n  lr: {init: 0.02, step: 2.0, log: true}\n  drop: interval(0, 1)\n  batch: int(interval(4, 16))\n  k: range(3)`,
    );
    const file = sweepOf(text);
    expect(runsOf(text)).toBe(60);
    expect(file).toMatchObject({ format: "hydra-nevergrad", method: "evolution", maxParallel: 5 });
    expect(file.axes.map(({ name }) => name)).toEqual(["db", "lr", "drop", "batch", "k"]);
    expect(axisOf(file, "lr")).toMatchObject({ low: null, high: null, scale: "log" });
    expect(axisOf(file, "drop")).toMatchObject({ whole: false });
    expect(axisOf(file, "batch")).toMatchObject({ whole: true, low: 4, high: 16 });
    expect(axisOf(file, "k")).toMatchObject({ values: [0, 1, 2] });
  });
});

describe("a multirun in a script", () => {
  it("reads the words after the program, with quotes taken off and lines joined", () => {
    const text = `#!/bin/bash\nCUDA_VISIBLE_DEVICES=0,1 python train.py -m lr=0.1,0.01 \\\n  'width=choice(256, 512)' "seed=range(3)" name=x # a,b\n`;
    const file = sweepOf(text, "run.sh");
    expect(valuesOf(file)).toEqual({ lr: [0.1, 0.01], width: [256, 512], seed: [0, 1, 2] });
    expect(file.constants).toEqual([{ name: "name", value: "x" }]);
  });

  it("does not take python's own -m for it", () => {
    expect(faultOf("#!/bin/sh\npython -m train lr=1,2\n", "run.sh")).toContain("no array");
    expect(runsOf("#!/bin/sh\npython -m train --multirun lr=1,2\n", "run.sh")).toBe(2);
  });
});
