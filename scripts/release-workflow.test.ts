import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { root } from "./root.ts";

interface Workflow {
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<
    Record<
      string,
      {
        readonly strategy: { readonly matrix: { readonly include: readonly { readonly os: string }[] } };
        readonly steps: readonly { readonly run?: string }[];
      }
    >
  >;
}

const text = readFileSync(join(root, ".github", "workflows", "release.yml"), "utf8");
const workflow = parse(text) as Workflow;
const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
  readonly scripts: Readonly<Record<string, string>>;
};

describe("the release workflow", () => {
  const job = workflow.jobs.package;
  const commands = job?.steps.flatMap(({ run }) => run ?? []).join("\n") ?? "";

  it("runs on the three systems", () => {
    const systems = job?.strategy.matrix.include.map(({ os }) => os.split("-")[0]);
    expect(systems).toEqual(["ubuntu", "windows", "macos"]);
  });

  it("runs scripts that there are, checks before it packages, and publishes nothing", () => {
    for (const [, name = ""] of commands.matchAll(/npm run (\S+)/g)) expect(Object.keys(scripts)).toContain(name);
    expect(commands.indexOf("npm test")).toBeGreaterThan(commands.indexOf("npm ci"));
    expect(commands.indexOf("npm run package")).toBeGreaterThan(commands.indexOf("npm test"));
    expect(workflow.permissions).toEqual({ contents: "read" });
    expect(scripts.package).toBe("node scripts/package.ts");
    expect(readFileSync(join(root, "scripts", "package.ts"), "utf8")).toContain('"--publish", "never"');
  });

  it("never takes the sandbox away", () => {
    expect(text).not.toContain("no-sandbox");
  });
});
