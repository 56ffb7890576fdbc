/** `npm run package [-- --linux deb …]`: builds, then packages for this system, or for what the words to electron-builder say. */
import { spawnSync } from "node:child_process";
import { ensureBuilt } from "./ensure-built.ts";
import { root } from "./root.ts";
import { toolScript } from "./tool.ts";

await ensureBuilt(root);
const args = [toolScript("electron-builder"), "--publish", "never", ...process.argv.slice(2)];
const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: "inherit" });
process.exitCode = status ?? 1;
