import { expect, test } from "vitest";
import { ORIGIN } from "../app-address.ts";
import { frame } from "../testing/fakes.ts";
import { isTrusted } from "./trusted-sender.ts";

test("checklist 17: the main frame of the window, at an address of ours, is trusted", () => {
  const mainFrame = frame(`${ORIGIN}/project/1`);
  expect(isTrusted(mainFrame, { mainFrame })).toBe(true);
});

test("checklist 17: nobody is trusted where the frame has gone", () => {
  expect(isTrusted(null, { mainFrame: frame(`${ORIGIN}/`) })).toBe(false);
});

test("checklist 17: a frame inside the page, and a main frame of another window, are not", () => {
  const mainFrame = frame(`${ORIGIN}/`);
  expect(isTrusted(frame(`${ORIGIN}/`, mainFrame), { mainFrame })).toBe(false);
  expect(isTrusted(frame(`${ORIGIN}/`), { mainFrame })).toBe(false);
});

test.each(["https://flopsheet/", "app://flopsheet.example/", "app://other/", "file:///x", "about:blank", "", "null"])(
  "checklist 17: the main frame at %j is not",
  (url) => {
    const mainFrame = frame(url);
    expect(isTrusted(mainFrame, { mainFrame })).toBe(false);
  },
);
