/** What a reader of sweep files has to say beside its result. */
import type { Fault } from "../../plan/fault.ts";
import { shorten } from "../../plan/text/document-path.ts";
import { type LineIndex, lineIndex } from "../../plan/text/lines.ts";
import { preview } from "../../plan/text/preview.ts";
import type { PlacedFault, Span } from "../../plan/text/source.ts";
import type { Need, Place } from "./sweep-file.ts";

const MOST_WARNINGS = 50;
const LONGEST_VALUE = 80;

/** Faults, warnings and needs of one file, gathered while it is read. */
export class Notes {
  readonly faults: PlacedFault[] = [];
  readonly needs: Need[] = [];
  readonly #warnings = new Set<string>();
  readonly #place: LineIndex;

  constructor(text: string) {
    this.#place = lineIndex(text);
  }

  get warnings(): readonly string[] {
    return [...this.#warnings];
  }

  /** A sentence; said once, and no more than 50 of them. */
  warn(sentence: string): void {
    if (this.#warnings.size < MOST_WARNINGS) this.#warnings.add(sentence);
  }

  need(what: Need["what"], why: string, at: Span | null, axis: string | null = null): void {
    this.needs.push({ what, why, axis, at: this.placeOf(at) });
  }

  fault(at: Span | null, fault: Pick<Fault, "message" | "value" | "allowed" | "hint">): void {
    const { message, value, allowed, hint = null } = fault;
    const told = value === undefined ? null : shorten(preview(value), LONGEST_VALUE);
    const span = at === null ? null : { from: at.from, to: at.to };
    this.faults.push({ path: [], at: span, message, value: told, allowed, hint, edit: null });
  }

  placeOf(at: Span | null): Place | null {
    return at === null ? null : this.#place(at.from);
  }
}
