/** The record: how long a save takes until it is on the disk, and a list of very many projects until it can be sent. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createRecord } from "../../electron/backend/record/record.ts";
import { projectHandlers } from "../../electron/backend/services/projects.ts";
import { dispatch } from "../../shared/contract/dispatch.ts";
import type { Snapshot } from "../../shared/contract/methods/projects.ts";
import type { MethodName } from "../../shared/contract/names.ts";
import { median } from "./measure.ts";

export interface RecordMeasurement {
  /** Median milliseconds of a save, from the question to the answer, after which a power cut loses nothing. */
  readonly save: number;
  /** The same of the list of all projects, with its JSON. */
  readonly list: number;
  /** The same of opening that record, reading one project, and closing it. */
  readonly open: number;
}

/** Measures a record in a directory of its own, through the contract's dispatcher with all its checks, and JSON. */
export async function measureRecord(text: string, projects: number): Promise<RecordMeasurement> {
  const directory = mkdtempSync(join(tmpdir(), "flopsheet-bench-"));
  const record = createRecord({ directory });
  const handlers = projectHandlers(record);
  const ask = async (method: MethodName, input: unknown): Promise<void> => {
    const answer = JSON.stringify(await dispatch(handlers, { method, input: JSON.parse(JSON.stringify(input)) }));
    if (!answer.startsWith('{"ok":true')) throw new Error(`${method}: ${answer.slice(0, 300)}`);
  };
  try {
    await record.reopen();
    record.change((stores) => {
      for (let number = 0; number < projects; number++) {
        stores.projects.create(crypto.randomUUID(), snapshot(`${number}`, `Project ${number}`));
      }
      return { ok: true, value: null };
    });
    const id = crypto.randomUUID();
    await ask("projects.create", { id, snapshot: snapshot(text, "Saved often") });
    const save = await medianOf(60, (sample) =>
      ask("projects.save", {
        id,
        baseRevision: sample + 1,
        snapshot: snapshot(`${text}${" ".repeat(sample + 1)}`, "Saved often"),
      }),
    );
    const list = await medianOf(20, () => ask("projects.list", { deleted: false }));
    await record.close();
    // The first opening of a day takes a backup as well.
    await record.reopen();
    await record.close();
    const open = await medianOf(9, async () => {
      await record.reopen();
      await ask("projects.read", { id });
      await record.close();
    });
    return { save, list, open };
  } finally {
    await record.close();
    rmSync(directory, { recursive: true, force: true });
  }
}

async function medianOf(samples: number, work: (sample: number) => Promise<void>): Promise<number> {
  const times: number[] = [];
  for (let sample = 0; sample < samples; sample++) {
    const start = performance.now();
    await work(sample);
    times.push(performance.now() - start);
  }
  return median(times);
}

/** What the screen saves of a plan of nine experiments. */
function snapshot(text: string, title: string): Snapshot {
  return {
    ...{ name: "plan.json", text, title, funder: "National Science Foundation", faults: 0, uses: [] },
    figures: {
      ...{ currency: "USD", total: 12_907_461.18, low: 9.1e6, p10: 11.8e6, p50: 12.3e6, p90: 12.8e6, high: 15.2e6 },
      ...{ cardHours: 4_302_487.06, flop: 5.4211e24, runs: 58_512 },
    },
    parts: Array.from({ length: 9 }, (_, index) => ({
      ...{ id: `experiment-${index}`, title: `Experiment ${index}`, total: 1_434_162.35, runs: 6_501 },
    })),
    change: "Price 2.85 to 3.00 USD",
  };
}
