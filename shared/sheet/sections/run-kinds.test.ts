import { describe, expect, it } from "vitest";
import type { ResolvedWork } from "../../plan/resolved.ts";
import { certain, experiment, plan, runClass } from "../fixtures/plan.ts";
import { sheetOf, tableOf } from "../fixtures/sheet-of.ts";
import { plainText } from "../text/rich-text.ts";

const TRAINED = { forward: 0, training: 1, trained: null, others: 0 };
const lora: ResolvedWork = {
  recipe: { kind: "lora", rank: 16, targets: ["queries", "values"], frozenLayers: 0 },
  passes: { ...TRAINED, trained: { adapters: 1_000, untouched: 0, blocks: false } },
  generation: null,
};
const interactive: ResolvedWork = { recipe: { kind: "interactive" }, passes: null, generation: null };
const training = runClass().training;
const time = { kind: "hours", hours: certain(40), cards: 8 } as const;

const mixed = plan({
  experiments: [experiment("a", { title: "Adapters" }), experiment("b", { title: "Debugging" }), experiment("c")],
  classes: [
    runClass({ training: { ...training, work: lora } }),
    runClass({
      experiment: 1,
      model: null,
      training: { length: time, batch: null, sequence: null, attended: 0, work: interactive },
    }),
    runClass({ experiment: 2 }),
  ],
});

describe("kinds of work on a sheet", () => {
  it("have a column of their own in the table of experiments", () => {
    const { columns, rows, total } = tableOf(sheetOf(mixed), "experiments");
    expect(columns[1]).toMatchObject({ key: "kind", title: "Kind of work" });
    expect(rows.map(({ cells }) => plainText(cells[1]?.text ?? []))).toEqual([
      "LoRA",
      "interactive work",
      "pre-training",
    ]);
    expect(total?.cells).toHaveLength(columns.length);
  });

  it("are not mentioned where every run is pre-training", () => {
    const { columns } = tableOf(sheetOf(plan()), "experiments");
    expect(columns.map(({ key }) => key)).not.toContain("kind");
  });

  it("leave the table of models adding up: work without a model has a row", () => {
    const { rows } = tableOf(sheetOf(mixed), "models");
    expect(plainText(rows.at(-1)?.cells[0]?.text ?? [])).toBe("Work without a model");
  });

  it("are told in words among the assumptions, each once", () => {
    const sheet = sheetOf(mixed);
    const list = sheet.sections.find(({ id }) => id === "assumptions");
    const items = list?.kind === "list" ? list.items.map(plainText) : [];
    expect(items).toContain(
      "LoRA: adapters of rank 16 on queries and values are trained; a frozen matrix counts twice its forward pass, attention and adapters three times theirs.",
    );
    expect(items).toContain("Interactive work: card-hours as stated; no operations are counted.");
    expect(items.some((item) => item.startsWith("Interactive work: 40 h on 8 cards = 320 card-hours a run"))).toBe(
      true,
    );
  });
});
