/** Longer addresses are nobody's source. */
const LONGEST = 2_000;

/**
 * Checklist 15: opens the address of a source in the person's browser, and nothing else. `shell.openExternal` starts whatever
 * program has registered a scheme, so only https reaches it, to a named host, without a name or password in it, and as the parser
 * wrote it anew.
 *
 * @returns whether it was opened.
 */
export function openExternal(address: unknown, open: (address: string) => void): boolean {
  if (typeof address !== "string" || address.length > LONGEST || !URL.canParse(address)) return false;
  const { protocol, hostname, username, password, href } = new URL(address);
  if (protocol !== "https:" || !hostname.includes(".") || username !== "" || password !== "") return false;
  open(href);
  return true;
}
