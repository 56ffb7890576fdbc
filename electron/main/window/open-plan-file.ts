import { basename } from "node:path";
import { readPlanFile } from "../../backend/files/read-plan.ts";
import type { TellPage } from "../ipc/tell-page.ts";

interface Means {
  readonly tellPage: TellPage;
  /** Tells the person, in a sentence. */
  readonly complain: (message: string) => void;
  /** Notes the file among the system's recent ones. */
  readonly remember: (path: string) => void;
}

/** Reads a plan file that the system handed over, no more than a plan may have, and hands its text to the page. */
export async function openPlanFile(path: string, { tellPage, complain, remember }: Means): Promise<void> {
  const name = basename(path);
  const text = await readPlanFile(path, name);
  if (!text.ok) return complain(text.error.message);
  tellPage({ kind: "file", name, base64: Buffer.from(text.value, "utf8").toString("base64") });
  remember(path);
}
