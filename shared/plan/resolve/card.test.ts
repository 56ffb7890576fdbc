import { describe, expect, it } from "vitest";
import { changed, faultLike, faultsIn, resolvedSample } from "../sample-plan.ts";

const cards = (...changes: [string, string][]) =>
  resolvedSample(changed(...changes)).cards.map(({ accelerator, format, densePeak, speed, cardsPerNode }) => ({
    id: accelerator.id,
    format,
    densePeak,
    speed,
    cardsPerNode,
  }));

const achieved = (likely: number, carriedFrom: string | null = null) => ({
  kind: "achieved",
  flopPerSecond: { likely, input: null },
  carriedFrom,
});

describe("a card", () => {
  it("trains in the first usual format that it has a peak for, and has the catalogue's cards in a node, else 8", () => {
    expect(cards()).toEqual([{ id: "big", format: "bf16", densePeak: 1e15, speed: achieved(4e14), cardsPerNode: 4 }]);
    expect(cards(["accelerator: big", "accelerator: small"])).toMatchObject([
      { format: "fp16", densePeak: 2e14, cardsPerNode: 8 },
    ]);
    expect(cards(["accelerator: big", "accelerator: big, format: fp8, cardsPerNode: 2"])).toMatchObject([
      { format: "fp8", densePeak: 2e15, cardsPerNode: 2 },
    ]);
  });

  it("is as fast as the sourced advice where the plan does not say", () => {
    const plan = resolvedSample(changed([", achieved: 4.0e14", ""]));
    expect(plan.cards).toMatchObject([
      {
        speed: { kind: "utilisation", utilisation: { likely: 0.3, input: null } },
        speedSource: "advice for language models",
        speedIsDefault: true,
        places: { accelerator: "defaults.hardware.accelerator", speed: "defaults.hardware.utilisation" },
      },
    ]);
    const stated = "model: {kind: stated, parameters: 7, forwardFlopPerExample: 9, source: paper}";
    const other = resolvedSample(
      changed(
        [", achieved: 4.0e14", ""],
        ["  model: {layers: 8, heads: 8, headSize: 128, vocabulary: 32000}\n", ""],
        [", sequence: 512", ""],
        ["          model.heads: [8, 16]\n", ""],
        ["    title: First\n", `    title: First\n    ${stated}\n`],
        ["    title: Second\n", `    title: Second\n    ${stated}\n`],
      ),
    );
    expect(other.cards).toMatchObject([
      { speed: { utilisation: { likely: 0.4 } }, speedSource: "advice for other models" },
    ]);
  });

  it("says whose speed it is: the range's own source, its variable's, or that of the hardware that states it", () => {
    const sourceOf = (hardware: string) =>
      resolvedSample(changed(["achieved: 4.0e14", hardware], ["high: 20}", "high: 20, source: the group}"])).cards[0]
        ?.speedSource;
    expect(sourceOf("achieved: 4.0e14, source: a benchmark")).toBe("a benchmark");
    expect(sourceOf("utilisation: {low: 0.2, likely: 0.3, high: 0.4, source: a paper}, source: a benchmark")).toBe(
      "a paper",
    );
    expect(sourceOf("achieved: {use: points}, source: a benchmark")).toBe("the group");
    expect(sourceOf("achieved: 4.0e14")).toBeNull();
  });
});

describe("a stated speed", () => {
  it("is not so low that no number holds the hours, at the low end of a range or as a share of the peak", () => {
    const faults = (hardware: string) => faultsIn(changed(["achieved: 4.0e14", hardware]));
    expect(faults("achieved: {low: 1.0e-300, likely: 4.0e14, high: 4.0e14}")).toHaveLength(1);
    expect(faults("utilisation: 1.0e-300")).toEqual([
      "defaults.hardware.utilisation 8:45 1e-300: This is a speed of 1e-285 FLOP/s, less than any card has",
    ]);
    expect(faults("utilisation: 1.0e-14")).toEqual([]);
  });

  it("is carried to another card as the share of the peak that it was", () => {
    expect(cards(["{seed: 3}", "{hardware.accelerator: [small, big]}"])).toMatchObject([
      { id: "big", speed: achieved(4e14) },
      { id: "small", speed: achieved(8e13, "Big card, bf16") },
    ]);
    expect(cards(["id: main", "id: main\n        hardware: {accelerator: small}"])).toMatchObject([
      { id: "big" },
      { id: "small", speed: achieved(8e13, "Big card, bf16") },
    ]);
  });

  it("is carried to another format of the card, too", () => {
    expect(cards(["{seed: 3}", "{hardware.format: [fp8]}"])).toMatchObject([
      { format: "bf16" },
      { format: "fp8", speed: achieved(8e14, "Big card, bf16") },
    ]);
  });

  it("stays as it is where it is stated for the card", () => {
    expect(cards(["id: main", "id: main\n        hardware: {accelerator: small, achieved: 1.0e14}"])).toMatchObject([
      { id: "big" },
      { id: "small", speed: achieved(1e14) },
    ]);
    expect(cards(["{seed: 3}", "{card: [{label: a, accelerator: small, achieved: 1.0e14}]}"])).toMatchObject([
      { id: "big" },
      { id: "small", speed: achieved(1e14) },
    ]);
  });

  it("is for whichever card comes where it names none itself", () => {
    const text = changed(
      ["accelerator: big, ", ""],
      ["title: First\n", "title: First\n    hardware: {accelerator: small}\n"],
      ["title: Second\n", "title: Second\n    hardware: {accelerator: small}\n"],
    );
    expect(resolvedSample(text).cards).toMatchObject([{ speed: achieved(4e14) }]);
  });

  it("cannot be carried as a range, but a utilisation holds for any card", () => {
    const axis: [string, string] = ["{seed: 3}", "{hardware.accelerator: [small, big]}"];
    const range = "{low: 1.0e14, likely: 2.0e14, high: 3.0e14}";
    const text = changed(axis, ["achieved: 4.0e14", `achieved: ${range}`]);
    expect(faultsIn(text)).toHaveLength(1);
    expect(faultLike(text, "A range of speeds of Big card cannot be carried over to Small card")).toMatchObject({
      path: "defaults.hardware.achieved",
      line: 8,
    });
    expect(cards(axis, ["achieved: 4.0e14", "utilisation: {low: 0.1, likely: 0.2, high: 0.3}"])).toHaveLength(2);
  });
});

describe("hardware that cannot be resolved", () => {
  it.each([
    ["accelerator: big, ", "", "defaults.hardware.accelerator 8:13 null: No accelerator is stated"],
    [
      "accelerator: big",
      "accelerator: big, format: fp4",
      'defaults.hardware.format 8:40 "fp4": No dense peak is known of Big card in fp4',
    ],
    [
      "{seed: 3}",
      "{hardware.accelerator: [big, small], hardware.format: [fp8]}",
      'experiments[1].sweeps[0].axes["hardware.format"][0] 22:70 "fp8": No dense peak is known of Small card in fp8',
    ],
    [
      "accelerator: big",
      "accelerator: {name: Ours, densePeak: {}}",
      'defaults.hardware.accelerator 8:27 "bf16": No dense peak is known of Ours in bf16',
    ],
  ])("%#: %s becomes %s", (from, to, fault) => {
    expect(faultsIn(changed([from, to]))).toEqual([fault]);
  });

  it("names the formats that the card has", () => {
    expect(faultLike(changed(["accelerator: big", "accelerator: big, format: fp4"]), "No dense peak").allowed).toBe(
      "bf16, fp8",
    );
  });
});

describe("a utilisation by width", () => {
  // The sample's models have widths 1,024 and 2,048.
  const table =
    "utilisation: {byWidth: [{width: 512, utilisation: 0.1}, {width: 2048, utilisation: 0.4}], source: own runs}";
  const by = (...changes: [string, string][]) => changed(["achieved: 4.0e14", table], ...changes);

  it("is read off for the model of every run class, on a straight line in log width", () => {
    const { cards: resolved, classes, models } = resolvedSample(by());
    const read = classes.map(({ card, model }) => {
      const shape = models[model ?? -1]?.shape;
      const speed = resolved[card]?.speed;
      const width = shape?.kind === "transformer" ? shape.width : null;
      return [width, speed?.kind === "byWidth" ? [speed.width, speed.utilisation] : null];
    });
    expect(read).toEqual([
      [1_024, [1_024, { likely: 0.25, input: null }]],
      [2_048, [2_048, { likely: 0.4, input: null }]],
      [1_024, [1_024, { likely: 0.25, input: null }]],
    ]);
    expect(
      resolved.map(({ speedSource, speedIsDefault, places }) => [speedSource, speedIsDefault, places.speed]),
    ).toEqual(Array.from({ length: 2 }, () => ["own runs", false, "defaults.hardware.utilisation"]));
  });

  it("is one card where the width makes no difference, and is overridden as any utilisation", () => {
    expect(resolvedSample(by(["model.heads: [8, 16]", "seed: 2"])).cards).toHaveLength(1);
    expect(
      cards(["achieved: 4.0e14", table], ["id: main", "id: main\n        hardware: {utilisation: 0.2}"]),
    ).toMatchObject([
      { speed: { kind: "byWidth", width: 1_024 } },
      { speed: { kind: "byWidth", width: 2_048 } },
      { speed: { kind: "utilisation", utilisation: { likely: 0.2 } } },
    ]);
    const rows = "{card: [{label: a, accelerator: small, utilisation: 0.2}]}";
    expect(resolvedSample(by(["{seed: 3}", rows])).cards).toMatchObject([{}, {}, { speed: { kind: "utilisation" } }]);
  });

  it("is refused for a model that has no width", () => {
    const text = by(
      [
        "  - id: second\n    title: Second\n",
        "  - id: second\n    title: Second\n    training: {epochs: 1, examples: 9}\n",
      ],
      [
        "        axes: {seed: 3}",
        "        axes: {seed: 3}\n        model: {kind: stated, parameters: 7, forwardFlopPerExample: 9, source: paper}",
      ],
      ["  model: {layers: 8, heads: 8, headSize: 128, vocabulary: 32000}\n", ""],
      ["  training: {steps: 1000, batch: 256, sequence: 512}\n", ""],
      [
        "    title: First\n",
        "    title: First\n    model: {layers: 8, heads: 8, headSize: 128, vocabulary: 32000}\n    training: {steps: 1, batch: 2, sequence: 3}\n",
      ],
    );
    expect(faultsIn(text)).toHaveLength(1);
    expect(faultLike(text, "This utilisation goes by width, and the model has none")).toMatchObject({
      path: "defaults.hardware.utilisation",
      allowed: "one utilisation, or a model with a width",
    });
  });

  it("has its points by ascending width, each a number", () => {
    const faults = (points: string) =>
      faultsIn(changed(["achieved: 4.0e14", `utilisation: {byWidth: [${points}]}`])).map(
        (fault) => fault.split(" ")[0],
      );
    expect(faults("{width: 8, utilisation: 0.1}")).toEqual(["defaults.hardware.utilisation.byWidth"]);
    expect(faults("{width: 8, utilisation: 0.1}, {width: 8, utilisation: 0.2}")).toEqual([
      "defaults.hardware.utilisation.byWidth[1].width",
    ]);
    expect(faults("{width: 8, utilisation: {use: points}}, {width: 9, utilisation: 20}")).toEqual([
      "defaults.hardware.utilisation.byWidth[0].utilisation",
      "defaults.hardware.utilisation.byWidth[1].utilisation",
    ]);
  });
});

describe("a utilisation that says of which peak it is", () => {
  const stated = (hardware: string, ...changes: [string, string][]) =>
    changed(["achieved: 4.0e14", `utilisation: 0.4, ${hardware}`], ...changes);

  it("is taken where the runs compute in that format", () => {
    expect(resolvedSample(stated("utilisationOf: bf16")).cards).toMatchObject([{ format: "bf16", densePeak: 1e15 }]);
    expect(resolvedSample(stated("utilisationOf: fp8, format: fp8")).cards).toMatchObject([{ densePeak: 2e15 }]);
  });

  it("is refused where they compute in another, and what it would be there is told", () => {
    const text = stated("utilisationOf: bf16, format: fp8");
    expect(faultsIn(text)).toHaveLength(1);
    expect(faultLike(text, "This utilisation is a share of the bf16 peak, and the runs compute in fp8")).toMatchObject({
      path: "defaults.hardware.utilisationOf",
      value: '"bf16"',
      allowed: "fp8",
      hint: "0.4 of the bf16 peak of this card is 0.2 of its fp8 peak.",
    });
  });

  it("is refused at the format, where that stands nearer", () => {
    const text = stated("utilisationOf: bf16", ["id: main", "id: main\n        hardware: {format: fp8}"]);
    expect(faultLike(text, "This utilisation is a share of the bf16 peak")).toMatchObject({
      path: "experiments[1].sweeps[0].hardware.format",
      allowed: "bf16, or a utilisation of the fp8 peak",
    });
  });

  it("speaks for the utilisation beside it only", () => {
    const nearer = stated("utilisationOf: bf16", [
      "id: main",
      "id: main\n        hardware: {format: fp8, utilisation: 0.2}",
    ]);
    expect(faultsIn(nearer)).toEqual([]);
    const speed = stated("utilisationOf: bf16", [
      "id: main",
      "id: main\n        hardware: {format: fp8, achieved: 4.0e14}",
    ]);
    expect(faultsIn(speed)).toEqual([]);
  });

  it("cannot be ranged over by itself", () => {
    expect(faultsIn(stated("format: bf16", ["{seed: 3}", "{hardware.utilisationOf: [bf16, fp8]}"]))).toHaveLength(1);
  });
});
