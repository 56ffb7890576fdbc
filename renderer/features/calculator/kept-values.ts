/** What was typed into a question, kept over a reload and while other screens are shown, in this window only. */
import { useState } from "react";

const keyOf = (question: string): string => `flopsheet.calculator.${question}`;

/** The fields of a question as text, and what changes some of them. Keys that `initial` does not have are not kept. */
export function useKeptValues<V extends Readonly<Record<string, string>>>(
  question: string,
  initial: V,
): readonly [V, (changes: Partial<V>) => void] {
  const [values, setValues] = useState(() => ({ ...initial, ...kept(question, Object.keys(initial)) }));
  const change = (changes: Partial<V>) => {
    setValues((before) => {
      const next = { ...before, ...changes };
      keep(question, next);
      return next;
    });
  };
  return [values, change];
}

/** What the window kept of the named fields; nothing where it kept none, or something else. */
export function kept(question: string, keys: readonly string[]): Readonly<Record<string, string>> {
  try {
    const found: unknown = JSON.parse(sessionStorage.getItem(keyOf(question)) ?? "{}");
    if (typeof found !== "object" || found === null) return {};
    return Object.fromEntries(
      Object.entries(found).flatMap(([key, value]) =>
        keys.includes(key) && typeof value === "string" ? [[key, value]] : [],
      ),
    );
  } catch {
    // A browser without storage, or a text that is no JSON: the question begins anew.
    return {};
  }
}

function keep(question: string, values: Readonly<Record<string, string>>): void {
  try {
    sessionStorage.setItem(keyOf(question), JSON.stringify(values));
  } catch {
    // It lasts as long as the screen, then.
  }
}
