/**
 * A second host that opens the record as soon as nobody has it, again and again: `node record-trier.ts DIRECTORY`. It says after every
 * ten tries whether it ever had it, and ends with its input.
 */
import { createRecord } from "../record/record.ts";

const record = createRecord({ directory: process.argv[2] ?? "" });
let isAsked = true;
process.stdin.on("end", () => {
  isAsked = false;
});
process.stdin.resume();

let opened = 0;
for (let tries = 1; isAsked; tries++) {
  await record.reopen();
  if ((await record.info()).closed === null) opened++;
  await record.close();
  if (tries % 10 === 0) process.stdout.write(`${opened}\n`);
}
