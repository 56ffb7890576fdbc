import { expect, it } from "vitest";
import { draftOf, typedValue } from "../form/draft.ts";
import { fieldsOf } from "../noun.ts";
import { clusterNoun } from "./cluster-noun.ts";

const full = {
  title: "National centre, GPU partition",
  cards: 512,
  accelerator: "a100-80gb-sxm",
  cardsPerNode: 4,
  interconnect: "HDR InfiniBand",
  hoursPerWeek: 120,
  share: 0.25,
  queueWaitHours: { low: 2, likely: 12, high: 48 },
  cardMtbfHours: { low: 20_000, likely: 50_000, high: 90_000 },
  checkpointWriteMinutes: 3,
  restartMinutes: 15,
  start: "2027-01-04",
  end: "2027-12-31",
  allocation: { unit: "GPU-h", perNodeHour: 4 },
};

const roundTrip = (value: unknown): unknown => {
  const fields = fieldsOf(clusterNoun);
  return clusterNoun.fromForm(
    typedValue(clusterNoun.toForm(value), draftOf(clusterNoun.toForm(value), fields), fields),
  );
};

it("has a field for everything that a cluster says, and gives it back as it was", () => {
  expect(clusterNoun.schema.parse(roundTrip(full))).toEqual(full);
  expect(roundTrip({ cards: 8 })).toEqual({ cards: 8 });
});

it("says nothing of an allocation whose fields were emptied", () => {
  const fields = fieldsOf(clusterNoun);
  const draft = { ...draftOf(full, fields), "allocation.unit": "", "allocation.perNodeHour": "" };
  expect(clusterNoun.fromForm(typedValue(full, draft, fields))).not.toHaveProperty("allocation");
});
