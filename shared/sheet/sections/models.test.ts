import { expect, it } from "vitest";
import { certain, plan, runClass } from "../fixtures/plan.ts";
import { sheetOf, tableOf } from "../fixtures/sheet-of.ts";
import { plainText } from "../text/rich-text.ts";

it("shows the operations of a token at every sequence that the model is trained in", () => {
  const at = (sequence: number) => runClass({ training: { ...runClass().training, sequence, attended: sequence / 2 } });
  const ratio = (...sequences: readonly number[]) => {
    const { columns, rows } = tableOf(sheetOf(plan({ classes: sequences.map(at) })), "models");
    const cell = rows[0]?.cells[columns.findIndex((column) => column.key === "sixNdRatio")];
    return [plainText(cell?.text ?? []), cell?.value];
  };
  // 6·d·(8·(12·d + s) + V) of 6·2·d·(48·d + V), for d = 1,024 and V = 32,101.
  const percent = (s: number) => (100 * (8 * (12 * 1_024 + s) + 32_101)) / (2 * (48 * 1_024 + 32_101));
  expect(ratio(512, 512)).toEqual(["82.8", expect.closeTo(percent(512), 9)]);
  expect(ratio(512, 8_192)).toEqual([`82.8–${percent(8_192).toFixed(1)}`, null]);
});

it("gives a range of card-hours as it reads, because neither end alone is the number", () => {
  const steps = (many: number) =>
    runClass({
      training: { ...runClass().training, length: { kind: "steps", steps: certain(many), itemsPerStep: 256 * 512 } },
    });
  const cell = (...lengths: readonly number[]) => {
    const { columns, rows } = tableOf(sheetOf(plan({ classes: lengths.map(steps) })), "models");
    return rows[0]?.cells[columns.findIndex((column) => column.key === "cardHoursPerRun")];
  };
  const range = cell(10_000, 20_000, 50_000);
  expect([plainText(range?.text ?? []), range?.value]).toEqual(["0.860–4.30", null]);
  expect(range?.exact).toMatch(/^0\.8596\d+ to 4\.298\d+ card-hours$/);
});
