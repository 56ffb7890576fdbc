/** What each command does just now: a screen that is shown says so, and the key, the palette and the menu all do it. */
import { useLayoutEffect, useRef, useSyncExternalStore } from "react";
import { type CommandId, commands } from "../../shared/contract/commands.ts";

type Action = () => void;

/** The newest registration of a command wins; it falls away with its screen. */
const actions = new Map<CommandId, Action[]>();
const listeners = new Set<() => void>();
let available: readonly CommandId[] = [];

function changed(): void {
  available = commands.map(({ id }) => id).filter((id) => (actions.get(id)?.length ?? 0) > 0);
  for (const listener of listeners) listener();
}

export type CommandActions = { readonly [Id in CommandId]?: Action };

/** Gives commands their meaning while the component is shown. */
export function useCommands(given: CommandActions): void {
  const latest = useRef(given);
  latest.current = given;
  const ids = Object.keys(given).sort().join(" ");
  // With the screen, not after it: a key pressed as soon as “Undo” is seen must find it.
  useLayoutEffect(() => {
    const mine = commands.flatMap(({ id }) =>
      ids.split(" ").includes(id) ? [{ id, run: () => latest.current[id]?.() }] : [],
    );
    for (const { id, run } of mine) actions.set(id, [...(actions.get(id) ?? []), run]);
    changed();
    return () => {
      for (const { id, run } of mine)
        actions.set(
          id,
          (actions.get(id) ?? []).filter((other) => other !== run),
        );
      changed();
    };
  }, [ids]);
}

/** Does what a command means now; says whether it means anything. */
export function runCommand(id: CommandId): boolean {
  const action = actions.get(id)?.at(-1);
  action?.();
  return action !== undefined;
}

/** The commands that mean something on the screen that is shown. */
export function useAvailableCommands(): readonly CommandId[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => available,
  );
}
