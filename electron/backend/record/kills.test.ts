import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterAll, beforeAll, expect, test } from "vitest";
import { generator } from "../../../shared/ranges/generator.ts";
import { bundle } from "../testing/bundle.ts";
import { idOf, importedRows, PARTS, PROJECTS, savedName, textOf } from "../testing/writing.ts";
import { createRecord } from "./record.ts";

const KILLS = 200;
/** Kills that one directory bears, from the one that is made anew to the one that has seen all others. */
const A_DIRECTORY = 20;
const SEED = 20_261_126;

const next = generator(SEED);
const upTo = (most: number) => Math.floor((next() / 2 ** 32) * (most + 1));

let folder: string;
let writer: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "flopsheet-kills-"));
  writer = await bundle(join(import.meta.dirname, "..", "testing", "record-writer.ts"), folder);
});

afterAll(() => rm(folder, { recursive: true }));

/** Starts a writer that waits: starting takes far longer than writing. */
function startWriter(): ChildProcess {
  const env = { ...process.env, NODE_COMPILE_CACHE: join(folder, "compiled") };
  const child = spawn(process.execPath, [writer], { stdio: ["pipe", "pipe", "inherit"], env });
  child.stdin?.on("error", () => {});
  return child;
}

/** What a writer has said until it was killed: after so many lines and so many turns of this process's loop. */
async function killed(child: ChildProcess, directory: string, seed: number): Promise<readonly string[]> {
  const [lines, turns] = [upTo(25), upTo(60)];
  const said: string[] = [];
  const ended = new Promise((resolve) => child.once("close", resolve));
  const kill = async () => {
    for (let turn = 0; turn < turns; turn++) await new Promise((resolve) => setImmediate(resolve));
    child.kill("SIGKILL");
  };
  child.stdin?.write(`${directory} ${seed}\n`);
  // Some are killed while they open the record, and the first of a directory while it is made.
  if (lines === 0) void kill();
  if (child.stdout === null) throw new Error("the writer has no output");
  for await (const line of createInterface({ input: child.stdout })) {
    if (said.push(line) === lines) void kill();
  }
  await ended;
  expect(child.signalCode).toBe("SIGKILL");
  return said.filter((line) => line !== "ready");
}

/** What a record has to have, and what it may have besides: the one change that was under way. */
class Expected {
  readonly revisions = Array.from({ length: PROJECTS }, () => 0);
  readonly imports = new Set<number>();

  add(line: string): void {
    const [what, first, second] = line.split(" ");
    if (what === "imported") this.imports.add(Number(first));
    else this.revisions[Number(first)] = Number(second);
  }
}

async function verify(directory: string, expected: Expected, seed: number): Promise<void> {
  const record = createRecord({ directory });
  await record.reopen();
  const info = await record.info();
  // A log that was left by the kill has every page read through.
  expect(info.closed).toBeNull();
  let unsaid = 0;
  record.read(({ projects }) => {
    for (const [project, said] of expected.revisions.entries()) {
      const listed = projects.revisions(idOf("a", project));
      const numbers = listed.ok ? listed.value.map(({ number }) => number) : [];
      expect(numbers).toEqual(Array.from(numbers, (_, index) => numbers.length - index));
      expect([said, said + 1]).toContain(numbers.length);
      unsaid += numbers.length - said;
      for (let number = Math.max(1, said - 3); number <= numbers.length; number++) {
        const read = projects.read(idOf("a", project), number);
        expect(read.ok && read.value.revision.text).toBe(textOf(savedName(project, number)));
      }
      expected.revisions[project] = numbers.length;
    }
    const rows = projects.list(false).filter(({ id }) => id.startsWith("b"));
    const imports = Map.groupBy(rows, ({ id }) => Number(id.slice(1, 8)));
    for (const [number, found] of imports) {
      expect(found.map(({ id }) => id).sort()).toEqual(
        importedRows(number).flatMap((part) => part.map(({ id }) => id)),
      );
      expect(found).toHaveLength(PARTS);
      if (!expected.imports.has(number)) {
        unsaid += 1;
        expect(Math.floor(number / 1_000)).toBe(seed);
        expected.imports.add(number);
      }
    }
    expect(new Set(imports.keys())).toEqual(expected.imports);
    return { ok: true, value: null };
  });
  expect(unsaid).toBeLessThanOrEqual(1);
  await record.close();
}

test(`${KILLS} kills lose nothing that was acknowledged, and leave nothing half and nothing twice`, async () => {
  let waiting = startWriter();
  let acknowledged = 0;
  let unsaidRuns = 0;
  let expected = new Expected();
  for (let kill = 0; kill < KILLS; kill++) {
    const directory = join(folder, String(Math.floor(kill / A_DIRECTORY)));
    if (kill % A_DIRECTORY === 0) expected = new Expected();
    const child = waiting;
    if (kill + 1 < KILLS) waiting = startWriter();
    const said = await killed(child, directory, kill + 1);
    for (const line of said) expected.add(line);
    acknowledged += said.length;
    if (said.length === 0) unsaidRuns += 1;
    await verify(directory, expected, kill + 1);
  }
  // The kills hit: most came in the middle of the work, some before it.
  expect(acknowledged).toBeGreaterThan(KILLS * 5);
  expect(unsaidRuns).toBeGreaterThan(0);
}, 300_000);
