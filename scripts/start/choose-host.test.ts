import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { chooseHost, type DesktopEffects, FETCH_PATIENCE_MS, LIVES_FOR_MS } from "./choose-host.ts";

const forever = new Promise<never>(() => {});

function effects(changes: Partial<DesktopEffects> = {}): DesktopEffects {
  return {
    hasShell: () => true,
    hasPackage: () => true,
    hasDisplay: () => true,
    hasRuntime: () => true,
    fetchRuntime: () => Promise.reject(new Error("not to be fetched")),
    launch: () => ({ exited: forever }),
    ...changes,
  };
}

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

async function choose(changes: Partial<DesktopEffects> = {}): Promise<string> {
  const choice = chooseHost(effects(changes));
  await vi.runAllTimersAsync();
  const made = await choice;
  return made.host === "browser" ? made.why : made.host;
}

describe("chooseHost", () => {
  it("opens the desktop window when everything is there and it lives", async () => {
    expect(await choose()).toBe("desktop");
  });

  it("gives the window's exit code on", async () => {
    const exited = new Promise<number>((resolve) => setTimeout(resolve, 60_000, 7));
    const pending = chooseHost(effects({ launch: () => ({ exited }) }));
    await vi.runAllTimersAsync();
    const choice = await pending;
    expect(choice.host === "desktop" && (await choice.exited)).toBe(7);
  });

  const missing: readonly (readonly [keyof DesktopEffects, string])[] = [
    ["hasShell", "The desktop window is not built; opening the browser host instead."],
    ["hasPackage", "Electron is not installed; opening the browser host instead."],
    ["hasDisplay", "There is no display for a desktop window; opening the browser host instead."],
  ];

  for (const [effect, why] of missing) {
    it(`says why without ${effect}, and neither fetches nor launches`, async () => {
      const launch = vi.fn(() => ({ exited: forever }));
      const fetchRuntime = vi.fn(() => forever);
      expect(await choose({ [effect]: () => false, launch, fetchRuntime })).toBe(why);
      expect(launch).not.toHaveBeenCalled();
      expect(fetchRuntime).not.toHaveBeenCalled();
    });
  }

  const notFetched = "Electron's program is missing and could not be fetched; opening the browser host instead.";

  it("does not fetch what is there", async () => {
    const fetchRuntime = vi.fn(() => forever);
    expect(await choose({ fetchRuntime })).toBe("desktop");
    expect(fetchRuntime).not.toHaveBeenCalled();
  });

  it("fetches a missing runtime and opens it", async () => {
    let there = false;
    const fetchRuntime = async (): Promise<void> => {
      there = true;
    };
    expect(await choose({ hasRuntime: () => there, fetchRuntime })).toBe("desktop");
  });

  it("takes a failed fetch, and one that brought nothing, for a no", async () => {
    expect(await choose({ hasRuntime: () => false })).toBe(notFetched);
    expect(await choose({ hasRuntime: () => false, fetchRuntime: async () => {} })).toBe(notFetched);
  });

  it("waits for a slow fetch as long as it moves", async () => {
    let there = false;
    const fetchRuntime = async (progressed: () => void): Promise<void> => {
      for (let step = 0; step < 20; step += 1) {
        await new Promise((resolve) => setTimeout(resolve, FETCH_PATIENCE_MS - 1));
        progressed();
      }
      there = true;
    };
    expect(await choose({ hasRuntime: () => there, fetchRuntime })).toBe("desktop");
  });

  it("stops a fetch that has not moved for 10 s, and no sooner", async () => {
    let stopped: AbortSignal | undefined;
    const fetchRuntime = (_progressed: () => void, signal: AbortSignal): Promise<void> => {
      stopped = signal;
      return forever;
    };
    const choice = chooseHost(effects({ hasRuntime: () => false, fetchRuntime }));
    await vi.advanceTimersByTimeAsync(9_999);
    expect(stopped?.aborted).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(stopped?.aborted).toBe(true);
    expect(await choice).toEqual({ host: "browser", why: notFetched });
  });

  const dies = "The desktop window closed within 3 seconds; opening the browser host instead.";

  it("leaves it at a window that ends well, however soon: another one is open already", async () => {
    const choice = chooseHost(effects({ launch: () => ({ exited: Promise.resolve(0) }) }));
    await vi.runAllTimersAsync();
    const made = await choice;
    expect(made.host === "desktop" && (await made.exited)).toBe(0);
  });

  it("falls back when the window fails, or cannot start, within 3 s", async () => {
    const endsIn = (ms: number): Promise<number> => new Promise((resolve) => setTimeout(resolve, ms, 1));
    expect(await choose({ launch: () => ({ exited: endsIn(LIVES_FOR_MS - 1) }) })).toBe(dies);
    expect(await choose({ launch: () => ({ exited: Promise.reject(new Error("ENOENT")) }) })).toBe(dies);
    expect(await choose({ launch: () => ({ exited: endsIn(LIVES_FOR_MS + 1) }) })).toBe("desktop");
  });
});
