/** The name under which a plan's text is saved as a file: its own, with an ending that says what it is. */
export function planFileName(name: string, text: string): string {
  if (/\.(json|ya?ml)$/i.test(name)) return name;
  return /^\s*\{/.test(text) ? `${name}.flopsheet.json` : `${name}.yaml`;
}
