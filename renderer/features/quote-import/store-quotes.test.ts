import { expect, it } from "vitest";
import { failure, type Reply } from "../../../shared/contract/reply.ts";
import { ok } from "../../../shared/lib/result.ts";
import { type StoreEffects, storeQuotes, takeOut } from "./store-quotes.ts";

const quotes = Array.from({ length: 5 }, (_, at) => ({ title: `Quote ${at}`, price: at + 1, currency: "USD" }));

function host(refused: string | null = null, cancelAt = Number.NaN) {
  const said: string[] = [];
  const controller = new AbortController();
  let id = 0;
  const answer = <T>(method: string, value: T): Promise<Reply<T>> => {
    said.push(method);
    return Promise.resolve(method === refused ? failure("full", "The disk is full.") : ok(value));
  };
  const stored: string[] = [];
  const effects: StoreEffects = {
    client: {
      "import.begin": ({ kind }) => answer(`begin ${kind}`, {}),
      "import.rows": ({ part, rows }) => {
        if ("quotes" in rows) stored.push(...rows.quotes.map(({ value }) => value.title));
        return answer(`rows ${part}`, {});
      },
      "import.commit": () => answer("commit", { projects: 0, quotes: stored.length }),
      "import.abort": () => answer("abort", {}),
      "library.deleteMany": ({ ids }) => answer(`delete ${ids.length}`, { rows: [] }),
    },
    newId: () => `id-${id++}`,
    quotesFrom: (from) => Promise.resolve(quotes.slice(from, from + 2)),
    progress: (count) => {
      if (count >= cancelAt) controller.abort();
    },
    signal: controller.signal,
  };
  return { said, stored, effects };
}

it("hands all of them over, then publishes", async () => {
  const { said, stored, effects } = host();
  const outcome = await storeQuotes(effects);
  expect(said).toEqual(["begin quotes", "rows 0", "rows 1", "rows 2", "commit"]);
  expect(stored).toEqual(quotes.map(({ title }) => title));
  expect(outcome.kind === "done" && outcome.ids.length).toBe(5);
});

it.each(["begin quotes", "rows 1", "commit"])("leaves nothing behind when %s is refused", async (refused) => {
  const { said, effects } = host(refused);
  expect(await storeQuotes(effects)).toMatchObject({ kind: "failed", error: { message: "The disk is full." } });
  expect(said.at(-1)).toBe(refused === "begin quotes" ? refused : "abort");
});

it("leaves nothing behind when it is cancelled, also at the last moment", async () => {
  for (const at of [2, 5]) {
    const { said, effects } = host(null, at);
    expect(await storeQuotes(effects)).toEqual({ kind: "cancelled" });
    expect(said).not.toContain("commit");
    expect(said.at(-1)).toBe("abort");
  }
});

it("takes rows out again, as many at once as the host takes", async () => {
  const { said, effects } = host();
  const ids = Array.from({ length: 45_000 }, (_, at) => `${at}`);
  expect(await takeOut(effects.client, ids)).toBeNull();
  expect(said).toEqual(["delete 20000", "delete 20000", "delete 5000"]);
  expect(await takeOut(host("delete 1").effects.client, ["a"])).toMatchObject({ code: "full" });
});
