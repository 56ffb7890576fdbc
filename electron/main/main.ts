/** Flopsheet's window, from its start to its end. Each line is explained where it leads. */
import { join } from "node:path";
import { app, BrowserWindow, dialog, Menu, nativeTheme, protocol, screen, session, shell } from "electron";
import type { CommandId } from "../../shared/contract/commands.ts";
import { dataDirectory } from "../backend/directory/data-directory.ts";
import { loadStaticFiles } from "../backend/http/static-files.ts";
import { findInstallation } from "../backend/installation.ts";
import { createRecord } from "../backend/record/record.ts";
import { createHandlers } from "../backend/services/handlers.ts";
import { describeDefect } from "../backend/terminal/run-program.ts";
import { answerQuestions } from "./ipc/answer-questions.ts";
import { createTellPage } from "./ipc/tell-page.ts";
import { menuTemplate } from "./menu/menu-template.ts";
import { PRINT_PARTITION, printWindowOptions } from "./printing/print-window-options.ts";
import { createWindowPrinter } from "./printing/window-printer.ts";
import { answerApp } from "./protocol/answer-app.ts";
import { registerAppScheme } from "./security/app-scheme.ts";
import { noteOnElectron } from "./security/current-electron.ts";
import { guardContents } from "./security/guard-contents.ts";
import { guardSession } from "./security/guard-session.ts";
import { quietChromium } from "./security/no-network.ts";
import { openExternal } from "./security/open-external.ts";
import { refuseWithoutSandbox, sandboxEverything } from "./security/sandbox.ts";
import { electronHost } from "./startup/electron-host.ts";
import { finishBeforeQuit, quitWithWindow } from "./startup/finish-before-quit.ts";
import { createLog } from "./startup/log-file.ts";
import { collectFiles } from "./startup/opened-files.ts";
import { placesIn, takePlaces } from "./startup/places.ts";
import { isOnlyInstance } from "./startup/single-instance.ts";
import { catchDefects, createFatal } from "./trouble/fatal.ts";
import { noteLostHelpers, offerReloadAfterCrash, offerReloadWhenStuck } from "./trouble/lost-page.ts";
import { followTheme } from "./window/follow-theme.ts";
import { openPlanFile } from "./window/open-plan-file.ts";
import { bringToFront, showWithPage } from "./window/open-window.ts";
import { refuseDownloads, saveDownloads } from "./window/save-downloads.ts";
import { windowOptions } from "./window/window-options.ts";
import { keepWindowState, placeWindow, readWindowState } from "./window/window-state.ts";

const { root, version, renderer } = findInstallation();
const preload = join(root, "out", "preload", "preload.cjs");
const development = !app.isPackaged;
const directory = dataDirectory();
const places = placesIn(directory);
const log = createLog(places.log);
const fatal = createFatal({ app, dialog, log, logPath: places.log });
catchDefects(process, fatal);

// Before Electron is ready: what it cannot be told later. Nothing here waits for `whenReady`, which waits for this module.
const taken = takePlaces(app, directory);
const opened = collectFiles(app, process.argv, process.cwd());
const unprotected = development ? null : refuseWithoutSandbox(app.commandLine);
let window: BrowserWindow | null = null;

if (!taken.ok) {
  fatal.because(`${taken.error.message} FLOPSHEET_DATA_DIR names another place for Flopsheet's files.`);
} else if (unprotected !== null) {
  fatal.because(unprotected);
} else if (isOnlyInstance(app, comeAgain)) {
  registerAppScheme(protocol);
  sandboxEverything(app);
  quietChromium(app.commandLine);
  noteLostHelpers(app, log);
  quitWithWindow(app);
  app.on("web-contents-created", (_, contents) => guardContents(contents, openOutside));
  app.whenReady().then(open).catch(fatal.defect);
} else {
  app.quit();
}

async function open(): Promise<void> {
  const outdated = noteOnElectron(process.versions.electron);
  if (outdated !== null) log(outdated);
  const files = await loadStaticFiles(renderer);
  if (!files.has("/index.html")) return fatal.because("The app has not been built: run npm run build.");

  const printed = session.fromPartition(PRINT_PARTITION);
  for (const each of [session.defaultSession, printed]) {
    await guardSession(each, development);
    answerApp(each.protocol, files);
  }
  refuseDownloads(printed);
  saveDownloads(session.defaultSession, { folder: () => app.getPath("downloads"), complain, remember });

  const onDefect = (defect: unknown) => log(describeDefect(defect, true));
  const printer = createWindowPrinter({ open: () => new BrowserWindow(printWindowOptions(preload)), onDefect });
  const record = createRecord({ directory });
  // A record that cannot be opened is told of in the window, which goes on without it.
  await record.reopen();
  const services = createHandlers({
    facts: electronHost(process.versions),
    version,
    dataDirectory: directory,
    printer,
    record,
  });
  const handlers = await followTheme(services, nativeTheme);

  const placement = placeWindow(await readWindowState(places.windowState), screen.getAllDisplays());
  const dark = nativeTheme.shouldUseDarkColors;
  window = new BrowserWindow(windowOptions({ placement, dark, preload, development }));
  const state = keepWindowState(window, places.windowState);
  finishBeforeQuit(app, () => Promise.all([state.written(), printer.close(), record.close()]));
  offerReloadAfterCrash(window, { app, dialog, log });
  offerReloadWhenStuck(window, { dialog, log });

  answerQuestions(window.webContents, handlers, onDefect);
  const tellPage = createTellPage(window.webContents);
  const run = (id: CommandId) => tellPage({ kind: "command", id });
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate({ platform: process.platform, development, run })));
  opened.deliver((path) => void openPlanFile(path, { tellPage, complain, remember }));
  await showWithPage(window, placement.maximised);
}

function comeAgain(paths: readonly string[]): void {
  opened.add(paths);
  if (window !== null) bringToFront(window);
}

function openOutside(address: string): void {
  openExternal(address, (checked) => {
    shell.openExternal(checked).catch(() => complain(`No program of this machine opens ${checked}`));
  });
}

function remember(path: string): void {
  app.addRecentDocument(path);
}

function complain(message: string): void {
  const box = { type: "warning" as const, message, buttons: ["OK"], noLink: true };
  void (window === null || window.isDestroyed() ? dialog.showMessageBox(box) : dialog.showMessageBox(window, box));
}
