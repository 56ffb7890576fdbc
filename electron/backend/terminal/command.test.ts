import { expect, test } from "vitest";
import { type Command, helpOf, helpOfAll, usageOf } from "./command.ts";

const print = {
  name: "print",
  summary: "Puts a thing on paper.",
  description: `Puts a thing on paper, whatever it is, as long as it is flat enough to go through the narrow slot of the machine.
Nothing else.`,
  operand: { name: "THING", description: "What is to be printed." },
  options: {
    colour: { value: null, description: "In colour." },
    copies: {
      value: "N",
      description: "How many of them to make, one after the other, until the paper or the patience ends.",
    },
  },
} as const satisfies Command;

test("the usage names everything that can be given", () => {
  expect(usageOf(print)).toBe("flopsheet print THING [--colour] [--copies N]");
});

test("the help of a command, wrapped at 80 characters", () => {
  expect(helpOf(print)).toBe(`flopsheet print THING [--colour] [--copies N]

Puts a thing on paper, whatever it is, as long as it is flat enough to go
through the narrow slot of the machine.
Nothing else.

  THING       What is to be printed.
  --colour    In colour.
  --copies N  How many of them to make, one after the other, until the paper or
              the patience ends.
  --help      Print this help.
`);
});

test("a usage that is too long breaks between options, not within one", () => {
  const options = Object.fromEntries(
    ["first", "second", "third", "fourth"].map((name) => [name, { value: "A LONG VALUE", description: "" }]),
  );
  expect(helpOf({ ...print, options }).split("\n\n")[0]).toBe(
    "flopsheet print THING [--first A LONG VALUE] [--second A LONG VALUE]\n  [--third A LONG VALUE] [--fourth A LONG VALUE]",
  );
});

test("the help of the program lists the commands and the exit codes", () => {
  const help = helpOfAll([print]);
  expect(help).toContain("  print  Puts a thing on paper.\n");
  expect(help).toContain("Exit codes: 0 done, 1 a defect of the program, 2 bad input");
});
