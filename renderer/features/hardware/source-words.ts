/** Who says what a row of the catalogue says, short enough for a table. Pure. */
import type { Accelerator } from "../../../shared/hardware/accelerator.ts";
import { dateWords } from "../../../shared/sheet/text/words.ts";

/** "Epoch AI, 15 Nov 2025": the newest source and its date; "no source" where there is none. */
export function sourceWords({ sources, date }: Pick<Accelerator, "sources" | "date">): string {
  const source = sources.find((one) => one.date === date) ?? sources[0];
  if (source === undefined) return "no source";
  const name = shortSource(source.title).replace(/^[\w-]+\//, "");
  return source.date === null ? name : `${name}, ${shortDate(source.date)}`;
}

/** "Sevilla et al. 2022 (Epoch AI)": who says so, without the title of what they wrote. */
export const shortSource = (source: string): string => source.split(",")[0]?.trim() ?? source;

/** "15 Nov 2025". */
const shortDate = (date: string): string => dateWords(date).replace(/\b([A-Z][a-z]{2})[a-z]+\b/, "$1");

/** "MosaicML llm-foundry, training benchmarks, no date". */
export const datedSource = ({ source, date }: { readonly source: string; readonly date: string | null }): string =>
  `${source}, ${date === null ? "no date" : dateWords(date)}`;
