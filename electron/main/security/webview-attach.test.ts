import type { WebContents } from "electron";
import { expect, test } from "vitest";
import { emitting, event } from "../testing/fakes.ts";
import { refuseWebviews } from "./webview-attach.ts";

test("checklist 12: a webview is not attached, whatever its options", () => {
  const contents = emitting({});
  refuseWebviews(contents as unknown as WebContents);
  const attaching = event();
  contents.emit("will-attach-webview", attaching, { sandbox: true }, { src: "app://flopsheet/" });
  expect(attaching.defaultPrevented).toBe(true);
});
