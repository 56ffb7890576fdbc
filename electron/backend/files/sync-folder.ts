import { open } from "node:fs/promises";

/** Makes names in a folder survive a power cut. Windows cannot open folders and needs no such thing. */
export async function syncFolder(folder: string, opening: Pick<typeof import("node:fs/promises"), "open"> = { open }) {
  if (process.platform === "win32") return;
  const handle = await opening.open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
