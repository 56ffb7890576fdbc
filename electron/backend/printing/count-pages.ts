/**
 * How many pages a PDF has that Chromium made: the largest /Count among its page tree's nodes, which Chromium writes as
 * plain text. 0 when there is none.
 */
export function countPages(pdf: Uint8Array): number {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString("latin1");
  const nodes = text.matchAll(/\/Type\s*\/Pages\b[^>]*?\/Count\s+(\d+)|\/Count\s+(\d+)[^>]*?\/Type\s*\/Pages\b/g);
  return Math.max(0, ...Array.from(nodes, ([, after, before]) => Number(after ?? before)));
}
