import type { WebContents } from "electron";
import { expect, test } from "vitest";
import { ORIGIN } from "../app-address.ts";
import { emitting, event } from "../testing/fakes.ts";
import { keepToOurPages } from "./navigation.ts";

function goes(name: string, url: string, isMainFrame = true): boolean {
  const contents = emitting({});
  keepToOurPages(contents as unknown as WebContents);
  const going = event({ url, isMainFrame });
  contents.emit(name, going);
  return !going.defaultPrevented;
}

const ways = ["will-navigate", "will-frame-navigate", "will-redirect"];

test.each(ways)("checklist 13: %s leads to our pages", (way) => {
  expect(goes(way, `${ORIGIN}/settings`)).toBe(true);
});

test.each(
  ways.flatMap((way) =>
    [
      "https://example.org/",
      "file:///etc/passwd",
      "app://other/",
      "javascript:1",
      "data:text/html,x",
      "about:blank",
    ].map((url): [string, string] => [way, url]),
  ),
)("checklist 13: %s does not lead to %s", (way, url) => {
  expect(goes(way, url)).toBe(false);
});

test("checklist 13: nothing opens in a frame, not even a page of ours", () => {
  expect(goes("will-frame-navigate", `${ORIGIN}/`, false)).toBe(false);
});
