import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PlanDocument } from "../document.ts";
import { arbitraryEdit } from "../edit/documents.fixture.ts";
import { editValue } from "../edit/edit-value.ts";
import type { PlainValue, PlanEdit } from "../edit/plan-edit.ts";
import { sameValue } from "../edit/same-value.ts";
import { parsePlan } from "../parse.ts";
import { describeChange, describeValues } from "./describe-change.ts";

const assets = new URL("../../../assets/templates/", import.meta.url);
const template = (name: string) => readFileSync(new URL(`${name}.json`, assets), "utf8");

const raw: PlainValue = JSON.parse(template("scaling-exponents"));
const ladder: PlainValue = JSON.parse(template("pretrain-7b"));

function documentOf(value: unknown): PlanDocument {
  const parsed = parsePlan(JSON.stringify(value));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value.document;
}

function edited(value: unknown, ...edits: PlanEdit[]): unknown {
  return edits.reduce<unknown>((now, edit) => {
    const next = editValue(now, edit);
    if (!next.ok) throw new Error(JSON.stringify(next.error));
    return next.value;
  }, value);
}

const change = (value: unknown, ...edits: PlanEdit[]) =>
  describeChange(documentOf(value), documentOf(edited(value, ...edits)));

const experiments = documentOf(raw).experiments;
/** A budget with one line. */
const budget = {
  layout: "nsf",
  indirect: { rate: 0.5 },
  lines: [{ id: "student", category: "people", title: "Student", quantity: 1, price: 40_000 }],
};

describe("describeChange", () => {
  it("says what changed in a quote, in the quote's own currency, and in the exchange rates", () => {
    const rates = [{ currency: "EUR", rate: 1.16, date: "2026-11-20" }];
    const offer = { id: "offer", title: "Fjord", price: 2.4, currency: "EUR" };
    const before = edited(
      raw,
      { op: "set", path: ["exchangeRates"], value: rates },
      { op: "insert", path: ["quotes"], at: 1, value: offer },
    );
    const commitment = { cards: 64, hours: 8_760 };
    expect(change(before, { op: "set", path: ["quotes", 1, "price"], value: 2.2 }).words).toBe(
      "Price of Fjord 2.40 to 2.20 EUR",
    );
    expect(change(before, { op: "set", path: ["exchangeRates", 0, "rate"], value: 1.2 }).words).toBe(
      "Rate of EUR 1.16 to 1.2",
    );
    expect(change(raw, { op: "set", path: ["exchangeRates"], value: rates }).words).toContain("Exchange rates");
    expect(
      change(
        before,
        { op: "set", path: ["quotes", 1, "basis"], value: "reserved" },
        { op: "set", path: ["quotes", 1, "commitment"], value: commitment },
      ).words,
    ).toBe(
      "Basis of Fjord set to reserved; Cards of the commitment of Fjord set to 64; Hours of the commitment of Fjord set to 8,760",
    );
    expect(change(raw, { op: "set", path: ["storage"], value: { months: 12, dataTB: 4 } }).words).toBe(
      "Data TB set to 4 TB; Months set to 12 months",
    );
  });

  it("says what changed in a budget", () => {
    const before = edited(raw, { op: "set", path: ["budget"], value: budget });
    const said = (...edits: PlanEdit[]) => change(before, ...edits).words;
    const own = (path: (string | number)[], value: PlainValue): PlanEdit => ({
      op: "set",
      path: ["budget", ...path],
      value,
    });
    expect(change(raw, { op: "set", path: ["budget"], value: { layout: "nsf" } }).words).toBe(
      "Layout of the budget set to nsf",
    );
    expect(said(own(["layout"], "ukri"))).toBe("Layout of the budget nsf to ukri");
    expect(said(own(["indirect", "rate"], 0.56))).toBe("Rate of indirect costs 0.5 to 0.56");
    expect(said(own(["lines", 0, "price"], 42_000))).toBe("Price of Student 40,000 to 42,000 USD");
    expect(said({ op: "remove", path: ["budget", "lines", 0] })).toBe("Budget line “Student” removed");
    expect(said(own(["computeLines", "inIndirectBase"], false))).toBe(
      "In indirect base of the budget’s computing set to no",
    );
  });

  const one: [PlanEdit[], string, string | null, string][] = [
    [
      [{ op: "set", path: ["variables", "pointsPerLine", "likely"], value: 12 }],
      "Points per line, likely 15 to 12",
      "in 6 experiments that share it",
      "variables.pointsPerLine",
    ],
    [
      [{ op: "set", path: ["defaults", "hardware", "achieved"], value: 4e14 }],
      "Achieved speed of a card 350 × 10¹² to 400 × 10¹² FLOP/s",
      "in 9 experiments that share it",
      "defaults.hardware.achieved",
    ],
    [
      [
        { op: "remove", path: ["defaults", "hardware", "achieved"] },
        { op: "set", path: ["defaults", "hardware", "utilisation"], value: 0.3 },
      ],
      "Achieved speed of a card 350 × 10¹² FLOP/s to 30 %",
      "in 9 experiments that share it",
      "defaults.hardware.utilisation",
    ],
    [
      [{ op: "set", path: ["title"], value: "New" }],
      "Title “Scaling Exponents Across Parameterizations and Optimizers” to “New”",
      null,
      "title",
    ],
    [[{ op: "set", path: ["funder"], value: "NSF" }], "Funder set to “NSF”", null, "funder"],
    [[{ op: "set", path: ["ceiling"], value: 13e6 }], "Ceiling set to 13,000,000 USD", null, "ceiling"],
    [
      [{ op: "set", path: ["experiments", 0, "title"], value: "Alignments" }],
      "“Alignment” renamed to “Alignments”",
      null,
      "experiments[0].title",
    ],
    [
      [{ op: "set", path: ["experiments", 0, "repeats"], value: 3 }],
      "Repeats of Alignment set to 3",
      null,
      "experiments[0].repeats",
    ],
    [
      [{ op: "set", path: ["experiments", 0, "sweeps", 0, "axes", "model.heads"], value: [8, 16, 32, 64] }],
      "Heads of Alignment: 64 added",
      null,
      'experiments[0].sweeps[0].axes["model.heads"]',
    ],
    [
      [{ op: "set", path: ["experiments", 0, "sweeps", 0, "axes", "model.heads"], value: [32, 16] }],
      "Heads of Alignment: 8 removed",
      null,
      'experiments[0].sweeps[0].axes["model.heads"]',
    ],
    [
      [{ op: "set", path: ["experiments", 0, "sweeps", 0, "axes", "model.heads"], value: [32, 16, 8] }],
      "Heads of Alignment: another order",
      null,
      'experiments[0].sweeps[0].axes["model.heads"]',
    ],
    [
      [{ op: "set", path: ["experiments", 0, "sweeps", 0, "axes", "parameterization"], value: 4 }],
      "Parameterization of Alignment standard, NTK, muP and mean-field to 4 settings",
      null,
      "experiments[0].sweeps[0].axes.parameterization",
    ],
    [
      [{ op: "set", path: ["experiments", 0, "sweeps", 0, "axes", "seed"], value: { use: "pointsPerLine" } }],
      "Axis seed of Alignment added: as many as points per line",
      null,
      "experiments[0].sweeps[0].axes.seed",
    ],
    [
      [{ op: "rename", path: ["experiments", 0, "sweeps", 0, "axes"], from: "parameterization", to: "scheme" }],
      "Axis “parameterization” of Alignment renamed to “scheme”",
      null,
      "experiments[0].sweeps[0].axes.scheme",
    ],
    [
      [{ op: "moveKey", path: ["experiments", 0, "sweeps", 0, "axes"], key: "parameterization", to: 0 }],
      "Order of axes of Alignment changed",
      null,
      "experiments[0].sweeps[0].axes",
    ],
    [
      [
        {
          op: "set",
          path: ["experiments", 0, "sweeps", 0, "axes", "size"],
          value: [
            { label: "S", layers: 4 },
            { label: "M", layers: 8 },
          ],
        },
      ],
      "Axis size of Alignment added: S and M",
      null,
      "experiments[0].sweeps[0].axes.size",
    ],
    [[{ op: "remove", path: ["experiments", 0] }], "Alignment removed", null, "experiments[0]"],
    [[{ op: "move", path: ["experiments"], from: 0, to: 1 }], "Order of experiments changed", null, "experiments"],
    [
      [
        { op: "insert", path: ["experiments"], at: 1, value: { id: "a", title: "A", sweeps: [{ axes: { seed: 2 } }] } },
        { op: "insert", path: ["experiments"], at: 1, value: { id: "b", title: "B", sweeps: [{ axes: { seed: 2 } }] } },
      ],
      "B and A added",
      null,
      "experiments[1]",
    ],
    [
      [{ op: "set", path: ["experiments", 0, "sweeps", 1], value: { title: "More", axes: { seed: 2 } } }],
      "Sweep “More” of Alignment added",
      null,
      "experiments[0].sweeps[1]",
    ],
    [
      [{ op: "set", path: ["clusters", 0, "share"], value: 0.5 }],
      "Granted share of cluster of 10 cards set to 50 %",
      null,
      "clusters[0].share",
    ],
    [
      [{ op: "set", path: ["clusters", 2, "cardMtbfHours"], value: 20_000 }],
      "Hours between failures of one card of cluster of 100,000 cards set to 20,000 h",
      null,
      "clusters[2].cardMtbfHours",
    ],
    [
      [{ op: "set", path: ["clusters", 0, "allocation"], value: { unit: "SU", perCardHour: 1 } }],
      "Allocation of cluster of 10 cards set to SU",
      null,
      "clusters[0].allocation",
    ],
    [
      [{ op: "set", path: ["defaults", "hardware", "maxCards"], value: 64 }],
      "Most cards of a run set to 64",
      "in 9 experiments that share it",
      "defaults.hardware.maxCards",
    ],
    [[{ op: "set", path: ["schedule"], value: { policy: "priority" } }], "Policy set to by priority", null, "schedule"],
    [
      [{ op: "set", path: ["clusters", 0, "cards"], value: 64 }],
      "Cluster of 10 to 64 cards",
      null,
      "clusters[0].cards",
    ],
    [
      [
        { op: "remove", path: ["clusters", 2] },
        { op: "remove", path: ["clusters", 1] },
      ],
      "Cluster of 100 cards and cluster of 100,000 cards removed",
      null,
      "clusters[1]",
    ],
  ];
  it.each(one)("says of %j", (edits, words, where, place) => {
    expect(change(raw, ...edits)).toMatchObject({ words, where, place, changes: [{ words }] });
  });

  it("calls cards what the catalogue calls them, where it is given", () => {
    const names = new Map([
      ["h100-sxm", "NVIDIA H100"],
      ["a100-sxm-80", "NVIDIA A100"],
    ]);
    const nameOf = (field: string, id: string) => (field === "accelerator" ? (names.get(id) ?? null) : null);
    const said = (before: unknown, after: unknown) => describeValues(before, after, undefined, nameOf).words;
    const on = (accelerator: PlainValue) => ({ defaults: { hardware: { accelerator } } });
    expect(said(on("h100-sxm"), on("a100-sxm-80"))).toBe("Accelerator NVIDIA H100 to NVIDIA A100");
    expect(describeValues(on("h100-sxm"), on("a100-sxm-80")).words).toBe("Accelerator h100-sxm to a100-sxm-80");
    expect(said(on("h100-sxm"), on("lab-card"))).toBe("Accelerator NVIDIA H100 to lab-card");
    expect(said({ defaults: { hardware: {} } }, on("h100-sxm"))).toBe("Accelerator set to NVIDIA H100");
    const over = (...cards: string[]) => ({
      experiments: [{ id: "a", title: "A", sweeps: [{ axes: { "hardware.accelerator": cards } }] }],
    });
    expect(said(over("h100-sxm"), over("h100-sxm", "a100-sxm-80"))).toBe("Accelerator of A: NVIDIA A100 added");
    expect(said({ title: "h100-sxm" }, { title: "B" })).toBe("Title “h100-sxm” to “B”");
  });

  it("names the quote where there are several, and gives a unit once", () => {
    const single = edited(raw, { op: "set", path: ["quotes"], value: [{ id: "offer", price: 2.85 }] });
    expect(change(single, { op: "set", path: ["quotes", 0, "price"], value: 3 }).words).toBe("Price 2.85 to 3.00 USD");
    const two = edited(single, {
      op: "set",
      path: ["quotes", 1],
      value: { id: "aws", title: "AWS", price: 4, headline: true },
    });
    expect(change(two, { op: "set", path: ["quotes", 1, "price"], value: 3.125 }).words).toBe(
      "Price of AWS 4.00 to 3.125 USD",
    );
    expect(
      change(two, { op: "set", path: ["quotes", 1, "price"], value: { low: 2, likely: 3, high: 3.5 } }).words,
    ).toBe("Price of AWS 4.00 to 2.00–3.50, likely 3.00 USD");
    expect(change(two, { op: "remove", path: ["quotes", 1] }).words).toBe("Quote “AWS” removed");
  });

  it("says which quote is the headline", () => {
    const offer = { id: "offer", price: 3 };
    const before = {
      quotes: [
        { ...offer, headline: true },
        { id: "aws", title: "AWS", price: 4 },
      ],
    };
    const other = { quotes: [offer, { id: "aws", title: "AWS", price: 4, headline: true }] };
    expect(describeValues(before, other).words).toBe(
      "Offer is no longer the headline quote; AWS is the headline quote",
    );
  });

  it("tells rows of a table by their labels", () => {
    const rows = [
      { label: "S", layers: 4 },
      { label: "M", layers: 8 },
    ];
    const axes = ["experiments", 0, "sweeps", 0, "axes"] as const;
    const value = edited(raw, { op: "set", path: [...axes, "size"], value: rows });
    expect(change(value, { op: "set", path: [...axes, "size", 1, "layers"], value: 12 }).words).toBe(
      "Layers of M in size of Alignment 8 to 12",
    );
    expect(change(value, { op: "insert", path: [...axes, "size"], at: 0, value: { label: "L" } }).words).toBe(
      "Size of Alignment: L added",
    );
    expect(change(value, { op: "move", path: [...axes, "size"], from: 0, to: 1 }).words).toBe(
      "Order of the rows of size of Alignment changed",
    );
  });

  it("says the length of a training in one way to another", () => {
    const edits: PlanEdit[] = [
      { op: "remove", path: ["defaults", "training", "steps"] },
      { op: "set", path: ["defaults", "training", "tokensPerParameter"], value: { ratio: 20, of: "total" } },
    ];
    expect(describeValues(raw, edited(raw, ...edits)).words).toBe("Training 50,000 steps to 20 tokens per parameter");
  });

  it("adds the runs of a new experiment where they are known", () => {
    const value = edited(raw, { op: "remove", path: ["experiments", 0] });
    const runs = { before: new Map(), after: new Map([["alignment", 2920]]) };
    expect(describeValues(value, raw, runs).words).toBe("Alignment added, 2,920 runs");
  });

  it("counts many changes, and keeps to 2,000 characters", () => {
    const few: PlanEdit[] = [
      { op: "set", path: ["funder"], value: "NSF" },
      { op: "set", path: ["experiments", 0, "repeats"], value: 3 },
    ];
    expect(change(raw, ...few).words).toBe("Repeats of Alignment set to 3; Funder set to “NSF”");
    const many = experiments.map(
      (_, index): PlanEdit => ({ op: "set", path: ["experiments", index, "repeats"], value: 7 }),
    );
    expect(change(raw, ...many).words).toMatch(/^9 changes: Repeats of Alignment set to 7; /);
    const long = Array.from({ length: 200 }, (_, index) => ({
      id: `e${index}`,
      title: `Experiment ${index}`,
      note: "a",
    }));
    const other = long.map((row) => ({ ...row, note: "b" }));
    const { words, changes } = describeValues({ experiments: long }, { experiments: other });
    expect(changes).toHaveLength(200);
    expect(words.length).toBeLessThanOrEqual(2_000);
    expect(words).toMatch(/^200 changes: Note of Experiment 0 “a” to “b”; .*; and 1\d\d more$/);
  });

  it("is empty for equal documents, never for different ones, and as long one way as the other", () => {
    const plans = fc.constantFrom(raw, ladder);
    const edits = plans.chain((value) =>
      fc.record({ value: fc.constant(value), edits: fc.array(arbitraryEdit(value), { minLength: 1, maxLength: 4 }) }),
    );
    fc.assert(
      fc.property(edits, ({ value, edits: list }) => {
        const now = list.reduce<unknown>((current, edit) => {
          const next = editValue(current, edit);
          return next.ok ? next.value : current;
        }, value);
        const there = describeValues(value, now);
        const back = describeValues(now, value);
        const reordered = there.changes.every(({ words }) => /order/i.test(words));
        if (sameValue(value, now)) expect(reordered).toBe(true);
        else expect(there.changes.length).toBeGreaterThan(0);
        for (const { words } of [...there.changes, ...back.changes]) {
          expect(words).not.toMatch(/undefined|\[object|NaN/);
          expect(words).not.toBe("");
        }
        expect(there.words.length).toBeLessThanOrEqual(2_000);
        expect(Math.sign(back.changes.length)).toBe(Math.sign(there.changes.length));
        expect(describeValues(value, value).changes).toEqual([]);
        expect(describeValues(value, now)).toEqual(there);
      }),
      { numRuns: 300 },
    );
  });
});
