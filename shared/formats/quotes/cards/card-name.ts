/** What the name of a card says beside the name: its memory, its board, and for a TPU how many chips it stands for. */
import type { Board } from "./card-table.ts";

export interface CardName {
  /** Without vendor, memory, board and marks: what `FAMILIES` lists. */
  readonly family: string;
  readonly board: Board | null;
  /** In GB as it is marketed; null where the name has none. */
  readonly memoryGB: number | null;
  /** Cards that one of this name is: the chips of a TPU slice, else 1. */
  readonly cards: number;
}

/**
 * Reads the name that a price list gives a card.
 *
 * @example readCardName("NVIDIA A100-SXM4-80GB") // {family: "a100", board: "sxm", memoryGB: 80, cards: 1}
 * @example readCardName("tpu-v5p-16") // {family: "tpuv5p", …, cards: 8}: named by TensorCores, of which a chip has two
 * @example readCardName("tpu-v6e-16") // {family: "tpuv6e", …, cards: 16}: named by chips
 */
export function readCardName(name: string): CardName {
  const text = name
    .toLowerCase()
    .replace(/\(per gpu\)|\(chip\)/g, " ")
    .replace(VENDORS, " ")
    .replace(/(\d)\s+(gi?b)\b/g, "$1$2")
    .trim();
  const slice = TPU_SLICE.exec(text);
  if (slice !== null) {
    const [, version = "", size = "1"] = slice;
    const cards = CORES_A_CHIP.has(version) ? Number(size) / CORES_A_NAMED_CHIP : Number(size);
    return { family: `tpu${version}`, board: null, memoryGB: null, cards: Math.max(1, cards) };
  }
  let board: Board | null = null;
  let memoryGB: number | null = null;
  const rest: string[] = [];
  for (const token of text.split(/[^a-z0-9]+/)) {
    const memory = /^(\d{1,3})g(?:i?b)?$/.exec(token)?.[1];
    const form = boardOf(token);
    if (memory !== undefined) memoryGB = Number(memory);
    else if (form !== null) board = form;
    else if (!/^(?:hbm\d?e?|gpu|card|)$/.test(token)) rest.push(token);
  }
  const joined = rest.join("");
  const attached = /^([abhv]\d00)(sxm\d?|pcie?|nvl)$/.exec(joined);
  if (attached !== null)
    return { family: attached[1] ?? joined, board: boardOf(attached[2] ?? ""), memoryGB, cards: 1 };
  return { family: joined, board, memoryGB, cards: 1 };
}

const VENDORS = /\b(?:nvidia|geforce|tesla|quadro|amd|instinct|radeon|intel|habana|google|cloud|aws)\b/g;

/** "tpu-v5p-16", and gpuhunt's "v5p-16". */
const TPU_SLICE = /^(?:tpu[- ]?)?(v\d(?:e|p|litepod|lite)?)-(\d{1,5})$/;

/** Versions whose slices are named by TensorCores: Google's documentation of TPU configurations, https://cloud.google.com/tpu/docs. */
const CORES_A_CHIP: ReadonlySet<string> = new Set(["v2", "v3", "v4", "v5p"]);
const CORES_A_NAMED_CHIP = 2;

function boardOf(token: string): Board | null {
  if (/^(?:sxm\d?|hgx)$/.test(token)) return "sxm";
  if (/^pcie?\d?$/.test(token)) return "pcie";
  return token === "nvl" ? "nvl" : null;
}

/**
 * The board in the name of an instance, "gpu_8x_h100_sxm5"; null where none stands in it.
 *
 * @example boardOfInstance("1x-A100_PCIE-32-65536") // "pcie"
 */
export function boardOfInstance(instance: string): Board | null {
  const board = BOARD_IN_INSTANCE.exec(instance)?.[1];
  return board === undefined ? null : boardOf(board.toLowerCase());
}

const BOARD_IN_INSTANCE = /(?:^|[^a-z0-9])(sxm\d?|hgx|pcie?\d?|nvl)(?:x\d+)?(?![a-z0-9])/i;
