/** What the host tells its page unasked: a command of the native menu, a file that the system handed over. */
import { type Bridge, type HostEvent, hostEventSchema } from "../../shared/contract/host-events.ts";
import { bridge } from "./bridge.ts";

type Listener = (event: HostEvent) => void;

/** Hands out what comes over a bridge to whoever listens; what comes while nobody does waits for the first who will. */
export function createHostEvents(source: Pick<Bridge, "listen"> | undefined): (listener: Listener) => () => void {
  const listeners = new Set<Listener>();
  const unheard: HostEvent[] = [];
  let connected = false;

  const connect = () => {
    connected = true;
    source?.listen((said) => {
      const event = hostEventSchema.safeParse(said);
      // The host of this very version says nothing else; another one's words are not for this page.
      if (!event.success) return;
      if (listeners.size === 0) unheard.push(event.data);
      for (const listener of listeners) listener(event.data);
    });
  };

  return (listener) => {
    listeners.add(listener);
    if (!connected) connect();
    for (const event of unheard.splice(0)) listener(event);
    return () => void listeners.delete(listener);
  };
}

/** Calls `listener` for every event of the host until the function it returns is called. In a browser there are none. */
export const listenToHost = createHostEvents(bridge);
