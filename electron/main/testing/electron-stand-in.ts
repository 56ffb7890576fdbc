/**
 * A module in Electron's place, for the built main bundle run by Node: it keeps the order of what is asked of it, loads what a
 * window would load, asks what a page would ask, and then closes the window as a person would. It shows that the bundle loads, that
 * its parts fit each other, and what comes before what. It shows nothing about Electron.
 */
import { EventEmitter, once } from "node:events";

const scenario = process.env.STAND_IN ?? "";
const noted = new EventEmitter();
export const note = (what: string, ...details: unknown[]) => {
  process.stdout.write(`${JSON.stringify([what, ...details])}\n`);
  noted.emit(what);
};
/** What the person waits for before they close the window. */
const awaited = scenario.includes("files") ? [once(noted, "told"), once(noted, "message box")] : [];

export type Answerer = (event: unknown, question: unknown) => Promise<unknown>;
type SchemeHandler = (request: Request) => Response | Promise<Response>;

class StandInApp extends EventEmitter {
  readonly isPackaged = scenario.includes("packaged");
  readonly commandLine = {
    appendSwitch: (name: string) => note("switch", name),
    hasSwitch: (name: string) => process.argv.includes(`--${name}`),
  };
  setName = (name: string) => note("name", name);
  setPath = (name: string, path: string) => note("path", name, path);
  getPath = (name: string) => `/home/ada/${name}`;
  enableSandbox = () => note("sandbox");
  addRecentDocument = (path: string) => note("recent", path);
  requestSingleInstanceLock = () => !scenario.includes("second");
  // As in Electron, never before the main module has run.
  whenReady = () => new Promise<void>((resolve) => setImmediate(resolve));
  quit = () => {
    let prevented = false;
    const preventDefault = () => {
      prevented = true;
    };
    this.emit("will-quit", { preventDefault });
    if (prevented) return;
    note("quit");
    process.exit(0);
  };
  exit = (code: number) => {
    note("exit", code);
    process.exit(code);
  };
}

export const app = new StandInApp();

type RequestListener = (details: { readonly url: string }, answer: (response: { cancel?: boolean }) => void) => void;

function standInSession(name: string) {
  const handlers = new Map<string, SchemeHandler>();
  let listener: RequestListener = (_, answer) => answer({});
  return Object.assign(new EventEmitter(), {
    handlers,
    /** Whether the session would let a request through. */
    lets: (url: string): boolean => {
      let cancelled = false;
      listener({ url }, ({ cancel = false }) => {
        cancelled = cancel;
      });
      return !cancelled;
    },
    protocol: {
      handle: (scheme: string, handler: SchemeHandler) => {
        handlers.set(scheme, handler);
        note("handle", name, scheme);
      },
    },
    webRequest: {
      onBeforeRequest: (given: RequestListener) => {
        listener = given;
        note("requests", name);
      },
    },
    setPermissionRequestHandler: () => note("permissions", name),
    setPermissionCheckHandler: () => {},
    setDevicePermissionHandler: () => {},
    setDisplayMediaRequestHandler: () => {},
    setSpellCheckerEnabled: () => {},
    setSpellCheckerDictionaryDownloadURL: () => {},
    setProxy: async () => note("proxy", name),
  });
}

const sessions = new Map<string, StandInSession>();
export type StandInSession = ReturnType<typeof standInSession>;
export const sessionOf = (name: string): StandInSession => {
  const found = sessions.get(name) ?? standInSession(name);
  sessions.set(name, found);
  return found;
};

export const session = { defaultSession: sessionOf("default"), fromPartition: sessionOf };
export const protocol = {
  registerSchemesAsPrivileged: (schemes: readonly { readonly scheme: string }[]) => note("scheme", schemes[0]?.scheme),
};
export const dialog = {
  showErrorBox: (title: string, content: string) => note("error box", title, content),
  showMessageBox: async (...given: unknown[]) => {
    note("message box", (given.at(-1) as { readonly message: string }).message);
    return { response: 0 };
  },
};
export const Menu = {
  buildFromTemplate: (template: readonly unknown[]) => template,
  setApplicationMenu: (template: readonly unknown[]) => note("menu", template.length),
};
export const nativeTheme = { shouldUseDarkColors: false };
export const screen = { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }] };
export const shell = { openExternal: async (address: string) => note("outside", address) };

export class BrowserWindow extends EventEmitter {
  readonly #session: StandInSession;
  readonly #answerers = new Map<string, Answerer>();
  #destroyed = false;
  readonly webContents = Object.assign(new EventEmitter(), {
    mainFrame: { url: "", parent: null },
    ipc: { handle: (channel: string, answerer: Answerer) => void this.#answerers.set(channel, answerer) },
    send: (_channel: string, event: unknown) => note("told", event),
    isDestroyed: () => this.#destroyed,
    setWindowOpenHandler: (handler: (details: { readonly url: string }) => { readonly action: string }) =>
      note("new window", handler({ url: "https://example.org/" }).action),
  });

  constructor(options: { readonly webPreferences: { readonly partition?: string; readonly preload: string } }) {
    super();
    this.#session = sessionOf(options.webPreferences.partition ?? "default");
    note("window", options.webPreferences.partition ?? "default", options.webPreferences.preload);
    app.emit("web-contents-created", {}, this.webContents);
  }

  isDestroyed = () => this.#destroyed;
  getNormalBounds = () => ({ x: 10, y: 20, width: 1000, height: 700 });
  isMaximized = () => false;
  maximize = () => {};
  show = () => note("show");

  loadURL = async (address: string): Promise<void> => {
    const answer = await this.#session.handlers.get("app")?.(new Request(address));
    note("load", address, answer?.status, answer?.headers.has("content-security-policy"));
    this.webContents.mainFrame.url = address;
    this.webContents.emit("did-finish-load");
    this.emit("ready-to-show");
    if (this.#session === session.defaultSession) setImmediate(() => void this.#visit());
  };

  /** What the page would ask, and the end. */
  async #visit(): Promise<void> {
    for (const method of ["app.info", "templates.list", "no.such"]) {
      const event = { senderFrame: this.webContents.mainFrame };
      note("reply", method, await this.#answerers.get("flopsheet")?.(event, { method, input: {} }));
    }
    note(
      "stranger",
      await this.#answerers.get("flopsheet")?.({ senderFrame: null }, { method: "app.info", input: {} }),
    );
    await Promise.all(awaited);
    this.emit("close");
    this.#destroyed = true;
    app.emit("window-all-closed");
  }
}
