/** A desktop window that was started. `exited` settles when its process ends. */
export type Running = { readonly exited: Promise<number> };

/** What the choice needs of the machine, in the order it is asked. */
export type DesktopEffects = {
  /** Whether the desktop shell is built: out/main/main.js. */
  readonly hasShell: () => boolean;
  /** Whether the electron package is installed. */
  readonly hasPackage: () => boolean;
  readonly hasDisplay: () => boolean;
  /** Whether Electron's program, which the package fetches on its own, is there. */
  readonly hasRuntime: () => boolean;
  /** Fetches it. Calls `progressed` as bytes arrive, stops at `signal`, rejects when it cannot. */
  readonly fetchRuntime: (progressed: () => void, signal: AbortSignal) => Promise<void>;
  readonly launch: () => Running;
};

export type Choice =
  | { readonly host: "desktop"; readonly exited: Promise<number> }
  | { readonly host: "browser"; readonly why: string };

/** A download without progress for this long is taken for a no. */
export const FETCH_PATIENCE_MS = 10_000;
/** A window that fails sooner than this is taken for one that could not open. */
export const LIVES_FOR_MS = 3_000;

async function fetched(effects: DesktopEffects): Promise<boolean> {
  const patience = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const givenUp = new Promise<false>((resolve) => patience.signal.addEventListener("abort", () => resolve(false)));
  const restart = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => patience.abort(), FETCH_PATIENCE_MS);
  };
  restart();
  const arrived = effects.fetchRuntime(restart, patience.signal).then(
    () => effects.hasRuntime(),
    () => false,
  );
  try {
    return await Promise.race([arrived, givenUp]);
  } finally {
    clearTimeout(timer);
  }
}

async function diesSoon(running: Running): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const lived = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), LIVES_FOR_MS);
  });
  const died = running.exited.then(
    // One that ends well so soon has handed over to a window that is open already, or was closed by a quick person.
    (code) => code !== 0,
    () => true,
  );
  try {
    return await Promise.race([died, lived]);
  } finally {
    clearTimeout(timer);
  }
}

const browser = (because: string): Choice => ({
  host: "browser",
  why: `${because}; opening the browser host instead.`,
});

/**
 * Decides which host `npm start` opens: the desktop window when all of it is there or can be fetched, there is a display and it
 * does not fail within three seconds; the browser host in every other case, with the reason in one line. Never throws.
 */
export async function chooseHost(effects: DesktopEffects): Promise<Choice> {
  if (!effects.hasShell()) {
    return browser("The desktop window is not built");
  }
  if (!effects.hasPackage()) {
    return browser("Electron is not installed");
  }
  if (!effects.hasDisplay()) {
    return browser("There is no display for a desktop window");
  }
  if (!effects.hasRuntime() && !(await fetched(effects))) {
    return browser("Electron's program is missing and could not be fetched");
  }
  const running = effects.launch();
  if (await diesSoon(running)) {
    return browser("The desktop window closed within 3 seconds");
  }
  return { host: "desktop", exited: running.exited };
}
