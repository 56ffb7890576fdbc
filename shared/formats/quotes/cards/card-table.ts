/**
 * Which rows of the catalogue of accelerators the names of price lists can mean.
 *
 * The names are those of SkyPilot's list of accelerators (skypilot-org/skypilot-catalog, catalogs/v7/common/accelerators.csv), of
 * dstack's gpuhunt (dstackai/gpuhunt, src/gpuhunt/_internal/constraints.py) and of the catalogue of rates. Vendors sell one name on
 * several boards: a name is known only where it, its memory, its board or the instance leave one row.
 */

/** The board or socket that a card is made for. */
export type Board = "sxm" | "pcie" | "nvl";

export interface Candidate {
  /** A row of the catalogue of accelerators. */
  readonly id: string;
  /** Null where the card is made for one board, which names then leave out. */
  readonly board: Board | null;
}

export interface Family {
  /** Without vendor, memory, board and marks, in small letters. */
  readonly names: readonly string[];
  readonly candidates: readonly Candidate[];
  /** Why the name alone is not enough though the catalogue has one row of it. */
  readonly doubt?: string;
}

const only = (id: string, ...names: string[]): Family => ({ names, candidates: [{ id, board: null }] });

export const FAMILIES: readonly Family[] = [
  {
    names: ["v100"],
    candidates: [
      { id: "v100-sxm2-16", board: "sxm" },
      { id: "v100-sxm2-32", board: "sxm" },
      { id: "v100-pcie-16", board: "pcie" },
    ],
    doubt: "V100 cards with 32 GB are made for PCIe as well",
  },
  {
    names: ["a100"],
    candidates: [
      { id: "a100-sxm-40", board: "sxm" },
      { id: "a100-sxm-80", board: "sxm" },
      { id: "a100-pcie-40", board: "pcie" },
      { id: "a100-pcie-80", board: "pcie" },
    ],
  },
  {
    names: ["h100"],
    candidates: [
      { id: "h100-sxm", board: "sxm" },
      { id: "h100-pcie", board: "pcie" },
      { id: "h100-nvl", board: "nvl" },
    ],
  },
  // Google's A3 Mega: eight H100 80 GB on SXM boards, with more network.
  { names: ["h100mega"], candidates: [{ id: "h100-sxm", board: "sxm" }] },
  // The H200 for PCIe is called H200 NVL everywhere.
  { names: ["h200"], candidates: [{ id: "h200-sxm", board: "sxm" }] },
  only("b100", "b100"),
  only("b200-sxm", "b200"),
  only("b300-sxm", "b300"),
  only("gb200", "gb200"),
  only("gb300", "gb300"),
  only("gh200-96", "gh200"),
  only("a10", "a10"),
  only("a10g", "a10g"),
  only("a40", "a40"),
  only("a6000", "a6000", "rtxa6000"),
  only("rtx6000ada", "rtx6000ada", "rtx6000adageneration", "6000ada"),
  {
    ...only("rtx6000ada", "rtx6000"),
    doubt: "RTX 6000 is the name of a card of 2018 with 24 GB as well; that of 2022 is called RTX 6000 Ada",
  },
  only("l4", "l4"),
  only("l40s", "l40s"),
  only("t4", "t4"),
  only("rtx3090", "rtx3090", "3090"),
  only("rtx4090", "rtx4090", "4090"),
  only("rtx5090", "rtx5090", "5090"),
  only("mi250x", "mi250x"),
  only("mi300x", "mi300x"),
  only("mi325x", "mi325x"),
  only("mi355x", "mi355x"),
  only("gaudi2", "gaudi2"),
  only("gaudi3", "gaudi3"),
  only("trainium1", "trainium", "trainium1", "trn1"),
  only("trainium2", "trainium2", "trn2"),
  only("trainium3", "trainium3", "trn3"),
  only("tpu-v2", "tpuv2"),
  only("tpu-v3", "tpuv3"),
  only("tpu-v4", "tpuv4"),
  // Google's interfaces call the v5e "v5litepod".
  only("tpu-v5e", "tpuv5e", "tpuv5litepod", "tpuv5lite"),
  only("tpu-v5p", "tpuv5p"),
  only("tpu-v6e", "tpuv6e", "tpuv6etrillium", "tputrillium"),
  only("tpu-v7", "tpuv7", "tpuv7ironwood", "tpu7x", "tpuironwood"),
];
