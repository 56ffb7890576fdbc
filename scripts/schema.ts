/** `npm run schema [-- --check]`: writes assets/schema/plan.schema.json from the plan's own schema, or checks that it is current. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { z } from "zod";
import { planSchema } from "../shared/plan/document.ts";
import { root } from "./root.ts";

const path = join(root, "assets", "schema", "plan.schema.json");

function currentText(): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}

const text = `${JSON.stringify(z.toJSONSchema(planSchema, { io: "input", reused: "ref" }), null, 2)}\n`;
if (!process.argv.includes("--check")) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
} else if (currentText() !== text) {
  console.error("assets/schema/plan.schema.json is not what the plan's schema says: run npm run schema.");
  process.exitCode = 1;
}
