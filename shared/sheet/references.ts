/** The sheet's list of sources, lettered in the order in which they are called. */
import type { ResolvedCard } from "../plan/resolved.ts";
import type { Inline, RichText } from "./sheet.ts";
import { superscript } from "./text/rich-text.ts";
import { dateWords } from "./text/words.ts";

export interface SourceText {
  readonly text: string;
  readonly url?: string | null;
  readonly date?: string | null;
}

export interface References {
  /** The letter of a source, raised, to stand behind what it supports. Equal sources have one letter. */
  readonly cite: (source: SourceText) => Inline;
  /** Items of the list, in the order of their letters. */
  readonly items: () => RichText[];
}

/** Who says what a card is: its row of the catalogue, or the plan that states it. */
export function acceleratorSource({ accelerator }: Pick<ResolvedCard, "accelerator">): SourceText {
  const { name, sources, date } = accelerator;
  if (sources.length === 0) return { text: `${name}, as the plan states it`, date };
  return {
    text: `${name}: ${sources.map((source) => source.title).join("; ")}`,
    url: sources.length === 1 ? (sources[0]?.url ?? null) : null,
    date,
  };
}

export function createReferences(): References {
  const texts: string[] = [];
  return {
    cite(source) {
      const text = sourceLine(source);
      const known = texts.indexOf(text);
      return superscript(letter(known >= 0 ? known : texts.push(text) - 1));
    },
    items: () => texts.map((text) => [text]),
  };
}

/** a … z, aa, ab …: as the printed list counts. */
export function letter(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? letter(rest - 1) : "") + String.fromCharCode("a".charCodeAt(0) + (index % 26));
}

/** A source as one line: its words, its address, its date, each only where the words do not hold it already. */
export function sourceLine({ text, url = null, date = null }: SourceText): string {
  // As it is written: projects and journals spell their names as they like.
  const parts = [/[.!?…]$/.test(text) ? text : `${text}.`];
  if (url !== null && !text.includes(url)) parts.push(`${url}.`);
  if (date !== null && !text.includes(dateWords(date)) && !text.includes(date)) parts.push(`${dateWords(date)}.`);
  return parts.join(" ");
}
