import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

const node = (name: string) => ({
  test: { name, environment: "node" as const, include: [`${name}/**/*.test.ts`] },
});

export default defineConfig({
  test: {
    projects: [
      node("shared"),
      node("electron"),
      node("scripts"),
      {
        plugins: [react()],
        test: { name: "renderer", environment: "jsdom", include: ["renderer/**/*.test.{ts,tsx}"] },
      },
    ],
  },
});
