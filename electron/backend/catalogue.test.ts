import { expect, test } from "vitest";
import { z } from "zod";
import { gridSchema } from "../../shared/energy/grid.ts";
import { acceleratorSchema } from "../../shared/hardware/accelerator.ts";
import { utilisationPriorsSchema } from "../../shared/hardware/utilisation.ts";
import { funderLayoutSchema } from "../../shared/money/budget/funder-layout.ts";
import { rateSchema } from "../../shared/money/rate.ts";
import { catalogue } from "./catalogue.ts";

test("every shipped row is what its schema says", () => {
  expect(z.array(acceleratorSchema).parse(catalogue.accelerators)).toEqual(catalogue.accelerators);
  expect(z.array(gridSchema).parse(catalogue.grids)).toEqual(catalogue.grids);
  expect(z.array(rateSchema).parse(catalogue.rates)).toEqual(catalogue.rates);
  expect(z.array(funderLayoutSchema).parse(catalogue.funders)).toEqual(catalogue.funders);
  expect(utilisationPriorsSchema.parse(catalogue.utilisation)).toEqual(catalogue.utilisation);
});

test("an id names one row of its catalogue, and a price's accelerator is there", () => {
  for (const rows of [catalogue.accelerators, catalogue.grids, catalogue.rates, catalogue.funders]) {
    const ids = rows.map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  }
  const accelerators = new Set(catalogue.accelerators.map(({ id }) => id));
  const named = catalogue.rates.flatMap(({ acceleratorId }) => acceleratorId ?? []);
  const measured = catalogue.utilisation.measured.map(({ accelerator }) => accelerator);
  expect([...named, ...measured].filter((id) => !accelerators.has(id))).toEqual([]);
});

test("all 44 accelerators are there", () => {
  expect(catalogue.accelerators).toHaveLength(44);
});
