import { expect, it } from "vitest";
import { base64OfBytes, bytesOfBase64 } from "./save-file.ts";

it("base64 holds every byte, over the borders of its chunks too", () => {
  for (const length of [0, 1, 2, 3, 3 * 8192, 3 * 8192 + 1, 100_001]) {
    const bytes = Uint8Array.from({ length }, (_, index) => (index * 31) % 256);
    expect(bytesOfBase64(base64OfBytes(bytes))).toEqual(bytes);
  }
});
