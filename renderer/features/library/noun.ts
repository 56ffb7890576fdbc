import type { ReactNode } from "react";
import type { z } from "zod";
import type { Kind } from "../../library/kinds.ts";
import type { Entry } from "../../library/use-library.ts";
import type { Draft, Field } from "./form/draft.ts";
import type { SortValue } from "./table/arrange.ts";
import type { Head } from "./table/sort-head.tsx";

/** Everything that the pages need to know of one kind of the library; all else they have in common. */
export interface Noun<Value> {
  readonly kind: Kind<Value>;
  readonly schema: z.ZodType<Value>;
  /** "quote", "a quote", "quotes". */
  readonly one: string;
  readonly withArticle: string;
  readonly many: string;
  readonly titleOf: (value: Value) => string;
  /** What the search looks in. */
  readonly words: (value: Value) => string;
  /** The same value under another title. */
  readonly retitled: (value: Value, title: string) => Value;
  readonly groups: readonly FieldGroup[];
  /** What the form of a new row starts with. */
  readonly blank: unknown;
  /** What the form shows of a value, and what is kept of what it gives back. */
  readonly toForm: (value: unknown) => unknown;
  readonly fromForm: (form: Readonly<Record<string, unknown>>) => unknown;
  /** Where a project that uses a row shows it. */
  readonly usedAt: "quotes" | "clusters" | "hardware";
}

export interface FieldGroup {
  /** Null for the first, which needs none. */
  readonly title: string | null;
  readonly help?: ReactNode;
  /** Whether the group is asked for; always when left out. Its fields say the same of themselves. */
  readonly when?: (draft: Draft) => boolean;
  readonly fields: readonly Field[];
}

export interface Column<Value> extends Head {
  readonly sort: (entry: Entry<Value>) => SortValue;
  readonly cell: (entry: Entry<Value>) => ReactNode;
}

export const fieldsOf = <Value>({ groups }: Noun<Value>): readonly Field[] => groups.flatMap(({ fields }) => fields);

/** "Halden Compute, copy", of which another copy is "Halden Compute, copy 2". */
export function copyTitle(title: string, taken: readonly string[]): string {
  const base = `${title.replace(/, copy( \d+)?$/, "")}, copy`;
  for (let count = 1; ; count += 1) {
    const candidate = count === 1 ? base : `${base} ${count}`;
    if (!taken.includes(candidate)) return candidate;
  }
}
