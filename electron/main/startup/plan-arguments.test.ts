import { expect, test } from "vitest";
import { planArguments } from "./plan-arguments.ts";

const words = (...more: string[]) => planArguments(["/opt/flopsheet/flopsheet", ...more], "/home/ada");

test("files are found where the person stands, in their order", () => {
  expect(words("a.flopsheet.json", "../b.yaml", "/srv/c.YML")).toEqual([
    "/home/ada/a.flopsheet.json",
    "/home/b.yaml",
    "/srv/c.YML",
  ]);
});

test("a desktop's file: address is a path", () => {
  expect(words("file:///home/ada/my%20plan.flopsheet.json")).toEqual(["/home/ada/my plan.flopsheet.json"]);
});

test.each([
  "--user-data-dir=/tmp/x.json",
  "-x.json",
  "/repo/out/main/main.js",
  "notes.txt",
  "",
  ".",
  "file://elsewhere/plan.json",
  "file:///%zz.json",
])("%j is no plan file", (word) => {
  expect(words(word)).toEqual([]);
});
