import { expect, test } from "vitest";
import type { Command } from "./command.ts";
import { readArguments } from "./read-arguments.ts";

const print = {
  name: "print",
  summary: "",
  description: "",
  operand: { name: "THING", description: "" },
  options: { colour: { value: null, description: "" }, copies: { value: "N", description: "" } },
} as const satisfies Command;

test.each([
  [["a"], { operand: "a", options: {} }],
  [["--colour", "a"], { operand: "a", options: { colour: true } }],
  [["a", "--copies", "3"], { operand: "a", options: { copies: "3" } }],
  [["a", "--copies=3"], { operand: "a", options: { copies: "3" } }],
  [["a", "--copies=-3"], { operand: "a", options: { copies: "-3" } }],
  [["-", "--copies", "-"], { operand: "-", options: { copies: "-" } }],
  [["--", "--colour"], { operand: "--colour", options: {} }],
])("%j", (typed, expected) => {
  expect(readArguments(print, typed)).toEqual({ ok: true, value: { help: false, second: "", ...expected } });
});

test("two things, of a command that works on two", () => {
  const compare = { ...print, second: { name: "OTHER", description: "" } };
  expect(readArguments(compare, ["a", "b"])).toMatchObject({ ok: true, value: { operand: "a", second: "b" } });
  for (const [typed, message] of [
    [["a"], "print needs OTHER."],
    [["a", "b", "c"], 'print does not know what to do with "c".'],
  ] as const) {
    const read = readArguments(compare, typed);
    expect(read.ok ? "" : read.error.split("\n")).toEqual([
      message,
      "Usage: flopsheet print THING OTHER [--colour] [--copies N]",
    ]);
  }
});

test.each([[["--help"]], [["a", "--help", "b"]]])("%j asks for help, whatever else is there", (typed) => {
  expect(readArguments(print, typed)).toMatchObject({ ok: true, value: { help: true } });
});

test.each([
  [[], "print needs THING."],
  [["a", "b"], 'print does not know what to do with "b".'],
  [["a", "--color"], "print has no option --color. Did you mean --colour?"],
  [["a", "--quick"], "print has no option --quick."],
  [["a", "-c"], "print has no option -c."],
  [["a", "--constructor"], "print has no option --constructor."],
  [["a", "--copies"], "--copies needs a value: --copies N."],
  [["a", "--copies", "--colour"], "--copies needs a value: --copies N."],
  [["a", "--colour=yes"], "--colour takes no value."],
  [["a", "--copies", "1", "--copies", "2"], "--copies is given twice."],
])("%j is not right", (typed, message) => {
  const usage = "Usage: flopsheet print THING [--colour] [--copies N]";
  expect(readArguments(print, typed)).toEqual({ ok: false, error: `${message}\n${usage}` });
});

test("a command without an operand takes none", () => {
  const { operand: _, ...rest } = print;
  expect(readArguments({ ...rest, operand: null }, ["a"])).toMatchObject({
    error: expect.stringContaining('print does not know what to do with "a".'),
  });
  expect(readArguments({ ...rest, operand: null }, [])).toMatchObject({ ok: true });
});
