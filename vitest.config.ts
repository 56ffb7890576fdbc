import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

/** A limit for what hangs: a property or a process takes its time on a busy machine. */
const testTimeout = 60_000;

const node = (name: string) => ({
  test: { name, testTimeout, environment: "node" as const, include: [`${name}/**/*.test.ts`] },
});

export default defineConfig({
  test: {
    projects: [
      node("shared"),
      node("electron"),
      node("scripts"),
      {
        plugins: [react()],
        test: { name: "renderer", testTimeout, environment: "jsdom", include: ["renderer/**/*.test.{ts,tsx}"] },
      },
    ],
  },
});
