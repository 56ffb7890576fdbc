import { readFileSync } from "node:fs";
import { join } from "node:path";
import react from "@vitejs/plugin-react";
import { build, type InlineConfig, type Plugin } from "vite";
import { noteFiles, writeLicences } from "./licences.ts";

const common: InlineConfig = { configFile: false, envDir: false, logLevel: "warn" };

function rendererBundle(root: string, folder: string, note: Plugin): InlineConfig {
  return {
    ...common,
    root: join(root, "renderer"),
    base: "/",
    plugins: [react(), note],
    worker: { format: "es", plugins: () => [note] },
    build: {
      outDir: join(folder, "renderer"),
      emptyOutDir: false,
      // The content policy has no data: for fonts and images.
      assetsInlineLimit: 0,
      // By itself the bundler makes a file of every set of modules that some screens share, two hundred of them, and asking for each
      // takes longer than reading a few lines too many: small sets go to the one that is most like them. What is merged so may need
      // each other, hence the order of execution is kept.
      rolldownOptions: {
        output: {
          strictExecutionOrder: true,
          codeSplitting: {
            groups: [{ name: "shared", minShareCount: 2, entriesAware: true, entriesAwareMergeThreshold: 100_000 }],
          },
        },
      },
    },
  };
}

/** Electron's own module, which only its program has. */
const electron = /^electron$/;

/**
 * A bundle for Node: everything inside, but for Node's own modules and what `external` names: playwright-core finds its files by
 * their place in node_modules, and stays unread until something prints.
 */
function nodeBundle(
  root: string,
  folder: string,
  note: Plugin,
  name: "cli" | "server" | "main",
  external: string,
): InlineConfig {
  return {
    ...common,
    root,
    plugins: [note],
    ssr: { target: "node", noExternal: true, external: [external] },
    build: {
      ssr: join(root, "electron", name, "main.ts"),
      target: "node24",
      outDir: join(folder, name),
      emptyOutDir: false,
      copyPublicDir: false,
      rolldownOptions: {
        external: [/^node:/, electron],
        output: { entryFileNames: "main.js", chunkFileNames: "[name]-[hash].js" },
      },
    },
  };
}

/** The preload: one file of CommonJS, since a sandboxed one can be nothing else, and has no `require` but for Electron. */
function preloadBundle(root: string, folder: string, note: Plugin): InlineConfig {
  return {
    ...common,
    root,
    plugins: [note],
    ssr: { target: "node", noExternal: true, external: ["electron"] },
    build: {
      ssr: join(root, "electron", "preload", "preload.ts"),
      target: "node24",
      outDir: join(folder, "preload"),
      emptyOutDir: false,
      copyPublicDir: false,
      rolldownOptions: { external: [electron], output: { format: "cjs", entryFileNames: "preload.cjs" } },
    },
  };
}

/**
 * Writes renderer/, server/, cli/, main/ and preload/ into `folder` from the sources under `root`, and into renderer/ the licences of
 * all that has gone into any of them.
 */
export async function buildAll(root: string, folder: string): Promise<void> {
  const files = new Set<string>();
  const note = noteFiles(files);
  await build(rendererBundle(root, folder, note));
  await build(nodeBundle(root, folder, note, "server", "playwright-core"));
  await build(nodeBundle(root, folder, note, "cli", "playwright-core"));
  await build(nodeBundle(root, folder, note, "main", "electron"));
  await build(preloadBundle(root, folder, note));
  writeLicences(join(folder, "renderer", "licences.json"), readFileSync(join(root, "LICENSE"), "utf8"), files);
}
