import { beforeEach, expect, it, vi } from "vitest";
import { chooseScheme, startColourScheme } from "./colour-scheme.ts";

let dark = false;
let changed = () => {};

beforeEach(() => {
  localStorage.clear();
  vi.stubGlobal("matchMedia", () => ({
    get matches() {
      return dark;
    },
    addEventListener: (_: string, listener: () => void) => {
      changed = listener;
    },
  }));
});

const scheme = () => document.documentElement.dataset.scheme;

it("follows the system until a scheme is chosen, which is remembered", () => {
  startColourScheme();
  expect(scheme()).toBe("light");
  dark = true;
  changed();
  expect(scheme()).toBe("dark");
  chooseScheme("light");
  expect(scheme()).toBe("light");
  changed();
  expect(scheme()).toBe("light");
  document.documentElement.dataset.scheme = "";
  startColourScheme();
  expect(scheme()).toBe("light");
});
