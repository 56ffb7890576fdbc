/** A host that has saved one project, says so, and then only has the record: `node record-holder.ts DIRECTORY`. */
import { createRecord } from "../record/record.ts";
import { idOf, snapshotFor } from "./writing.ts";

const record = createRecord({ directory: process.argv[2] ?? "" });
await record.reopen();
const saved = record.change(({ projects }) => projects.create(idOf("a", 1), snapshotFor("held")));
process.stdout.write(`${JSON.stringify(saved.ok)}\n`);
setInterval(() => {}, 60_000);
