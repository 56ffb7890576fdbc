import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createContext, runInContext } from "node:vm";
import { beforeAll, expect, test, vi } from "vitest";
import type { Bridge } from "../../shared/contract/host-events.ts";
import { ipcChannel, methodNames } from "../../shared/contract/names.ts";
import { findInstallation } from "../backend/installation.ts";
import { build } from "../backend/testing/built.ts";

let source: string;

beforeAll(() => {
  build();
  source = readFileSync(join(findInstallation().root, "out", "preload", "preload.cjs"), "utf8");
}, 120_000);

/** Runs the built file as Electron does: with a `require` that knows Electron and nothing else, and none of Node's globals. */
function preload() {
  const exposed: Record<string, unknown> = {};
  const listeners = new Map<string, (event: unknown, ...said: unknown[]) => void>();
  const ipcRenderer = {
    invoke: vi.fn((_channel: string, _question: unknown) => Promise.resolve({ ok: true, value: "answer" })),
    on: vi.fn((channel: string, listener: (event: unknown, ...said: unknown[]) => void) => {
      listeners.set(channel, listener);
    }),
  };
  const contextBridge = {
    exposeInMainWorld: (name: string, value: unknown) => {
      exposed[name] = value;
    },
  };
  const required: string[] = [];
  const require = (name: string) => {
    required.push(name);
    if (name !== "electron") throw new Error(`module not found: ${name}`);
    return { contextBridge, ipcRenderer };
  };
  runInContext(source, createContext({ require, module: { exports: {} }, exports: {} }));
  const say = (event: unknown) => listeners.get(ipcChannel)?.({ sender: "an object of Electron's" }, event);
  return { exposed, bridge: exposed.flopsheet as Bridge, ipcRenderer, required, say };
}

test("the built preload is one small file that needs Electron and nothing else", () => {
  const { required } = preload();
  expect(required).toEqual(["electron"]);
  expect(source.length).toBeLessThan(4_000);
});

test("checklist 20: the page gets two functions and nothing of Electron", () => {
  const { exposed } = preload();
  expect(Object.keys(exposed)).toEqual(["flopsheet"]);
  expect(Object.keys(exposed.flopsheet as object).sort()).toEqual(["ask", "listen"]);
});

test.each(methodNames)("%s is asked over the one channel", async (method) => {
  const { bridge, ipcRenderer } = preload();
  expect(await bridge.ask({ method, input: { a: 1 } })).toEqual({ ok: true, value: "answer" });
  expect(ipcRenderer.invoke.mock.calls).toEqual([[ipcChannel, { method, input: { a: 1 } }]]);
});

test.each(["", "constructor", "__proto__", "templates.LIST", "shell.openExternal"])(
  "%j is not of the contract and never leaves the page",
  async (method) => {
    const { bridge, ipcRenderer } = preload();
    expect(await bridge.ask({ method, input: {} })).toMatchObject({ ok: false, error: { code: "unknownMethod" } });
    expect(ipcRenderer.invoke).not.toHaveBeenCalled();
  },
);

test("nothing but method and input goes along, whatever the page adds", async () => {
  const { bridge, ipcRenderer } = preload();
  await bridge.ask({ method: "app.info", input: {}, channel: "other" } as Parameters<Bridge["ask"]>[0]);
  expect(ipcRenderer.invoke.mock.calls).toEqual([[ipcChannel, { method: "app.info", input: {} }]]);
});

test("checklist 20: events are heard without Electron's own event, those from before in their order", () => {
  const { bridge, say } = preload();
  const heard: unknown[][] = [];
  say("first");
  say("second");
  bridge.listen((...event) => heard.push(event));
  say("third");
  expect(heard).toEqual([["first"], ["second"], ["third"]]);
});
