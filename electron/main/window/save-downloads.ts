import { basename, dirname, extname, join } from "node:path";
import type { DownloadItem, FileFilter, Session } from "electron";
import { isOurs } from "../app-address.ts";

interface Means {
  /** The folder of the first file; then it is the one where the last file went. */
  readonly folder: () => string;
  readonly complain: (message: string) => void;
  readonly remember: (path: string) => void;
}

const filters: Readonly<Record<string, FileFilter>> = {
  ".csv": { name: "CSV", extensions: ["csv"] },
  ".json": { name: "JSON", extensions: ["json"] },
  ".md": { name: "Markdown", extensions: ["md"] },
  ".pdf": { name: "PDF", extensions: ["pdf"] },
  ".tex": { name: "LaTeX", extensions: ["tex"] },
  ".yaml": { name: "YAML", extensions: ["yaml", "yml"] },
  ".xlsx": { name: "Excel", extensions: ["xlsx"] },
};

/**
 * A file that the page saves is asked for in the system's own dialog. Only what our page made itself (a `blob:` address of ours) is
 * saved; the page names the file, the person the folder.
 */
export function saveDownloads(session: Pick<Session, "on">, means: Means): void {
  let lastFolder: string | null = null;
  session.on("will-download", (event, item) => {
    if (!isOwnBlob(item.getURL())) return event.preventDefault();
    // The page's name for it is a name: whatever folders it might hold are not followed.
    const name = basename(item.getFilename().replaceAll("\\", "/")) || "flopsheet";
    const filter = filters[extname(name).toLowerCase()];
    item.setSaveDialogOptions({
      title: `Save ${name}`,
      defaultPath: join(lastFolder ?? means.folder(), name),
      ...(filter === undefined ? {} : { filters: [filter, { name: "All files", extensions: ["*"] }] }),
      properties: ["createDirectory", "showOverwriteConfirmation"],
    });
    item.once("done", (_, state) => {
      if (state === "completed") lastFolder = afterwards(item, means.remember);
      if (state === "interrupted")
        means.complain(`${name} could not be saved. Is there room, and may you write there?`);
    });
  });
}

/** A page that is printed saves nothing. */
export function refuseDownloads(session: Pick<Session, "on">): void {
  session.on("will-download", (event) => event.preventDefault());
}

const isOwnBlob = (address: string): boolean => address.startsWith("blob:") && isOurs(address.slice("blob:".length));

function afterwards(item: Pick<DownloadItem, "getSavePath">, remember: (path: string) => void): string {
  const path = item.getSavePath();
  if (path.endsWith(".flopsheet.json")) remember(path);
  return dirname(path);
}
