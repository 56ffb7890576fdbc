import type { IpcRenderer } from "electron";
import type { Bridge } from "../../shared/contract/host-events.ts";
import { ipcChannel, methodNames } from "../../shared/contract/names.ts";

/**
 * All that the page can do with Electron: ask a method of the contract, and listen. There is no way to name a channel, to send
 * anything else, or to get at an object of Electron's; the main process trusts none of it and checks again.
 *
 * What the host says before the page listens, while its script is still loading, is kept for it.
 */
export function createBridge(ipc: Pick<IpcRenderer, "invoke" | "on">): Bridge {
  const unheard: unknown[] = [];
  let hear: ((event: unknown) => void) | null = null;
  ipc.on(ipcChannel, (_, event: unknown) => {
    if (hear === null) unheard.push(event);
    else hear(event);
  });
  return {
    ask({ method, input }) {
      if (!methodNames.some((name) => name === method)) {
        const message = "The page asked for something that is not of the contract.";
        return Promise.resolve({ ok: false, error: { code: "unknownMethod", message } });
      }
      return ipc.invoke(ipcChannel, { method, input });
    },
    listen(listener) {
      hear = listener;
      for (const event of unheard.splice(0)) listener(event);
    },
  };
}
