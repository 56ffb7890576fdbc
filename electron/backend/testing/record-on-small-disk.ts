/** A host on a disk of a few hundred kB that is its own: `node record-on-small-disk.ts MOUNTED`. It prints what it saw as JSON. */
import { execFileSync } from "node:child_process";
import { readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createArrivals } from "../record/arrivals.ts";
import { createRecord } from "../record/record.ts";
import { idOf, savedName, snapshotFor, textOf } from "./writing.ts";

const disk = process.argv[2] ?? "";
const record = createRecord({ directory: join(disk, "data") });
await record.reopen();

const save = (number: number) =>
  record.change(({ projects }) => projects.create(idOf("a", number), snapshotFor(savedName(1, number))));
const ballast = join(disk, "ballast");
writeFileSync(ballast, Buffer.alloc(100_000));

let saved = 0;
let reply = save(saved);
while (reply.ok) {
  saved += 1;
  reply = save(saved);
}
const backup = await record.backup();
const arrivals = createArrivals(record);
await arrivals.begin(idOf("b", 1));
const arrived = await arrivals.addPart(idOf("b", 1), 0, Buffer.alloc(500_000));
const whole = record.read(({ projects }) => {
  const texts = Array.from({ length: saved }, (_, number) => {
    const read = projects.read(idOf("a", number));
    return read.ok && read.value.revision.text === textOf(savedName(1, number));
  });
  return { ok: true, value: texts.every(Boolean) && projects.list(false).length === saved };
});
const leftOfBackup = readdirSync(record.places.backups);

rmSync(ballast);
const afterwards = save(saved);
await record.close();
await record.reopen();
const reopened = (await record.info()).closed;
await record.close();

execFileSync("mount", ["-o", "remount,ro", disk]);
await record.reopen();
const readOnly = (await record.info()).closed;
execFileSync("mount", ["-o", "remount,rw", disk]);

rmSync(join(disk, "data"), { recursive: true });
fillUp(ballast);
await record.reopen();
const fullAtFirst = (await record.info()).closed;

const code = (answer: typeof backup | typeof arrived) => (answer.ok ? "done" : answer.error.code);
process.stdout.write(
  JSON.stringify({
    savedSome: saved > 3,
    save: reply.ok ? "saved" : reply.error.code,
    backup: code(backup),
    import: code(arrived),
    leftOfBackup,
    kept: whole.ok && whole.value,
    afterwards: afterwards.ok ? "saved" : afterwards.error.code,
    reopened,
    readOnly: readOnly?.why,
    fullAtFirst: fullAtFirst?.why,
  }),
);
process.exit();

function fillUp(path: string): void {
  try {
    writeFileSync(path, Buffer.alloc(1_000_000));
  } catch {
    // As much as there was room for is there.
  }
}
