/** Small stand-ins for parts of Electron, for tests in a process that has none. */
import { EventEmitter } from "node:events";
import type { IpcMainInvokeEvent, WebContents, WebFrameMain } from "electron";
import { ORIGIN } from "../app-address.ts";

/** Emits to the listeners of a part that is given to the code as `Pick<…, "on">`, whose overloads no literal satisfies. */
export function emitting<T extends object>(part: T): T & EventEmitter {
  return Object.assign(new EventEmitter(), part);
}

/** An event that remembers whether it was prevented. */
export function event<P extends object>(parts: P = {} as P) {
  const made = {
    ...parts,
    defaultPrevented: false,
    preventDefault() {
      made.defaultPrevented = true;
    },
  };
  return made;
}

export const frame = (url: string, parent: WebFrameMain | null = null): WebFrameMain =>
  ({ url, parent }) as unknown as WebFrameMain;

type Answerer = (event: IpcMainInvokeEvent, ...sent: unknown[]) => Promise<unknown>;

/** The contents of a window at `address`, whose page asks by `ask`. */
export function fakeContents(address = `${ORIGIN}/`) {
  const mainFrame = frame(address);
  const answerers = new Map<string, Answerer>();
  const sent: unknown[][] = [];
  const contents = emitting({
    mainFrame,
    ipc: { handle: (channel: string, answer: Answerer) => void answerers.set(channel, answer) },
    send: (...message: unknown[]) => void sent.push(message),
    isDestroyed: () => false,
    getURL: () => address,
  });
  const ask = async (channel: string, question: unknown, senderFrame: WebFrameMain | null = mainFrame) => {
    const answer = answerers.get(channel);
    if (answer === undefined) throw new Error(`No handler registered for '${channel}'`);
    // Through the copy that Electron makes of whatever goes between processes.
    return structuredClone(await answer({ senderFrame } as IpcMainInvokeEvent, structuredClone(question)));
  };
  return { contents: contents as typeof contents & WebContents, ask, sent, mainFrame };
}

/** A promise that the test settles. */
export function deferred<T>(): { readonly promise: Promise<T>; readonly resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => {};
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
