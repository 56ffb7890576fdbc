import { expect, test } from "vitest";
import type { HostEvent } from "../../../shared/contract/host-events.ts";
import { ipcChannel } from "../../../shared/contract/names.ts";
import { fakeContents } from "../testing/fakes.ts";
import { createTellPage } from "./tell-page.ts";

const save: HostEvent = { kind: "command", id: "project.save" };
const undo: HostEvent = { kind: "command", id: "edit.undo" };

test("what is told before the page is there waits for it, in its order", () => {
  const { contents, sent } = fakeContents();
  const tell = createTellPage(contents);
  tell(save);
  tell(undo);
  expect(sent).toEqual([]);
  contents.emit("did-finish-load");
  expect(sent).toEqual([
    [ipcChannel, save],
    [ipcChannel, undo],
  ]);
  tell(save);
  expect(sent).toHaveLength(3);
});

test.each([
  ["loads again", "did-start-navigation", { isMainFrame: true, isSameDocument: false }],
  ["has lost its process", "render-process-gone", {}],
])("while the page %s, what is told waits", (_, name, details) => {
  const { contents, sent } = fakeContents();
  const tell = createTellPage(contents);
  contents.emit("did-finish-load");
  contents.emit(name, details);
  tell(save);
  expect(sent).toEqual([]);
  contents.emit("did-finish-load");
  expect(sent).toEqual([[ipcChannel, save]]);
});

test("the page's own steps from screen to screen hold nothing up", () => {
  const { contents, sent } = fakeContents();
  const tell = createTellPage(contents);
  contents.emit("did-finish-load");
  contents.emit("did-start-navigation", { isMainFrame: true, isSameDocument: true });
  contents.emit("did-start-navigation", { isMainFrame: false, isSameDocument: false });
  tell(save);
  expect(sent).toHaveLength(1);
});

test("a window that is gone is told nothing", () => {
  const { contents, sent } = fakeContents();
  const tell = createTellPage(Object.assign(contents, { isDestroyed: () => true }));
  tell(save);
  contents.emit("did-finish-load");
  expect(sent).toEqual([]);
});
