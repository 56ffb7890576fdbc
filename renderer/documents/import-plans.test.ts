import { describe, expect, it } from "vitest";
import type { Snapshot } from "../../shared/contract/methods/projects.ts";
import { failure } from "../../shared/contract/reply.ts";
import { ok } from "../../shared/lib/result.ts";
import type { ReadableFile } from "../estimating/plan-file.ts";
import { type ImportEffects, type ImportProgress, importPlans } from "./import-plans.ts";

const file = (name: string, content: string | Uint8Array<ArrayBuffer>): ReadableFile => {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  return { name, size: bytes.length, arrayBuffer: async () => bytes.buffer };
};

const snapshotOf = async (source: { name: string; text: string }, change: string): Promise<Snapshot> => ({
  name: source.name,
  text: source.text,
  title: source.name,
  funder: null,
  figures: null,
  faults: source.text.includes("wrong") ? 2 : 0,
  parts: [],
  uses: [],
  change,
});

/** A host that takes imports; `refuse` names the question that it refuses. */
function host(refuse: "import.begin" | "import.rows" | "import.commit" | null = null, abortAfter = Number.NaN) {
  const controller = new AbortController();
  const said: string[] = [];
  const parts: string[][] = [];
  const progress: ImportProgress[] = [];
  let id = 0;
  const answer = (method: string) => {
    said.push(method);
    return method === refuse ? failure("full", "No room.") : ok({});
  };
  const effects: ImportEffects = {
    client: {
      "import.begin": async () => answer("import.begin"),
      "import.rows": async ({ rows }) => {
        if ("projects" in rows) parts.push(rows.projects.map(({ snapshot }) => snapshot.name));
        return answer("import.rows");
      },
      "import.commit": async () => {
        const reply = answer("import.commit");
        return reply.ok ? ok({ projects: parts.flat().length }) : reply;
      },
      "import.abort": async () => answer("import.abort"),
    },
    newId: () => `id-${++id}`,
    snapshotOf,
    progress: (at) => {
      progress.push(at);
      if (at.done === abortAfter) controller.abort();
    },
    pause: async () => {},
    signal: controller.signal,
  };
  return { said, parts, progress, effects };
}

describe("importPlans", () => {
  it("hands over every plan, those with faults too, and names what is no text", async () => {
    const { said, parts, progress, effects } = host();
    const files = [file("a.json", "{}"), file("b.json", "wrong"), file("c.png", Uint8Array.of(0x89, 0xff, 0xfe))];
    expect(await importPlans(files, effects)).toEqual({
      kind: "done",
      projects: 2,
      faulty: 1,
      refused: [{ name: "c.png", reason: expect.stringContaining("This is not a text file") }],
    });
    expect(parts).toEqual([["a.json", "b.json"]]);
    expect(said).toEqual(["import.begin", "import.rows", "import.commit"]);
    expect(progress.at(-1)).toEqual({ done: 3, total: 3 });
  });

  it("parts what is large, so that no question is too long", async () => {
    const { parts, effects } = host();
    const large = "x".repeat(500_000);
    await importPlans([file("a", large), file("b", large), file("c", large)], effects);
    expect(parts).toEqual([["a"], ["b"], ["c"]]);
  });

  it("commits nothing when it is cancelled, also at the last moment", async () => {
    const files = [file("a", "{}"), file("b", "{}")];
    for (const at of [0, 1]) {
      const { said, effects } = host(null, at);
      expect(await importPlans(files, effects)).toEqual({ kind: "cancelled" });
      expect(said.at(-1)).toBe("import.abort");
      expect(said).not.toContain("import.commit");
    }
  });

  it("commits nothing when the host refuses", async () => {
    for (const refused of ["import.begin", "import.rows", "import.commit"] as const) {
      const { effects } = host(refused);
      expect(await importPlans([file("a", "{}")], effects)).toMatchObject({ kind: "failed", error: { code: "full" } });
    }
  });

  it("makes nothing of files that are all no text", async () => {
    const { said, effects } = host();
    const outcome = await importPlans([file("c.png", Uint8Array.of(0x89, 0xff))], effects);
    expect(outcome).toMatchObject({ kind: "done", projects: 0 });
    expect(said).toEqual(["import.begin", "import.abort"]);
  });
});
