import type { Inflate } from "../../../../shared/formats/sweeps/workbook/read-workbook.ts";

/** The browser's own unpacking; it is stopped as soon as there is too much. */
export const inflate: Inflate = async (bytes, most) => {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
  const decoder = new TextDecoder();
  let length = 0;
  let text = "";
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return text + decoder.decode();
      length += value.length;
      if (length > most) {
        await reader.cancel();
        return null;
      }
      text += decoder.decode(value, { stream: true });
    }
  } catch {
    // What is not packed in this way.
    return null;
  }
};
