import { expect, type Page } from "@playwright/test";
import { fewestCardsBy, fittingBy } from "../../shared/cluster/deadline.ts";
import { POLICIES, type Policy } from "../../shared/cluster/policy.ts";
import { likelyValues } from "../../shared/estimate/amounts.ts";
import { reliabilityOf, scheduleOf } from "../../shared/estimate/schedule/schedule-of.ts";
import { workloadOf } from "../../shared/estimate/schedule/workload.ts";
import { durationText } from "../../shared/units/format/duration.ts";
import { exact } from "../../shared/units/format/exact.ts";
import { computed } from "../fixtures/computed.ts";
import { test } from "../fixtures/journey.ts";
import { example } from "../fixtures/plans.ts";
import { tabTo } from "../pages/keyboard.ts";
import { planDocument } from "../pages/plan-document.ts";

test.use({ start: "/project/example/clusters" });

const LARGEST = 2;
const rowsOf = (page: Page) => page.locator(".cluster-table tbody tr[data-cluster]");
const policies = (page: Page) => page.getByRole("group", { name: "In which order the experiments are done" });
const timeline = (page: Page) => page.getByRole("application", { name: /Arrow keys read the bands/ });
/** What the example takes on its largest cluster. */
function onLargest(policy: Policy) {
  const { plan, estimated } = computed(example.text);
  const cluster = plan.clusters[LARGEST];
  if (cluster === undefined) throw new Error("The example has three clusters");
  return scheduleOf(plan, estimated, cluster, { policy });
}

test.beforeEach(async ({ page }) => {
  await expect(rowsOf(page)).toHaveCount(3);
  await rowsOf(page).nth(LARGEST).getByRole("button", { name: "100,000 cards", exact: true }).click();
  await expect(timeline(page)).toBeVisible();
});

test("another order of the experiments shows what it costs before it is chosen, and changes the end when it is", async ({
  page,
}) => {
  const words: Readonly<Record<Policy, string>> = {
    shortest: "Shortest",
    priority: "By priority",
    sequence: "One after another",
  };
  for (const policy of POLICIES) {
    const { scheduled } = onLargest(policy);
    await expect(policies(page).getByRole("button", { name: words[policy] })).toHaveText(
      `${words[policy]}, ${durationText(scheduled.hours)}`,
    );
  }
  const ends = rowsOf(page).nth(LARGEST).locator("td").nth(5);
  const before = await ends.textContent();
  await policies(page).getByRole("button", { name: "One after another" }).click();
  const [shortest, sequence] = [onLargest("shortest"), onLargest("sequence")];
  await expect(rowsOf(page).nth(LARGEST).locator(".cluster-scheduled")).toHaveText(
    durationText(sequence.scheduled.hours),
  );
  await expect(ends).not.toHaveText(before ?? "");
  await expect(
    page.getByText(
      `One after another takes ${durationText(sequence.scheduled.hours - shortest.scheduled.hours)} more than the shortest`,
    ),
  ).toBeVisible();
  expect((await planDocument(page)).schedule).toEqual({ policy: "sequence" });
});

test("a day asks for the fewest cards that make it, which become a cluster, and says what is done until then", async ({
  page,
}) => {
  await page.getByRole("button", { name: "Fewest cards by a date" }).click();
  const panel = page.getByRole("region", { name: "Fewest cards by a date" });
  const day = panel.getByLabel("Everything is to be done by the end of");
  await day.fill("2026-11-01");
  await expect(panel.locator(".field-fault")).toContainText("before the work starts");
  // Ten days from 22 November on.
  await day.fill("2026-12-01");
  const { plan, estimated } = computed(example.text);
  const cluster = plan.clusters[LARGEST];
  if (cluster === undefined) throw new Error("The example has three clusters");
  const workload = workloadOf(plan, estimated, { ...cluster, cards: 10_000_000, share: 1 });
  const reliability = reliabilityOf(cluster, likelyValues(plan));
  const fewest = fewestCardsBy(workload, cluster, plan.policy, reliability, 240);
  if (fewest === null) throw new Error("Some number of cards does the example in ten days");
  expect(fewest.schedule.hours).toBeLessThanOrEqual(240);
  await expect(panel).toContainText(`${exact(fewest.cards)} cards make it`);
  await expect(panel).toContainText(`${durationText(fewest.schedule.hours)} with failures of the 10.0 days`);
  await expect(panel.getByRole("row", { name: /^Gamma/ })).toHaveText(/36,36036,360whole$/);

  await panel.getByRole("button", { name: "Use these cards" }).click();
  await expect(rowsOf(page)).toHaveCount(4);
  await expect(rowsOf(page).nth(3)).toContainText(`${exact(fewest.cards)} cards`);

  // On a cluster that cannot, the first experiments of the plan come first, and short runs of later ones fill what is left.
  const small = plan.clusters[1];
  if (small === undefined) throw new Error("The example has three clusters");
  await rowsOf(page).nth(1).getByRole("button", { name: "100 cards", exact: true }).click();
  await day.fill("2026-12-01");
  const machine = { cards: small.cards, cardsPerNode: small.cardsPerNode };
  const fitting = fittingBy(workloadOf(plan, estimated, small), machine, reliabilityOf(small, likelyValues(plan)), 240);
  const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0);
  const expected = fitting.map(({ jobs }, index) => {
    const [done, of] = [sumOf(jobs.map(({ runs }) => runs)), sumOf(jobs.map((job) => job.of))];
    const isSo = done === of ? "whole" : done === 0 ? "not begun" : "done in part";
    return `${plan.experiments[index]?.title}${exact(done)}${exact(of)}${isSo}`;
  });
  expect(expected[0]).toMatch(/1212whole$/);
  expect(expected.some((row) => row.endsWith("done in part"))).toBe(true);
  await expect(panel.locator("tbody tr")).toHaveText(expected);
});

test("the timeline is read by keyboard alone: band after band, step after step, and let go again", async ({ page }) => {
  await page.getByRole("button", { name: "as table" }).focus();
  await tabTo(page, timeline(page));
  const said = timeline(page).getByRole("status");
  await expect(said).toBeEmpty();
  await page.keyboard.press("ArrowRight");
  await expect(said).toContainText(/runs? on [\d,]+ cards/);
  const first = await said.textContent();
  await page.keyboard.press("End");
  await expect(said).not.toHaveText(first ?? "");
  await page.keyboard.press("Home");
  await expect(said).toHaveText(first ?? "");
  const band = await said.locator("strong").textContent();
  await page.keyboard.press("ArrowUp");
  await expect(said.locator("strong")).not.toHaveText(band ?? "");
  await page.keyboard.press("Escape");
  await expect(said).toBeEmpty();
  await page.keyboard.press("Tab");
  await expect(timeline(page)).not.toBeFocused();
});

test("the timeline and the sizes stand there as tables, too, step by step in full", async ({ page }) => {
  const toTable = page.getByRole("button", { name: "as table" });
  await toTable.click();
  await expect(toTable).toHaveAttribute("aria-pressed", "true");
  await expect(timeline(page)).toBeHidden();
  const { scheduled, idealHours } = onLargest("shortest");
  const bands = page.getByRole("table").filter({ hasText: "at once" });
  const inUse = await bands.locator("tbody tr td:last-child").allTextContents();
  expect(inUse.length).toBeGreaterThan(20);
  for (const cards of inUse) expect(Number(cards.replaceAll(",", ""))).toBeLessThanOrEqual(100_000);
  const sizes = page.getByRole("table").filter({ hasText: "With failures" }).filter({ hasText: "1,000,000" });
  await expect(sizes.getByRole("row", { name: /^100,000 / })).toContainText(
    `${durationText(idealHours)}${durationText(scheduled.hours)}`,
  );
  await expect(sizes.getByRole("row", { name: /^10 / })).toContainText("does not fit");
  await toTable.click();
  await expect(timeline(page)).toBeVisible();
});

test("runs that a cluster cannot take are named, with the reason and the smallest cluster that takes them", async ({
  page,
}) => {
  await rowsOf(page).nth(0).getByRole("button", { name: "10 cards", exact: true }).click();
  const list = page.getByRole("region", { name: "Runs that cannot run here" });
  await expect(list).toContainText("2,140 runs cannot run here; the times are those of the others");
  await expect(list.getByRole("listitem").first()).toContainText(
    "One run needs 16 cards to fit into their memory, and the cluster has 10. The smallest cluster that takes it has 16 cards.",
  );
  await list.getByRole("button", { name: "Make it 16 cards" }).click();
  await expect(rowsOf(page).nth(0)).toContainText("16 cards");
  await expect(list).toBeHidden();
});

test("while a field is typed in, schedules are worked out in workers, and what they were stays on the screen", async ({
  page,
}) => {
  const scheduled = rowsOf(page).nth(LARGEST).locator(".cluster-scheduled");
  const before = await scheduled.textContent();
  expect(page.workers().some((worker) => /schedule\.worker/.test(worker.url()))).toBe(true);
  expect(page.workers().some((worker) => /ranges\.worker/.test(worker.url()))).toBe(true);
  await page.getByRole("button", { name: "Details of 100,000 cards", exact: true }).click();
  const details = page.getByRole("region", { name: "Details of cluster 3" });
  const cards = details.getByRole("textbox", { name: "Cards", exact: true });
  await cards.fill("");
  await cards.pressSequentially("200000");
  await expect(rowsOf(page).nth(LARGEST).locator(".cluster-time").first()).toHaveText("21.5 h");
  await expect(scheduled).not.toHaveText(before ?? "");
  await expect(scheduled).toHaveText(/^2[12]\.\d h$/);
});
