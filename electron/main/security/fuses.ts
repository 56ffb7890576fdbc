/** A switch in Electron's program that is set once, when the app is packaged, and that no command line sets back. */
export interface Fuse {
  readonly on: boolean;
  readonly why: string;
}

/** Checklist 19: every fuse, by the name that @electron/fuses has for it. */
export const fuses = {
  RunAsNode: {
    on: false,
    why: "ELECTRON_RUN_AS_NODE would make the signed program run any script; the command line is distributed as the repository",
  },
  EnableCookieEncryption: {
    on: false,
    why: "the app keeps no cookie, so there is nothing to encrypt; on, a Mac would ask for its keychain at the first start, for nothing",
  },
  EnableNodeOptionsEnvironmentVariable: {
    on: false,
    why: "NODE_OPTIONS would load a stranger's code into the main process",
  },
  EnableNodeCliInspectArguments: {
    on: false,
    why: "--inspect would open the main process to every program of the machine",
  },
  EnableEmbeddedAsarIntegrityValidation: {
    on: true,
    why: "app.asar is checked against the hash in the program: a changed one does not start (macOS and Windows)",
  },
  OnlyLoadAppFromAsar: { on: true, why: "an app folder put beside app.asar would be loaded in its place, unchecked" },
  LoadBrowserProcessSpecificV8Snapshot: { on: false, why: "the app brings no snapshot of its own" },
  GrantFileProtocolExtraPrivileges: { on: false, why: "no page comes from file://" },
  WasmTrapHandlers: {
    on: true,
    why: "Electron's own default, left as it is: it makes checked memory accesses of WebAssembly fast, and the app has none",
  },
} as const satisfies Readonly<Record<string, Fuse>>;
