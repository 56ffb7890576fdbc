import { expect, it } from "vitest";
import { bytesWords } from "./backup-words.ts";

it("tells small sizes in full and large ones with three figures", () => {
  expect([0, 1, 132, 1_230_000, 4_100_000_000].map(bytesWords)).toEqual([
    "0 bytes",
    "1 byte",
    "132 bytes",
    "1.23 MB",
    "4.10 GB",
  ]);
});
