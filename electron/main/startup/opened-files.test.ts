import type { App } from "electron";
import { expect, test } from "vitest";
import { emitting, event } from "../testing/fakes.ts";
import { collectFiles } from "./opened-files.ts";

test("files of the command line and of macOS wait for the window, later ones go to it at once", () => {
  const app = emitting({});
  const files = collectFiles(app as unknown as App, ["flopsheet", "a.json"], "/home/ada");
  const opened = event();
  app.emit("open-file", opened, "/home/ada/b.json");
  expect(opened.defaultPrevented).toBe(true);
  files.add(["/home/ada/c.json"]);

  const got: string[] = [];
  files.deliver((path) => got.push(path));
  expect(got).toEqual(["/home/ada/a.json", "/home/ada/b.json", "/home/ada/c.json"]);
  app.emit("open-file", event(), "/home/ada/d.json");
  files.add(["/home/ada/e.json"]);
  expect(got.slice(3)).toEqual(["/home/ada/d.json", "/home/ada/e.json"]);
});
