import { err, ok, type Result } from "../../shared/lib/result.ts";
import { systemCode } from "../backend/files/file-fault.ts";
import { type LoopbackServer, type SiteAtPort, startLoopbackServer } from "../backend/http/loopback-server.ts";

/** The port of a first start, where it is free. */
export const FIRST_PORT = 47_180;

export interface Listening {
  readonly server: LoopbackServer;
  /** To be kept as the directory's port. */
  readonly keep: boolean;
  /** What the person should know about the address; null when it is the usual one. */
  readonly notice: string | null;
}

/**
 * Listens at the port that was asked for; else at the one that is kept; else at the usual one; else at any.
 *
 * A kept port that is taken is not waited for and not forgotten: the host starts elsewhere and says what that means. A port
 * that was asked for is that port or an error.
 */
export async function listen(
  asked: number | null,
  kept: number | null,
  siteAt: SiteAtPort,
): Promise<Result<Listening, string>> {
  const wanted = asked ?? kept ?? FIRST_PORT;
  try {
    const server = await startLoopbackServer(wanted, siteAt);
    return ok({ server, keep: asked === null && kept === null, notice: null });
  } catch (error) {
    const reason = refusedBecause(error, wanted);
    if (reason === null) throw error;
    if (asked !== null) return err(`${reason} Choose another with --port, or 0 for any that is free.`);
    const server = await startLoopbackServer(0, siteAt);
    const notice =
      kept === null
        ? null
        : `${reason} Drafts belong to an address: those made at http://127.0.0.1:${kept} are not seen at this one. ` +
          "To see them, end that program and start Flopsheet again.";
    return ok({ server, keep: kept === null, notice });
  }
}

function refusedBecause(error: unknown, port: number): string | null {
  switch (systemCode(error)) {
    case "EADDRINUSE":
      return `Port ${port} is taken by another program.`;
    case "EACCES":
      return `Port ${port} is not for you to use.`;
    default:
      return null;
  }
}
