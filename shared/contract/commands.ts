/**
 * Everything that can be told the program by a key, the command palette or a menu: one list for all hosts. The renderer runs them;
 * Electron puts them into its native menu as well.
 */

/** Where a command stands in a menu bar. */
export const menus = ["File", "Edit", "View", "Go", "Help"] as const;
export type Menu = (typeof menus)[number];

export interface Command {
  readonly id: string;
  /** A verb and what it is done to. */
  readonly title: string;
  readonly menu: Menu;
  /** As `useShortcuts` reads it: "Ctrl+S"; on a Mac, Command counts as Ctrl. Null: no key of its own. */
  readonly keys: string | null;
  /** Whether it needs an opened plan. */
  readonly needs: "nothing" | "plan";
}

const command = (id: string, title: string, menu: Menu, keys: string | null, needs: Command["needs"] = "nothing") =>
  ({ id, title, menu, keys, needs }) as const satisfies Command;

export const commands = [
  command("project.new", "New project", "File", "Alt+N"),
  command("project.open", "Open plan file", "File", "Ctrl+O"),
  command("project.save", "Save revision", "File", "Ctrl+S", "plan"),
  command("project.export", "Save plan file", "File", "Ctrl+Shift+S", "plan"),
  command("sheet.pdf", "Export PDF", "File", "Ctrl+E", "plan"),
  command("sheet.print", "Print", "File", "Ctrl+P", "plan"),
  command("edit.undo", "Undo", "Edit", "Ctrl+Z", "plan"),
  command("edit.redo", "Redo", "Edit", "Ctrl+Shift+Z", "plan"),
  command("view.palette", "Find a command", "View", "Ctrl+K"),
  command("view.text", "Plan as text", "View", "Ctrl+Shift+E", "plan"),
  command("view.fit", "Fit to a sum", "View", null, "plan"),
  command("view.redteam", "What a stern reader asks", "View", null, "plan"),
  command("view.light", "Light colours", "View", null),
  command("view.dark", "Dark colours", "View", null),
  command("view.system", "Colours as the system", "View", null),
  command("go.projects", "Go to projects", "Go", "Alt+1"),
  command("go.quotes", "Go to quotes", "Go", "Alt+2"),
  command("go.clusters", "Go to clusters", "Go", "Alt+3"),
  command("go.catalogue", "Go to the catalogue", "Go", "Alt+4"),
  command("go.calculator", "Go to the calculator", "Go", "Alt+5"),
  command("go.settings", "Go to settings", "Go", "Ctrl+,"),
  command("step.project", "Step 1, project", "Go", "Ctrl+1", "plan"),
  command("step.experiments", "Step 2, experiments", "Go", "Ctrl+2", "plan"),
  command("step.hardware", "Step 3, hardware and speed", "Go", "Ctrl+3", "plan"),
  command("step.clusters", "Step 4, clusters", "Go", "Ctrl+4", "plan"),
  command("step.quotes", "Step 5, quotes", "Go", "Ctrl+5", "plan"),
  command("step.budget", "Step 6, budget", "Go", "Ctrl+6", "plan"),
  command("step.sheet", "Step 7, sheet", "Go", "Ctrl+7", "plan"),
  command("help.keys", "Keyboard shortcuts", "Help", "?"),
  command("help.about", "About Flopsheet", "Help", null),
] as const;

export type CommandId = (typeof commands)[number]["id"];
