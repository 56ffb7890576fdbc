import { describe, expect, it } from "vitest";
import { publishedModels } from "../../../estimating/published-models.ts";
import { destinations } from "./destinations.ts";
import { offeredFile, offeredRow } from "./offered-model.ts";

describe("offeredFile", () => {
  it("says the family, and of one that is not known that it is not", () => {
    const known = offeredFile("config.json", '{"model_type": "gpt2"}');
    expect(known).toMatchObject({ ok: true, value: { title: "config.json", about: "gpt2", recognised: true } });
    expect(known).toMatchObject({ value: { source: "config.json (gpt2)", context: 1_024 } });
    const text = '{"model_type": "x", "d_model": 8, "n_layers": 1, "n_heads": 2, "vocab_size": 9}';
    expect(offeredFile("x.json", text)).toMatchObject({
      value: {
        recognised: false,
        about: "x: not a family that is known, so its fields were taken by their usual names",
      },
    });
  });

  it("says of which larger model the text model is", () => {
    const text = '{"model_type": "llava", "text_config": {"model_type": "llama"}}';
    expect(offeredFile("config.json", text)).toMatchObject({ value: { about: "llama, the text model of llava" } });
  });

  it("has the faults of a file", () => {
    expect(offeredFile("config.json", "{")).toMatchObject({ ok: false, error: [{ line: 1, column: 2 }] });
  });
});

describe("offeredRow", () => {
  const row = (id: string) => {
    const found = publishedModels.find((one) => one.id === id);
    if (found === undefined) throw new Error(id);
    return offeredRow(found);
  };

  it("names the row as the model's source, and what is not verified or differs", () => {
    expect(row("llama2-7b")).toMatchObject({ source: "catalogue of published models, llama2-7b", warnings: [] });
    expect(row("gopher-280b")?.warnings).toEqual([
      "Parts of this shape were recalled and not found in a source.",
      "The count differs from the published one by −7.8 %.",
    ]);
    expect(row("phi-1")?.warnings).toEqual(["The count differs from the published one by +8.8 %."]);
  });

  it("offers nothing of a row without a shape", () => {
    expect(row("nemotron-4-340b")).toBeNull();
  });
});

describe("destinations", () => {
  it("are the plan's default, the experiment and each of its sweeps", () => {
    const tree = { experiments: [{ title: "Ablations", sweeps: [{ title: "Depth" }, {}] }] };
    expect(destinations(tree, 0).map(({ words }) => words)).toEqual([
      "Plan default",
      "The experiment Ablations",
      "Its Depth",
      "Its sweep 2",
    ]);
    expect(destinations({}, 0).map(({ id }) => id)).toEqual(["plan"]);
  });
});
