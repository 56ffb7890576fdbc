/** A price list of very many rows: from its bytes to quotes that a power cut loses no more. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { catalogue } from "../../electron/backend/catalogue.ts";
import { createRecord } from "../../electron/backend/record/record.ts";
import { cardMatcher } from "../../shared/formats/quotes/cards/match-card.ts";
import type { FoundQuote } from "../../shared/formats/quotes/found-quote.ts";
import { previewQuotes } from "../../shared/formats/quotes/preview.ts";
import { quoteBytesReader } from "../../shared/formats/quotes/read-bytes.ts";
import { median } from "./measure.ts";

const CHUNK = 65_536;
/** Rows of one part of an import, as the app hands them over. */
const PART = 2_000;

/** A SkyPilot catalogue: every row another instance with a card of its own kind, region and price. */
function catalogueOf(rows: number): Uint8Array {
  const cards = ["H100", "A100-80GB"];
  const head = "InstanceType,AcceleratorName,AcceleratorCount,vCPUs,MemoryGiB,Price,Region,GpuInfo,SpotPrice\n";
  const lines = Array.from({ length: rows }, (_, at) => {
    const [card, count] = [cards[at % cards.length], 1 << (at % 4)];
    const info = `"{'Gpus': [{'Name': '${card}', 'Manufacturer': 'NVIDIA', 'Count': ${count}.0, 'MemoryInfo': {'SizeInMiB': 81920}}], 'TotalGpuMemoryInMiB': ${81_920 * count}}"`;
    return `gpu_${count}x_sxm_${at},${card},${count}.0,26.0,225.0,${(count * (1 + (at % 500) / 100)).toFixed(2)},region-${at % 30},${info},\n`;
  });
  return new TextEncoder().encode(head + lines.join(""));
}

/** Median milliseconds from the bytes of a catalogue to its quotes in the library of a record on the disk. */
export async function storePriceList(rows: number, samples: number): Promise<number> {
  const bytes = catalogueOf(rows);
  const times: number[] = [];
  for (let sample = 0; sample < samples; sample++) {
    const directory = mkdtempSync(join(tmpdir(), "flopsheet-bench-"));
    const record = createRecord({ directory });
    try {
      await record.reopen();
      const start = performance.now();
      const quotes = readAll(bytes);
      const id = crypto.randomUUID();
      record.change(({ imports }) => {
        imports.begin(id, "quotes");
        return { ok: true, value: null };
      });
      for (let part = 0; part * PART < quotes.length; part++) {
        const values = quotes.slice(part * PART, (part + 1) * PART);
        record.change(({ imports }) =>
          imports.addPart(
            id,
            part,
            values.map((value) => ({ id: crypto.randomUUID(), baseRevision: null, value })),
          ),
        );
      }
      const committed = record.change(({ imports }) => imports.commit(id));
      times.push(performance.now() - start);
      if (!committed.ok || committed.value.quotes !== rows) throw new Error(`${rows} quotes were not stored`);
    } finally {
      await record.close();
      rmSync(directory, { recursive: true, force: true });
    }
  }
  return median(times);
}

function readAll(bytes: Uint8Array) {
  const matcher = cardMatcher(catalogue);
  const reader = quoteBytesReader({
    ...{ cards: matcher, format: null, mark: null },
    newDecoder: (encoding, { fatal }) => new TextDecoder(encoding, { fatal }),
  });
  const found: FoundQuote[] = [];
  const take = (read: ReturnType<typeof reader.push>) => {
    if (!read.ok) throw new Error(read.error.message);
    for (const quote of read.value.quotes) found.push(quote);
  };
  for (let at = 0; at < bytes.length; at += CHUNK) take(reader.push(bytes.subarray(at, at + CHUNK)));
  take(reader.end());
  const decisions = {
    ...{ provider: "A provider", date: "2026-11-22", currency: "USD", cards: new Map(), fileName: "vms.csv" },
    format: "skypilot" as const,
  };
  return previewQuotes(found, [], { decisions, known: new Set(), leaveOutKnown: true }, matcher).quotes;
}
