/** `npm start [-- --no-open --port N]`: the desktop window where it can run, else the browser host. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ensureBuilt } from "./ensure-built.ts";
import { root } from "./root.ts";
import { chooseHost } from "./start/choose-host.ts";
import { desktopEffects } from "./start/desktop.ts";

await ensureBuilt(root);
const choice = await chooseHost(desktopEffects(root));
if (choice.host === "desktop") {
  process.exitCode = await choice.exited;
} else {
  console.log(choice.why);
  await import(pathToFileURL(join(root, "out", "server", "main.js")).href);
}
