/** The browser host, from its start to its end. */
import { randomUUID } from "node:crypto";
import { dataDirectory, makeDataDirectory } from "../backend/directory/data-directory.ts";
import { loadStaticFiles, type StaticFiles } from "../backend/http/static-files.ts";
import type { Installation } from "../backend/installation.ts";
import { createPrinter } from "../backend/printing/printer.ts";
import { createRecord } from "../backend/record/record.ts";
import { browserHost } from "../backend/services/app.ts";
import { createHandlers } from "../backend/services/handlers.ts";
import { type ExitCode, exitCodes } from "../backend/terminal/exit-codes.ts";
import { describeDefect } from "../backend/terminal/run-program.ts";
import type { Terminal } from "../backend/terminal/terminal.ts";
import { createEntryGate, newEntryToken, runningProof, sessionKey } from "./entry-tokens.ts";
import { listen } from "./listen.ts";
import { openBrowser, startDetached } from "./open-browser.ts";
import { keepPort, keptPort } from "./port-file.ts";
import { noteEnded, noteRunning, originOf, runningHost } from "./running-file.ts";
import { keptSecret } from "./secret-file.ts";

export interface ServeOptions {
  /** Null: the directory's own. */
  readonly port: number | null;
  readonly open: boolean;
}

/** Serves until the process is asked to end. */
export async function serve(terminal: Terminal, installation: Installation, options: ServeOptions): Promise<ExitCode> {
  const missing = (message: string): ExitCode => {
    terminal.complain(message);
    return exitCodes.missing;
  };

  const files = await loadStaticFiles(installation.renderer).catch((): StaticFiles => new Map());
  if (!files.has("/index.html")) return missing("The app has not been built: run npm run build.");

  const directory = dataDirectory();
  const made = await makeDataDirectory(directory);
  const secret = made.ok ? await keptSecret(directory) : made;
  if (!secret.ok)
    return missing(`${secret.error.message} FLOPSHEET_DATA_DIR names another place for Flopsheet's files.`);

  const other = await runningHost(directory, secret.value);
  if (other !== null) {
    const address = `${originOf(other)}/?token=${newEntryToken(secret.value, other.run)}`;
    terminal.complain(`Flopsheet runs already (process ${other.pid}). It is at ${address}`);
    return exitCodes.inUse;
  }

  const run = randomUUID();
  const printer = createPrinter({ files: () => Promise.resolve(files) });
  const record = createRecord({ directory });
  // A record that cannot be opened is told of in the app, which goes on without it.
  await record.reopen();
  const handlers = createHandlers({
    facts: browserHost,
    version: installation.version,
    dataDirectory: directory,
    printer,
    record,
  });
  const debug = process.env.FLOPSHEET_DEBUG === "1";
  const listening = await listen(options.port, await keptPort(directory), (port) => ({
    files,
    handlers,
    session: sessionKey(secret.value, port),
    spendToken: createEntryGate(secret.value, run),
    prove: (challenge) => runningProof(secret.value, port, challenge),
    onDefect: (defect) => terminal.complain(describeDefect(defect, debug)),
  }));
  if (!listening.ok) {
    await record.close();
    return missing(listening.error);
  }
  const { server, keep, notice } = listening.value;
  const ended = endOfProcess();
  try {
    if (keep) await keepPort(directory, server.port);
    await noteRunning(directory, run, server.port);
    if (notice !== null) terminal.complain(notice);
    const address = `${server.origin}/?token=${newEntryToken(secret.value, run)}`;
    terminal.write(`Flopsheet is at ${address}\n`);
    if (options.open) {
      const { env, platform } = process;
      const trouble = await openBrowser(address, { env, platform, start: startDetached });
      if (trouble !== null) terminal.complain(trouble);
    }
    await ended;
  } finally {
    await noteEnded(directory, run);
    await Promise.all([server.close(), printer.close()]);
    await record.close();
  }
  return exitCodes.done;
}

/** Resolves at the first wish to end; the second one, of an impatient person, then ends the process by itself. */
function endOfProcess(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => resolve());
  });
}
