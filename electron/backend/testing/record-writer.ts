/**
 * A host that only saves, for the test that kills it. It waits for a line `DIRECTORY SEED`, opens the record there and prints `ready`,
 * then a line for every change of which it was told that it is on the disk, and goes on until it is killed:
 *
 * - `saved PROJECT REVISION`
 * - `imported IMPORT`, all three projects of it
 */
import { writeSync } from "node:fs";
import { createInterface } from "node:readline";
import type { Reply } from "../../../shared/contract/reply.ts";
import { generator } from "../../../shared/ranges/generator.ts";
import { createRecord } from "../record/record.ts";
import { idOf, importedRows, PROJECTS, savedName, snapshotFor } from "./writing.ts";

const [directory = "", seed = "1"] = (await firstLine()).split(" ");
const STDOUT = 1;
const IMPORTS_A_RUN = 1_000;

/** The pipe has it before this returns: a kill right after loses no line. */
const say = (line: string) => writeSync(STDOUT, `${line}\n`);

const record = createRecord({ directory });
await record.reopen();
const next = generator(Number(seed));
const draw = () => next() / 2 ** 32;
say("ready");
for (let count = 0; ; count++) {
  say(draw() < 0.3 ? importSome(Number(seed) * IMPORTS_A_RUN + count) : saveOne(Math.floor(draw() * PROJECTS)));
}

function saveOne(project: number): string {
  const id = idOf("a", project);
  const read = record.read(({ projects }) => projects.read(id));
  const revision = read.ok ? read.value.project.revision + 1 : 1;
  const snapshot = snapshotFor(savedName(project, revision));
  done(
    record.change(({ projects }) =>
      revision === 1 ? projects.create(id, snapshot) : projects.save(id, revision - 1, snapshot),
    ),
  );
  return `saved ${project} ${revision}`;
}

function importSome(number: number): string {
  const id = idOf("c", number);
  done(record.change(({ imports }) => ({ ok: true, value: imports.begin(id, "projects") })));
  for (const [part, rows] of importedRows(number).entries()) {
    done(record.change(({ imports }) => imports.addPart(id, part, rows)));
  }
  done(record.change(({ imports }) => imports.commit(id)));
  return `imported ${number}`;
}

function done(reply: Reply<unknown>): void {
  if (!reply.ok) throw new Error(`${reply.error.code}: ${reply.error.message}`);
}

async function firstLine(): Promise<string> {
  for await (const line of createInterface({ input: process.stdin })) return line;
  return "";
}
