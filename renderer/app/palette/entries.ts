/** What the palette finds: commands, and projects by their titles. Pure. */

export interface PaletteEntry {
  readonly id: string;
  readonly title: string;
  readonly group: "Commands" | "Recent" | "Projects";
  /** "Ctrl+S", as `useShortcuts` reads it. */
  readonly keys: string | null;
}

/**
 * The entries that have every word of `sought`, in any case; those that begin with it come first in their group, and groups keep
 * their order. Nothing sought finds everything but the long list of projects.
 *
 * @example matching([{ title: "Save revision", … }], "rev sa") finds it.
 */
export function matching(entries: readonly PaletteEntry[], sought: string): readonly PaletteEntry[] {
  const words = sought.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return entries.filter(({ group }) => group !== "Projects");
  const found = entries.filter(({ title }) => {
    const lower = title.toLowerCase();
    return words.every((word) => lower.includes(word));
  });
  const start = words.join(" ");
  const begins = ({ title }: PaletteEntry) => (title.toLowerCase().startsWith(start) ? 0 : 1);
  return groupsOf(found).flatMap((group) => group.toSorted((a, b) => begins(a) - begins(b)));
}

/** Neighbours of the same group, together. */
export function groupsOf(entries: readonly PaletteEntry[]): readonly (readonly PaletteEntry[])[] {
  const groups: PaletteEntry[][] = [];
  for (const entry of entries) {
    const last = groups.at(-1);
    if (last?.[0]?.group === entry.group) last.push(entry);
    else groups.push([entry]);
  }
  return groups;
}
