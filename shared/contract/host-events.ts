/** What a host tells its renderer unasked: only Electron does, over the bridge of its preload. */
import { z } from "zod";
import { type CommandId, commands } from "./commands.ts";
import { base64Part, fileName } from "./methods/common.ts";

const commandId = z.custom<CommandId>((value) => commands.some(({ id }) => id === value), "the id of a command");

export const hostEventSchema = z.discriminatedUnion("kind", [
  /** Chosen in the native menu. */
  z.strictObject({ kind: z.literal("command"), id: commandId }),
  /** A plan file that the system handed over: a double click, a second start, a drop on the dock. */
  z.strictObject({ kind: z.literal("file"), name: fileName, base64: base64Part }),
]);

export type HostEvent = z.infer<typeof hostEventSchema>;

/** What the preload puts into the page as `window.flopsheet`; nothing else of Electron is there. */
export interface Bridge {
  /** Sends a question of the contract; the answer is checked by the client like any other. */
  ask(request: { readonly method: string; readonly input: unknown }): Promise<unknown>;
  /** Calls `listener` for every event of the host from now on, and for those that came before. */
  listen(listener: (event: unknown) => void): void;
}
