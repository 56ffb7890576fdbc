/** Plain words in Markdown: nothing in them may become markup. */

/** Characters that mean something inside a line of GitHub-flavoured Markdown. */
const INLINE = /[\\`*_{}[\]~$|]/g;

const ADDRESS = /https?:\/\/[^\s<>|]*[^\s<>|.,;:)\]]/g;

/**
 * Words as Markdown that reads the same: markup escaped, HTML as entities, line breaks as spaces, addresses as links.
 *
 * @example escapeMarkdown("a|b <i> 2*3") // "a\\|b &lt;i&gt; 2\\*3"
 */
export function escapeMarkdown(text: string): string {
  const line = text.replace(/\s+/g, " ");
  let escaped = "";
  let from = 0;
  for (const { 0: address, index } of line.matchAll(ADDRESS)) {
    escaped += `${escapeWords(line.slice(from, index))}<${address}>`;
    from = index + address.length;
  }
  return escaped + escapeWords(line.slice(from));
}

/** The same at the start of a line, where a list, a heading or a quotation would begin. */
export const escapeLine = (text: string): string =>
  escapeMarkdown(text)
    .replace(/^([#>+-])/, "\\$1")
    .replace(/^(\d+)([.)])(?=\s|$)/, "$1\\$2");

const escapeWords = (text: string): string =>
  text.replace(INLINE, "\\$&").replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
