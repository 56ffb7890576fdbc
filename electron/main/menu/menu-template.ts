import type { MenuItemConstructorOptions } from "electron";
import { type Command, type CommandId, commands, type Menu } from "../../../shared/contract/commands.ts";
import { accelerator } from "./accelerator.ts";

interface MenuFacts {
  readonly platform: NodeJS.Platform;
  readonly development: boolean;
  readonly run: (command: CommandId) => void;
}

type Item = MenuItemConstructorOptions;

const separator: Item = { type: "separator" };
const role = (name: NonNullable<Item["role"]>): Item => ({ role: name });

/**
 * The menu bar: every command of the shared list, run by the page like those of its palette, and what a system expects beside them.
 *
 * The page listens for the keys itself, as in a browser, so that they mean one thing in both; the menu shows them. macOS cannot show
 * a key without also listening, and asks the page first.
 */
export function menuTemplate(facts: MenuFacts): Item[] {
  const mac = facts.platform === "darwin";
  const list = (menu: Menu, besides: (command: (typeof commands)[number]) => boolean = () => true) =>
    items(
      commands.filter((command) => command.menu === menu && besides(command)),
      facts.run,
    );
  return [
    ...(mac ? [appMenu(facts.run)] : []),
    {
      label: "File",
      submenu: [...list("File"), separator, ...(mac ? [recentFiles, separator, role("close")] : [role("quit")])],
    },
    {
      label: "Edit",
      submenu: [...list("Edit"), separator, role("cut"), role("copy"), role("paste"), role("selectAll")],
    },
    {
      label: "View",
      submenu: [
        ...list("View"),
        separator,
        role("togglefullscreen"),
        ...(facts.development ? [separator, role("reload"), role("toggleDevTools")] : []),
      ],
    },
    // On a Mac, settings and the page about the program are in the program's own menu.
    { label: "Go", submenu: list("Go", ({ id }) => !(mac && id === "go.settings")) },
    ...(mac ? [role("windowMenu")] : []),
    { label: "Help", role: "help", submenu: list("Help", ({ id }) => !(mac && id === "help.about")) },
  ];
}

const recentFiles: Item = {
  label: "Open recent",
  role: "recentDocuments",
  submenu: [role("clearRecentDocuments")],
};

function appMenu(run: MenuFacts["run"]): Item {
  const own = (id: CommandId, label: string): Item => {
    const command = commands.find((known) => known.id === id);
    return { ...item(command?.keys ?? null), label, click: () => run(id) };
  };
  return {
    label: "Flopsheet",
    submenu: [
      own("help.about", "About Flopsheet"),
      separator,
      own("go.settings", "Settings…"),
      separator,
      role("services"),
      separator,
      ...(["hide", "hideOthers", "unhide"] as const).map(role),
      separator,
      role("quit"),
    ],
  };
}

/** The commands in their order, with a line where another kind begins. */
function items(chosen: readonly (Command & { readonly id: CommandId })[], run: MenuFacts["run"]): Item[] {
  return chosen.flatMap(({ id, title, keys }, index) => {
    const before = chosen[index - 1];
    const entry: Item = { ...item(keys), id, label: title, click: () => run(id) };
    return before !== undefined && kindOf(before.id) !== kindOf(id) ? [separator, entry] : [entry];
  });
}

const kindOf = (id: string): string => id.split(".", 1)[0] ?? id;

function item(keys: string | null): Item {
  const shown = accelerator(keys);
  return shown === undefined ? {} : { accelerator: shown, registerAccelerator: false };
}
