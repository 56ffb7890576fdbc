import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { expect, it } from "vitest";
import { build } from "../../electron/backend/testing/built.ts";
import { root } from "../root.ts";

it.runIf(process.platform === "linux")(
  "npm start says in one line why it opens the browser host, then where that is",
  async () => {
    build();
    const data = mkdtempSync(join(tmpdir(), "flopsheet-start-"));
    const { DISPLAY: _, WAYLAND_DISPLAY: __, ...env } = process.env;
    const child = spawn(process.execPath, [join(root, "scripts", "start.ts"), "--no-open", "--port", "0"], {
      env: { ...env, FLOPSHEET_DATA_DIR: data },
      stdio: ["ignore", "pipe", "ignore"],
    });
    const ended = once(child, "exit");
    const lines: string[] = [];
    try {
      for await (const line of createInterface(child.stdout)) {
        lines.push(line);
        if (lines.length === 2) break;
      }
    } finally {
      child.kill("SIGTERM");
      await ended;
      rmSync(data, { recursive: true });
    }
    expect(lines[0]).toBe("There is no display for a desktop window; opening the browser host instead.");
    expect(lines[1]).toMatch(/^Flopsheet is at http:\/\/127\.0\.0\.1:\d+\//);
  },
  120_000,
);
