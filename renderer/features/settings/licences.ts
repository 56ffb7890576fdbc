/** The licences of all that is in the program: a file that the build writes, fetched when somebody asks. */
import { z } from "zod";

const licencesSchema = z.object({
  own: z.string(),
  packages: z.array(z.object({ name: z.string(), version: z.string(), licence: z.string(), text: z.string() })),
});

export type Licences = z.infer<typeof licencesSchema>;

/** Null where the file is not there, as in a copy that was not built. */
export async function readLicences(): Promise<Licences | null> {
  try {
    const answer = await fetch("/licences.json", { credentials: "same-origin" });
    const read = answer.ok ? licencesSchema.safeParse(await answer.json()) : null;
    return read?.success === true ? read.data : null;
  } catch {
    return null;
  }
}
