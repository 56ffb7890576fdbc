import type { NativeTheme } from "electron";
import type { Handlers } from "../../../shared/contract/dispatch.ts";

/**
 * Lets menus, dialogs and the ground of the window follow the colours that the person has chosen in the settings, from the start and
 * whenever they choose others. While the record is closed they are the system's.
 *
 * @returns the handlers to answer the page with.
 */
export async function followTheme<H extends Handlers>(
  handlers: H,
  theme: Pick<NativeTheme, "themeSource">,
): Promise<H> {
  const read = await handlers["settings.read"]?.({});
  if (read?.ok) theme.themeSource = read.value.theme;
  const write = handlers["settings.write"];
  if (write === undefined) return handlers;
  return {
    ...handlers,
    "settings.write": async (changes: Parameters<typeof write>[0]) => {
      const written = await write(changes);
      if (written.ok) theme.themeSource = written.value.theme;
      return written;
    },
  };
}
