import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { layerConfiguration } from "./layers.ts";

writeFileSync("biome.layers.json", JSON.stringify(layerConfiguration()));
process.exitCode = spawnSync("biome", ["format", "--write", "biome.layers.json"], { stdio: "inherit" }).status ?? 1;
