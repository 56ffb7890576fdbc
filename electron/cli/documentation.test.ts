import { copyFile, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findInstallation } from "../backend/installation.ts";
import { build, program, run } from "../backend/testing/built.ts";
import { filledRecord } from "../backend/testing/record-files.ts";
import { commands as commandList } from "./command-list.ts";

const { root } = findInstallation();
const documentation = await readFile(join(root, "docs", "command-line.md"), "utf8");

/** Every block of the documentation that shows a command and what it prints. */
const examples = [...documentation.matchAll(/^```console\n\$ (.+)\n([\s\S]*?)^```$/gm)].map(
  ([, command = "", shown = ""]) => ({
    command,
    shown,
  }),
);

let folder: string;

beforeAll(async () => {
  build();
  folder = await mkdtemp(join(tmpdir(), "flopsheet-documentation-"));
  const template = join(root, "assets", "templates", "scaling-exponents.json");
  await copyFile(template, join(folder, "scaling-exponents.json"));
  const text = await readFile(template, "utf8");
  const faulty = text.replace('"headSize"', '"headsize"').replace('"batch": 256', '"batch": 0');
  await writeFile(join(folder, "faulty.json"), faulty);
  for (const [, name = "", content = ""] of documentation.matchAll(/^```(?:yaml|json|csv) (\S+)\n([\s\S]*?)^```$/gm)) {
    await writeFile(join(folder, name), content);
  }
  await filledRecord(join(folder, "data"), 1);
}, 60_000);

afterAll(() => rm(folder, { recursive: true }));

test("every command has an example of its help", () => {
  const commands = examples.map(({ command }) => command);
  for (const command of ["flopsheet", ...commandList.map(({ name }) => `flopsheet ${name}`)])
    expect(commands).toContain(`${command} --help`);
});

test.each(examples)(
  "$ $command",
  async ({ command, shown }) => {
    const words = command.split(" ");
    const settings = words.slice(0, words.indexOf("flopsheet")).map((setting) => setting.split("=", 2));
    const args = words.slice(words.indexOf("flopsheet") + 1);
    const { out, err } = await run(program("cli"), args, {
      cwd: folder,
      env: { FLOPSHEET_DATA_DIR: join(folder, "data"), ...Object.fromEntries(settings) },
    });
    // A spreadsheet wants lines that end in CR LF.
    expect(`${out}${err}`.replaceAll("\r\n", "\n")).toMatch(asPattern(shown));
  },
  60_000,
);

/** What is shown as a pattern: `…` on a line of its own is any lines, within a line any text of it. */
function asPattern(shown: string): RegExp {
  const lines = shown.split(/^…\n/m).map((part) => part.split("…").map(escaped).join(".*"));
  return new RegExp(`^${lines.join("(?:.*\\n)*?")}$`);
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
