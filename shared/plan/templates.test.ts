import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { trainingFlopPerItem } from "../compute/training-flop.ts";
import { gridSchema } from "../energy/grid.ts";
import { acceleratorSchema } from "../hardware/accelerator.ts";
import { utilisationPriorsSchema } from "../hardware/utilisation.ts";
import { countParameters } from "../models/count-parameters.ts";
import { funderLayoutSchema } from "../money/budget/funder-layout.ts";
import { rateSchema } from "../money/rate.ts";
import { RUN_KINDS } from "../training/run-kind.ts";
import type { Catalogue } from "./catalogue.ts";
import { describeFault } from "./faults/describe-fault.ts";
import { readPlan } from "./read.ts";
import type { ResolvedPlan, RunClass } from "./resolved.ts";

const assets = new URL("../../assets/", import.meta.url);
const text = (name: string): string => readFileSync(new URL(name, assets), "utf8");
const rows = (name: string): unknown => JSON.parse(text(`catalog/${name}.json`));

const catalogue: Catalogue = {
  accelerators: z.array(acceleratorSchema).parse(rows("accelerators")),
  rates: z.array(rateSchema).parse(rows("rates")),
  grids: z.array(gridSchema).parse(rows("grids")),
  utilisation: utilisationPriorsSchema.parse(rows("utilisation")),
  funders: z.array(funderLayoutSchema).parse(rows("funders")),
};

const names = readdirSync(new URL("templates/", assets)).map((file) => file.slice(0, -".json".length));

function template(name: string): ResolvedPlan {
  const read = readPlan(text(`templates/${name}.json`), catalogue);
  if (!read.ok) throw new Error(read.error.map(describeFault).join("\n"));
  return read.value.resolved;
}

/** Likely number of runs of a class, as far as it is counted here. */
const runsOf = ({ labels, counts, repeats, probability, sharedWith }: RunClass): number =>
  sharedWith !== null ? 0 : counts.reduce((runs, count) => runs * count.likely, labels * repeats.likely * probability);

const runsOfExperiment = ({ classes }: ResolvedPlan, experiment: number): number =>
  classes.filter((one) => one.experiment === experiment).reduce((sum, one) => sum + runsOf(one), 0);

function flopPerItem(plan: ResolvedPlan, runClass: RunClass | undefined): number {
  const shape = plan.models[runClass?.model ?? -1]?.shape;
  if (runClass === undefined || shape === undefined) throw new RangeError("no such class");
  return trainingFlopPerItem(shape, runClass.training, plan.convention);
}

const parametersOf = ({ models }: ResolvedPlan): number[] => models.map(({ shape }) => countParameters(shape).total);

describe("the templates", () => {
  it("are six, each told from the others by its title and one line", () => {
    expect(names.sort()).toEqual([
      "compute-optimal-ladder",
      "fine-tuning-seeds",
      "pretrain-7b",
      "scaling-exponents",
      "vision-epochs",
      "whole-project",
    ]);
    const plans = names.map(template);
    expect(new Set(plans.map(({ title }) => title)).size).toBe(6);
    for (const { subtitle } of plans) expect(subtitle?.length).toBeLessThanOrEqual(100);
  });

  it.each(names)("%s says where each of its doubts, prices and overheads comes from", (name) => {
    const { inputs, quotes, reruns, rerunsSource, energy, cards, sources } = template(name);
    expect(inputs.filter(({ source }) => source === null).map(({ path }) => path)).toEqual([]);
    expect(quotes.filter(({ source, date }) => source === null || date === null).map(({ id }) => id)).toEqual([]);
    if (reruns.likely > 0) expect(rerunsSource).not.toBeNull();
    expect(energy?.source).not.toBeNull();
    expect(energy?.grid?.source).not.toBeNull();
    expect(cards.filter(({ speedSource }) => speedSource === null)).toEqual([]);
    expect(sources.length).toBeGreaterThan(0);
  });

  it("show every kind of axis and every length of training between them", () => {
    const plans = names.map(template);
    const sweeps = plans.flatMap(({ experiments }) => experiments.flatMap((experiment) => experiment.sweeps));
    const kinds = new Set(sweeps.flatMap(({ axes }) => axes.map(({ kind }) => kind)));
    expect([...kinds].sort()).toEqual(["count", "labels", "path", "variant"]);
    const lengths = new Set(plans.flatMap(({ classes }) => classes.map(({ training }) => training.length.kind)));
    expect([...lengths].sort()).toEqual(["epochs", "hours", "requests", "steps", "tokens", "tokensPerParameter"]);
  });

  it("show every kind of work in one project", () => {
    const { classes } = template("whole-project");
    const kinds = new Set(classes.map(({ training }) => training.work?.recipe.kind ?? "pretraining"));
    expect([...kinds].sort()).toEqual([...RUN_KINDS].sort());
    // Ten checkpoints, and three seeds where answers are written; five or eight examples stand before a prompt.
    const evaluation = classes.filter(({ training }) => training.work?.recipe.kind === "evaluation");
    expect(evaluation.map(runsOf)).toEqual([10, 30, 30]);
    expect(evaluation.map(({ training }) => training.sequence)).toEqual([720, 1_100, 450]);
  });
});

describe("pretrain-7b", () => {
  const plan = template("pretrain-7b");
  const main = plan.classes.at(-1);

  it("is Llama 2 7B, to the parameter", () => {
    expect(parametersOf(plan)).toEqual([6_738_415_616]);
    expect(plan.experiments.at(-1)).toMatchObject({ id: "main", after: ["mixture", "learning_rate"] });
    expect(main?.training.length).toMatchObject({ kind: "tokens", tokens: { likely: 2e12 } });
  });

  it("expects the utilisation that the published 184,320 A100-hours imply", () => {
    const flop = flopPerItem(plan, main) * 2e12;
    expect(flop).toBe(42_863_689_728 * 2e12);
    const published = flop / (184_320 * 3_600 * 312e12);
    expect(published).toBeCloseTo(0.4141, 4);
    const [card] = plan.cards;
    const likely = card?.speed.kind === "utilisation" ? card.speed.utilisation.likely : Number.NaN;
    expect(Math.abs(likely - published)).toBeLessThan(0.02);
  });

  it("tries mixtures and rates on 1 % of the tokens", () => {
    const trials = plan.classes.slice(0, -1);
    expect(trials.map(runsOf)).toEqual([6, 2]);
    for (const { training } of trials) expect(training.length).toMatchObject({ tokens: { likely: 0.01 * 2e12 } });
  });
});

describe("compute-optimal-ladder", () => {
  const plan = template("compute-optimal-ladder");

  it("has the six sizes of Pythia, to the published parameter", () => {
    const published = [70_426_624, 162_322_944, 405_334_016, 1_011_781_632, 1_414_647_808, 2_775_208_960];
    expect(parametersOf(plan)).toEqual(published);
    const nonEmbedding = [18_915_328, 85_056_000, 302_311_424, 805_736_448, 1_208_602_624, 2_517_652_480];
    expect(plan.models.map(({ shape }) => countParameters(shape).nonEmbedding)).toEqual(nonEmbedding);
  });

  it("tries fewer learning rates at larger sizes", () => {
    expect(plan.classes.filter(({ experiment }) => experiment === 0).map(runsOf)).toEqual([14, 14, 14, 8, 6, 4]);
  });

  it("draws the rates of small sizes once for all of its experiments", () => {
    const variable = plan.inputs.findIndex(({ name }) => name === "ratesAtSmallSizes");
    const users = plan.classes.filter(({ counts }) => counts.some(({ input }) => input === variable));
    expect(new Set(users.map(({ experiment }) => experiment))).toEqual(new Set([0, 1]));
  });
});

describe("fine-tuning-seeds", () => {
  const plan = template("fine-tuning-seeds");

  it("is Llama 3 8B, to the parameter", () => {
    expect(parametersOf(plan)).toEqual([8_030_261_248]);
  });

  it("counts 3 rates and, with a chance of 30 %, 2 more, on 4 tasks with 5 seeds; the final runs are among them", () => {
    expect([0, 1, 2].map((experiment) => runsOfExperiment(plan, experiment))).toEqual([60 + 0.3 * 40, 0, 2 * 20]);
    expect(
      plan.classes.filter(({ sharedWith }) => sharedWith === "search").map(({ experiment }) => experiment),
    ).toEqual([1]);
  });
});

describe("vision-epochs", () => {
  const plan = template("vision-epochs");

  it("trains ResNet-50 in about the 14 hours on one A100 that were published", () => {
    const [baseline] = plan.classes;
    expect(parametersOf(plan)[0]).toBe(25_557_032);
    expect(flopPerItem(plan, baseline)).toBe(24_535_105_536);
    const [card] = plan.cards;
    const speed = card?.speed.kind === "achieved" ? card.speed.flopPerSecond : undefined;
    const input = plan.inputs[speed?.input ?? -1];
    const hours = (flopPerSecond = Number.NaN) => (24_535_105_536 * 90 * 1_281_167) / flopPerSecond / 3_600;
    expect(hours(input?.high)).toBeCloseTo(12.9, 1);
    expect(hours(speed?.likely)).toBeCloseTo(15.4, 1);
    expect(hours(input?.low)).toBeCloseTo(23.8, 1);
  });

  it("counts convolutions by the pixels and the last layer once", () => {
    const convolutions = 4_089_184_256 - 2_048_000;
    const at = (pixels: number) => 2 * (convolutions * (pixels / 224) ** 2 + 2_048_000);
    const forward = plan.models.map(({ shape }) =>
      shape.kind === "stated" ? shape.forwardFlopPerExample : Number.NaN,
    );
    expect(forward.sort((a, b) => a - b)).toEqual([at(160), at(192), at(224)].map((flop) => Math.round(flop)));
  });
});
