import { expect, test } from "vitest";
import type { HostEvent } from "../../shared/contract/host-events.ts";
import { bridge } from "./bridge.ts";
import { createHostEvents, listenToHost } from "./host-events.ts";

const save: HostEvent = { kind: "command", id: "project.save" };
const undo: HostEvent = { kind: "command", id: "edit.undo" };

function host() {
  let said: (event: unknown) => void = () => expect.unreachable("nobody has listened yet");
  const listen = createHostEvents({
    listen: (listener) => {
      said = listener;
    },
  });
  return { listen, say: (event: unknown) => said(event) };
}

test("everybody who listens hears each event, once, until they stop", () => {
  const { listen, say } = host();
  const heard: string[] = [];
  const stop = listen((event) => heard.push(`a ${event.kind}`));
  listen((event) => heard.push(`b ${event.kind}`));
  say(save);
  stop();
  say({ kind: "file", name: "plan.flopsheet.json", base64: "e30=" });
  expect(heard).toEqual(["a command", "b command", "b file"]);
});

test("what comes while nobody listens is heard by the next who does, in its order", () => {
  const { listen, say } = host();
  listen(() => expect.unreachable())();
  say(save);
  say(undo);
  const heard: HostEvent[] = [];
  listen((event) => heard.push(event));
  expect(heard).toEqual([save, undo]);
});

test("what comes before the page listens at all has been kept by the bridge", () => {
  const listen = createHostEvents({ listen: (listener) => listener(save) });
  const heard: HostEvent[] = [];
  listen((event) => heard.push(event));
  expect(heard).toEqual([save]);
});

test.each([
  [null],
  ["command"],
  [{ kind: "command", id: "project.burn" }],
  [{ kind: "command", id: "project.save", more: 1 }],
  [{ kind: "file", name: "../plan.json", base64: "e30=" }],
  [{ kind: "file", name: "plan.json", base64: "{}" }],
])("%j is no event and reaches nobody", (event) => {
  const { listen, say } = host();
  listen(() => expect.unreachable());
  say(event);
});

test("in a browser nothing ever comes", () => {
  expect(bridge).toBeUndefined();
  listenToHost(() => expect.unreachable())();
});
