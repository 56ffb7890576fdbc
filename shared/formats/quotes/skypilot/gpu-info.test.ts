import { expect, it } from "vitest";
import { readGpuInfo } from "./gpu-info.ts";

const NOTHING = { name: null, count: null, memoriesGB: [] };

it.each([
  [
    "a dict of Python",
    "{'Gpus': [{'Name': 'V100', 'Manufacturer': 'NVIDIA', 'Count': 8.0, 'MemoryInfo': {'SizeInMiB': 16384}}], 'TotalGpuMemoryInMiB': 131072}",
    { name: "V100", count: 8, memoriesGB: [16] },
  ],
  [
    "keys in small letters and a number as text",
    "{'gpus': [{'name': 'h100', 'count': '1.0', 'memoryinfo': {'sizeinmib': 81559}}], 'totalgpumemoryinmib': 81559}",
    { name: "h100", count: 1, memoriesGB: [81_559 / 1_024] },
  ],
  [
    "JSON",
    '{"Gpus": [{"Name": "B300", "Count": 2, "MemoryInfo": {"SizeInMiB": 268800}}], "TotalGpuMemoryInMiB": 537600}',
    { name: "B300", count: 2, memoriesGB: [262.5] },
  ],
  [
    "memory that may be that of all cards",
    "{'Gpus': [{'Name': 'A40', 'Count': 2, 'MemoryInfo': {'SizeInMiB': 92160}}], 'TotalGpuMemoryInMiB': 92160}",
    { name: "A40", count: 2, memoriesGB: [90, 45] },
  ],
  [
    "Python's words and quotes within quotes",
    `{'Gpus': [{'Name': "it's", 'Note': 'a\\'b', 'Spot': True, 'Else': None}]}`,
    { name: "it's", count: null, memoriesGB: [] },
  ],
  ["plain text", "NVIDIA A100 80GB PCIe", { name: "NVIDIA A100 80GB PCIe", count: null, memoriesGB: [80] }],
  ["nothing", " ", NOTHING],
  ["a dict that is cut off", "{'Gpus': [{'Name': 'V100'", NOTHING],
  ["code", "{__import__('os')}", NOTHING],
  ["a text without end", "x".repeat(20_001), NOTHING],
])("reads %s", (_, text, info) => {
  expect(readGpuInfo(text)).toEqual(info);
});
