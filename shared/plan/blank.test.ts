import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { blankPlan } from "./blank.ts";
import { shippedCatalogue } from "./catalogue.fixture.ts";
import { describeFault } from "./faults/describe-fault.ts";
import { readPlan } from "./read.ts";

const assets = new URL("../../assets/", import.meta.url);
const catalogue = shippedCatalogue((path) => readFileSync(new URL(path, assets), "utf8"));
const start = { title: "A “new” plan", date: "2026-11-22", currency: "USD" };

describe("blankPlan", () => {
  it.each(["USD", "EUR"])("is a plan without faults in %s", (currency) => {
    const read = readPlan(blankPlan({ ...start, currency }, catalogue), catalogue);
    if (!read.ok) throw new Error(read.error.map(describeFault).join("\n"));
    expect(read.value.document).toMatchObject({ ...start, currency });
    expect(read.value.resolved.classes).toHaveLength(1);
  });

  it("names a rate of the card, or says that there is no price yet", () => {
    const [rate] = JSON.parse(blankPlan(start, catalogue)).quotes;
    const shipped = catalogue.rates.find(({ id }) => id === rate.rate);
    expect(shipped).toMatchObject({ acceleratorId: "h100-sxm", provider: rate.title });
    const [price] = JSON.parse(blankPlan({ ...start, currency: "EUR" }, catalogue)).quotes;
    expect(price).toMatchObject({ price: 0, source: "not stated yet" });
  });

  it("is set as the templates are", () => {
    const text = blankPlan(start, catalogue);
    expect(text).toContain('{\n  "flopsheet": 1,\n  "title": "A “new” plan",\n');
    expect(text).toContain('  "experiments": [\n    {\n      "id"');
    expect(text).toContain('"clusters": [{ "cards": 10 }, { "cards": 100 }, { "cards": 100000 }]\n}\n');
    expect(text).toContain('"tokensPerParameter": { "ratio": 20, "of": "total" }');
  });
});
