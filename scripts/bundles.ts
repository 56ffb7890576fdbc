import { join } from "node:path";
import react from "@vitejs/plugin-react";
import { build, type InlineConfig } from "vite";

const common: InlineConfig = { configFile: false, envDir: false, logLevel: "warn" };

function rendererBundle(root: string, folder: string): InlineConfig {
  return {
    ...common,
    root: join(root, "renderer"),
    base: "/",
    plugins: [react()],
    worker: { format: "es" },
    build: {
      outDir: join(folder, "renderer"),
      emptyOutDir: false,
      // The content policy has no data: for fonts and images.
      assetsInlineLimit: 0,
    },
  };
}

/**
 * A bundle for Node: everything inside, but for Node's own modules and playwright-core. That one finds its files by their
 * place in node_modules, and stays unread until something prints.
 */
function nodeBundle(root: string, folder: string, name: "cli" | "server"): InlineConfig {
  return {
    ...common,
    root,
    ssr: { target: "node", noExternal: true, external: ["playwright-core"] },
    build: {
      ssr: join(root, "electron", name, "main.ts"),
      target: "node24",
      outDir: join(folder, name),
      emptyOutDir: false,
      copyPublicDir: false,
      rolldownOptions: {
        external: [/^node:/],
        output: { entryFileNames: "main.js", chunkFileNames: "[name]-[hash].js" },
      },
    },
  };
}

/** Writes renderer/, server/ and cli/ into `folder` from the sources under `root`. */
export async function buildAll(root: string, folder: string): Promise<void> {
  await build(rendererBundle(root, folder));
  await build(nodeBundle(root, folder, "server"));
  await build(nodeBundle(root, folder, "cli"));
}
