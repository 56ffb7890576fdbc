/** Which text of a draft is an earlier revision that somebody has restored: saving it says so. */
const restored = new Map<string, { readonly text: string; readonly revision: number }>();

export function noteRestored(id: string, revision: number, text: string): void {
  restored.set(id, { text, revision });
}

/** "Restored revision 3" while the draft still is that revision's text; null when it was changed since, or nothing was restored. */
export function restoredWords(id: string, text: string): string | null {
  const noted = restored.get(id);
  return noted?.text === text ? `Restored revision ${noted.revision}` : null;
}
