import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { shippedCatalogue } from "../../../plan/catalogue.fixture.ts";
import { boardOfInstance, readCardName } from "./card-name.ts";
import { FAMILIES } from "./card-table.ts";
import { cardMatcher } from "./match-card.ts";

const assets = join(import.meta.dirname, "..", "..", "..", "..", "assets");
const catalogue = shippedCatalogue((path) => readFileSync(join(assets, path), "utf8"));
const { match } = cardMatcher(catalogue);

const said = (name: string, memoriesGB: readonly number[] = [], instance: string | null = null) => {
  const found = match({ name, memoriesGB, instance });
  if (found.kind === "known") return found.id;
  return found.kind === "open" ? found.candidates : null;
};

it("names rows of the catalogue only, each name once", () => {
  const ids = new Set(catalogue.accelerators.map(({ id }) => id));
  const names = FAMILIES.flatMap((family) => family.names);
  expect(FAMILIES.flatMap(({ candidates }) => candidates).filter(({ id }) => !ids.has(id))).toEqual([]);
  expect(names.length).toBe(new Set(names).size);
});

it.each([
  ["H100-SXM", "h100-sxm"],
  ["H100 SXM5 80GB", "h100-sxm"],
  ["H100-80GB-SXM", "h100-sxm"],
  ["NVIDIA H100 PCIe", "h100-pcie"],
  ["H100-NVL", "h100-nvl"],
  ["H100NVL", "h100-nvl"],
  ["H100-MEGA", "h100-sxm"],
  ["H200", "h200-sxm"],
  ["H200-SXM", "h200-sxm"],
  ["A100-80GB-SXM", "a100-sxm-80"],
  ["A100-SXM4-40GB", "a100-sxm-40"],
  ["A100 80GB PCIe", "a100-pcie-80"],
  ["B200", "b200-sxm"],
  ["GH200", "gh200-96"],
  ["RTX4090", "rtx4090"],
  ["NVIDIA GeForce RTX 4090", "rtx4090"],
  ["RTXA6000", "a6000"],
  ["A6000", "a6000"],
  ["RTX-6000-Ada", "rtx6000ada"],
  ["RTX6000-Ada", "rtx6000ada"],
  ["NVIDIA RTX 6000 Ada Generation", "rtx6000ada"],
  ["MI300X", "mi300x"],
  ["AMD Instinct MI300X", "mi300x"],
  ["tpu-v5e", "tpu-v5e"],
  ["tpu-v5litepod", "tpu-v5e"],
  ["tpu-v2-8", "tpu-v2"],
  ["v5litepod-4", "tpu-v5e"],
  ["Gaudi 3", "gaudi3"],
  ["Trainium2", "trainium2"],
  ["h100-sxm", "h100-sxm"],
  ["NVIDIA H100 SXM5 80GB", "h100-sxm"],
  ["Google TPU v5e (chip)", "tpu-v5e"],
])("%s is %s", (name, id) => {
  expect(said(name)).toBe(id);
});

it("knows the catalogue's own names", () => {
  for (const { id, name } of catalogue.accelerators) expect([said(id), said(name)]).toEqual([id, id]);
});

it.each([
  ["H100", [], ["h100-sxm", "h100-pcie", "h100-nvl"]],
  ["H100", [80], ["h100-sxm", "h100-pcie"]],
  ["A100-80GB", [], ["a100-sxm-80", "a100-pcie-80"]],
  ["A100", [80, 40], ["a100-sxm-40", "a100-sxm-80", "a100-pcie-40", "a100-pcie-80"]],
  ["V100", [16], ["v100-sxm2-16", "v100-pcie-16"]],
  ["V100-32GB", [], ["v100-sxm2-32"]],
  ["RTX6000", [24], ["rtx6000ada"]],
  ["GH200", [144], ["gh200-96"]],
])("asks which %s with %j GB it is", (name, memories, candidates) => {
  expect(said(name, memories)).toEqual(candidates);
});

it.each(["L40", "RTX-PRO-6000", "H200 NVL", "RTX4090D", "T4G", "H20", "K80", "H100-NVLINK", "Gaudi HL-205", ""])(
  "does not take %j for another card",
  (name) => {
    expect(said(name)).toBeNull();
  },
);

it("asks the memory, the instance, and the catalogue of rates", () => {
  expect(said("H100", [94])).toBe("h100-nvl");
  expect(said("H100", [80], "gpu_2x_h100_sxm5")).toBe("h100-sxm");
  expect(said("H100", [80], "1x-H100_PCIE-32-65536")).toBe("h100-pcie");
  expect(said("A100", [40], "p4d.24xlarge")).toBe("a100-sxm-40");
  expect(said("V100", [16, 2], "gpu_8x_v100")).toBe("v100-sxm2-16");
  expect(said("B300", [262], "1B300.30V")).toBe("b300-sxm");
  // A rate of another card does not overrule the name.
  expect(said("L4", [], "p4d.24xlarge")).toBe("l4");
});

it("says why", () => {
  expect(match({ name: "A100", memoriesGB: [40], instance: "p4d.24xlarge" })).toEqual({
    kind: "known",
    id: "a100-sxm-40",
    because: "AWS has it in p4d.24xlarge, by the catalogue of rates",
    label: "A100, 40 GB",
    key: "A100, 40 GB = a100-sxm-40",
  });
  expect(match({ name: "L40", memoriesGB: [48], instance: null })).toEqual({
    kind: "unknown",
    because: "the catalogue has no L40",
    label: "L40",
    key: "L40",
  });
});

it("asks for a card with its memory where that tells cards apart", () => {
  const labels = [
    match({ name: "A100", memoriesGB: [39.6], instance: null }).label,
    match({ name: "H100", memoriesGB: [80, 10], instance: null }).label,
    match({ name: "A100", memoriesGB: [80, 40], instance: null }).label,
    match({ name: "A100-80GB", memoriesGB: [80], instance: null }).label,
    match({ name: "T4", memoriesGB: [15], instance: null }).label,
  ];
  expect(labels).toEqual(["A100, 40 GB", "H100, 80 GB", "A100", "A100-80GB", "T4"]);
});

it("counts the chips that a slice of a TPU is named by", () => {
  const chips = ["tpu-v2-8", "tpu-v3-32", "v4-8", "tpu-v5p-16", "tpu-v5litepod-16", "tpu-v6e-8", "tpu-v5e", "H100"];
  expect(chips.map((name) => readCardName(name).cards)).toEqual([4, 16, 4, 8, 16, 8, 1, 1]);
});

it("finds the board in the name of an instance", () => {
  const instances = ["gpu_8x_h100_sxm5", "1x-H100_NVL-32-65536", "n3-H100-SXM5x8", "gpu-h100-sxm_8gpu", "g5.xlarge"];
  expect(instances.map(boardOfInstance)).toEqual(["sxm", "nvl", "sxm", "sxm", null]);
});
