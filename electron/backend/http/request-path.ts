/**
 * The decoded path of a request's target, without its query; null when no path of ours can look like that: not starting
 * with one `/`, wrongly encoded, with a NUL, a backslash or a step upwards, however it was encoded.
 */
export function requestPath(target: string): string | null {
  const raw = target.split(/[?#]/, 1)[0] ?? "";
  if (!raw.startsWith("/") || raw.startsWith("//")) return null;
  let path: string;
  try {
    path = decodeURIComponent(raw);
  } catch {
    return null;
  }
  if (path.includes("\0") || path.includes("\\") || path.split("/").includes("..")) return null;
  return path;
}
