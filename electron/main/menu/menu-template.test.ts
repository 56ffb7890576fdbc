import type { MenuItemConstructorOptions } from "electron";
import { expect, test } from "vitest";
import { type CommandId, commands } from "../../../shared/contract/commands.ts";
import { menuTemplate } from "./menu-template.ts";

type Item = MenuItemConstructorOptions;

function menu(platform: NodeJS.Platform, development = false) {
  const ran: CommandId[] = [];
  const template = menuTemplate({ platform, development, run: (id) => ran.push(id) });
  const below = (item: Item): Item[] => (Array.isArray(item.submenu) ? item.submenu : []);
  const all = template.flatMap((item) => [item, ...below(item)]);
  return { template, below, all, ran };
}

const clicked = ({ click }: Item) => (click as (() => void) | undefined)?.();

test.each(["linux", "win32", "darwin"] as const)(
  "on %s every command is in the menu once, and runs as itself",
  (platform) => {
    const { all, ran } = menu(platform);
    for (const item of all) clicked(item);
    expect([...ran].sort()).toEqual(commands.map(({ id }) => id).sort());
  },
);

test("the bar stands as people know it", () => {
  expect(menu("linux").template.map(({ label }) => label)).toEqual(["File", "Edit", "View", "Go", "Help"]);
  const mac = menu("darwin").template.map(({ label, role }) => label ?? role);
  expect(mac).toEqual(["Flopsheet", "File", "Edit", "View", "Go", "windowMenu", "Help"]);
});

test("commands carry title and keys, which the menu shows and the page listens for", () => {
  const save = menu("linux").all.find(({ id }) => id === "project.save");
  expect(save).toMatchObject({ label: "Save revision", accelerator: "CmdOrCtrl+S", registerAccelerator: false });
  const keys = menu("linux").all.find(({ id }) => id === "help.keys");
  expect(keys).not.toHaveProperty("accelerator");
});

test("cut, copy, paste and select all are there, or their keys would do nothing on a Mac", () => {
  for (const platform of ["linux", "darwin"] as const) {
    const roles = menu(platform).all.map(({ role }) => role);
    expect(roles).toEqual(expect.arrayContaining(["cut", "copy", "paste", "selectAll", "togglefullscreen", "quit"]));
  }
});

test("macOS has recent files in the menu; elsewhere the system shows them", () => {
  const roles = (platform: NodeJS.Platform) => menu(platform).all.map(({ role }) => role);
  expect(roles("darwin")).toContain("recentDocuments");
  expect(roles("linux")).not.toContain("recentDocuments");
});

test("reloading and developer tools are for a checkout only", () => {
  const roles = (development: boolean) => menu("linux", development).all.map(({ role }) => role);
  expect(roles(true)).toEqual(expect.arrayContaining(["reload", "toggleDevTools"]));
  expect(roles(false)).not.toContain("reload");
  expect(roles(false)).not.toContain("toggleDevTools");
});

test("a line stands between kinds of commands, never at an end and never twice", () => {
  for (const platform of ["linux", "darwin"] as const) {
    const { template, below } = menu(platform);
    for (const list of template.map(below).filter((items) => items.length > 0)) {
      const lines = list.map(({ type }) => type === "separator");
      expect([lines.at(0), lines.at(-1)]).toEqual([false, false]);
      expect(lines.some((line, index) => line && lines[index + 1])).toBe(false);
    }
  }
  const { template, below } = menu("linux");
  const go = template.filter(({ label }) => label === "Go").flatMap(below);
  const kinds = go.map(({ id, type }) => (type === "separator" ? "-" : id?.split(".")[0]));
  expect(kinds).toEqual(["go", "go", "go", "go", "go", "go", "-", ...Array(7).fill("step")]);
});
