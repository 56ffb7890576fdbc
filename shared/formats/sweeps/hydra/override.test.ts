import { describe, expect, it } from "vitest";
import { readOverride } from "./override.ts";

const interval = { kind: "interval", log: false, whole: false, isCast: false };
const steps = { kind: "steps", step: 1, whole: true };

describe("readOverride", () => {
  it.each([
    ["", { kind: "constant", value: "" }],
    ["adam", { kind: "constant", value: "adam" }],
    ["[1,2,3]", { kind: "constant", value: "[1,2,3]" }],
    ["1,2", { kind: "choice", values: [1, 2] }],
    ["choice(adam, 'sgd, slow')", { kind: "choice", values: ["adam", "sgd, slow"] }],
    ["choice(7)", { kind: "choice", values: [7] }],
    ["range(4)", { ...steps, start: 0, stop: 4 }],
    ["range(1, 4)", { ...steps, start: 1, stop: 4 }],
    ["range(1, 9, 2)", { ...steps, start: 1, stop: 9, step: 2 }],
    ["range(start=1, stop=9, step=0.5)", { ...steps, start: 1, stop: 9, step: 0.5, whole: false }],
    ["range(stop=9)", { ...steps, start: 0, stop: 9 }],
    ["range(1.0, 4)", { ...steps, start: 1, stop: 4, whole: false }],
    ["interval(0, 1)", { ...interval, low: 0, high: 1, whole: true }],
    ["interval(1e-5, 0.1)", { ...interval, low: 1e-5, high: 0.1 }],
    ["tag(log, interval(1e-5, 0.1))", { ...interval, low: 1e-5, high: 0.1, log: true }],
    ["int(tag(log, interval(1, 32.5)))", { kind: "interval", low: 1, high: 32, log: true, whole: true, isCast: true }],
    ["int(interval(4, 16))", { kind: "interval", low: 4, high: 16, log: false, whole: true, isCast: true }],
    ["glob(*)", { kind: "glob", pattern: "*" }],
    ["glob([a*, b*], exclude=ab)", { kind: "glob", pattern: "[a*, b*]" }],
    ["shuffle(range(3))", { ...steps, start: 0, stop: 3 }],
    ["sort(3, 1, 2, reverse=true)", { kind: "choice", values: [3, 1, 2] }],
    ["sort([3, 1])", { kind: "choice", values: [3, 1] }],
    ["float(choice(1, 2))", { kind: "choice", values: [1, 2] }],
    ["str(1, 2)", { kind: "choice", values: ["1", "2"] }],
    ["int(1.7, '2')", { kind: "choice", values: [1, 2] }],
    ["bool(0, 1)", { kind: "choice", values: [false, true] }],
    ["float(range(1, 3))", { ...steps, start: 1, stop: 3, whole: false }],
  ])("%s", (text, swept) => {
    expect(readOverride(text)).toEqual({ ok: true, value: swept });
  });

  it.each([
    ["range(1, 4", "This value cannot be read as Hydra's"],
    ["range(a, 4)", "This range is not one"],
    ["range(1, 4, 0)", "This range is not one"],
    ["interval(2, 1)", "This interval is not one"],
    ["interval(1)", "This interval is not one"],
    ["tag(log, interval(0, 1))", "A logarithmic interval starts above 0"],
    ["choice()", "This choice has no values"],
    ["choice(1, range(3))", "A sweep stands inside another one"],
    ["logspace(1, 2)", "Hydra has no function logspace"],
  ])("%s is refused", (text, message) => {
    expect(readOverride(text)).toMatchObject({ ok: false, error: { message } });
  });
});
