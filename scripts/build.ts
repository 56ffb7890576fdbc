/** `npm run build [-- --if-stale]`: makes out/renderer, out/server, out/cli, out/main and out/preload. */
import { buildAll } from "./bundles.ts";
import { ensureBuilt } from "./ensure-built.ts";
import { replaceOutput } from "./output.ts";
import { root } from "./root.ts";

if (process.argv.includes("--if-stale")) {
  await ensureBuilt(root);
} else {
  const start = performance.now();
  await replaceOutput(root, (folder) => buildAll(root, folder));
  console.log(`Built out/ in ${((performance.now() - start) / 1000).toFixed(1)} s.`);
}
