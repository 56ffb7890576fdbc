/** The column GpuInfo of a SkyPilot catalogue: a Python dict, JSON, or plain text, written for people and not for programs. */

export interface GpuInfo {
  readonly name: string | null;
  readonly count: number | null;
  /** What the memory of one card may be, in GB; some providers write that of all cards. */
  readonly memoriesGB: readonly number[];
}

const NOTHING: GpuInfo = { name: null, count: null, memoriesGB: [] };
/** Longer ones, and those that are nested deeper, are not read. */
const LONGEST = 20_000;

/**
 * Reads what the column says of the card.
 *
 * @example readGpuInfo("{'Gpus': [{'Name': 'H100', 'Count': 8.0, 'MemoryInfo': {'SizeInMiB': 81920}}], …}") // H100, 8, [80]
 */
export function readGpuInfo(text: string): GpuInfo {
  const trimmed = text.trim();
  if (trimmed === "" || trimmed.length > LONGEST) return NOTHING;
  if (!trimmed.startsWith("{")) return ofText(trimmed);
  const parsed = parse(asJson(trimmed));
  const gpus = member(parsed, "gpus");
  const gpu = Array.isArray(gpus) ? gpus[0] : gpus;
  if (gpu === undefined) return NOTHING;
  const name = member(gpu, "name");
  const count = number(member(gpu, "count"));
  const size = number(member(member(gpu, "memoryinfo"), "sizeinmib"));
  const total = number(member(parsed, "totalgpumemoryinmib"));
  return {
    name: typeof name === "string" && name.trim() !== "" ? name.trim() : null,
    count,
    memoriesGB: memoriesOf(size, total, count ?? 1),
  };
}

/** The size is that of a card where the total is as many of it as there are cards; else it may be that of all. */
function memoriesOf(size: number | null, total: number | null, count: number): readonly number[] {
  const sizes = size === null ? [] : count > 1 && total !== size * count ? [size, size / count] : [size];
  return sizes.filter((mebibytes) => mebibytes > 0).map((mebibytes) => mebibytes / MEBIBYTES_A_GB);
}

/** Card memory is marketed in GB and made in GiB: 80 GB are 81,920 MiB. */
const MEBIBYTES_A_GB = 1_024;

function ofText(text: string): GpuInfo {
  const memory = /\b(\d{1,3})\s*gi?b\b/i.exec(text)?.[1];
  return { name: text, count: null, memoriesGB: memory === undefined ? [] : [Number(memory)] };
}

/** A member by its name in small letters: providers do not agree on capitals. */
function member(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  return Object.entries(value).find(([key]) => key.toLowerCase() === name)?.[1];
}

function number(value: unknown): number | null {
  const found = typeof value === "string" ? Number(value) : value;
  return typeof found === "number" && Number.isFinite(found) ? found : null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The literal of Python as JSON: its quotes, True, False and None. JSON stays as it is. */
function asJson(text: string): string {
  return text.replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\b(?:True|False|None)\b/g, (token) => {
    if (token.startsWith('"')) return token;
    if (token.startsWith("'")) return JSON.stringify(token.slice(1, -1).replace(/\\(['"\\])/g, "$1"));
    return token === "None" ? "null" : token.toLowerCase();
  });
}
