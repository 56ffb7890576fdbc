// @vitest-environment node
import { expect, it } from "vitest";
import { percent } from "../../../shared/units/format/exact.ts";
import { catalogue } from "../../estimating/catalogue.ts";
import { openPlan, sheetOf } from "../../estimating/opened-plan.ts";
import { goldenTree, openGolden } from "./golden.fixture.ts";
import { rerunsOf, shareOf } from "./live-figures.ts";

function withReruns(share: number) {
  const text = JSON.stringify({ ...(goldenTree as object), overhead: { reruns: share } });
  const opened = openPlan({ name: "reruns.json", text }, catalogue);
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  return opened.value;
}

it("makes the experiments add up to the total by what is done again", () => {
  const live = withReruns(0.1);
  const shares = live.estimated.experiments.map((totals) => shareOf(live, totals));
  const reruns = rerunsOf(live);
  expect(reruns?.share).toBeCloseTo(0.1 / 1.1, 12);
  expect(shares.reduce((sum, share) => sum + share, reruns?.share ?? 0)).toBeCloseTo(1, 12);
});

it("has the share that the sheet has", () => {
  const live = withReruns(0.07);
  const { sections } = sheetOf(live, "0");
  const rows = sections.flatMap((section) => (section.kind === "table" ? section.table.rows : []));
  const texts = rows.filter((row) => row.apart === true).map(({ cells }) => JSON.stringify(cells));
  expect(texts.some((text) => text.includes(`"${percent(rerunsOf(live)?.share ?? 0)}"`))).toBe(true);
});

it("is nothing where nothing is done again", () => {
  expect(rerunsOf(openGolden())).toBeNull();
});
