import { expect, test, vi } from "vitest";
import { refuseWithoutSandbox, sandboxEverything } from "./sandbox.ts";

test("checklist 4: every page is sandboxed before there is one", () => {
  const app = { enableSandbox: vi.fn() };
  sandboxEverything(app);
  expect(app.enableSandbox).toHaveBeenCalledOnce();
});

test("checklist 4: a start that would take the sandbox away is refused, with what to use instead", () => {
  const commandLine = (switches: readonly string[]) => ({ hasSwitch: (name: string) => switches.includes(name) });
  expect(refuseWithoutSandbox(commandLine(["no-sandbox"]))).toContain("browser host");
  expect(refuseWithoutSandbox(commandLine(["no-pings"]))).toBeNull();
});
