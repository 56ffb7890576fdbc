import { describe, expect, it } from "vitest";
import type { LibraryContent, LibraryRow } from "../../shared/contract/methods/library.ts";
import { failure } from "../../shared/contract/reply.ts";
import { ok } from "../../shared/lib/result.ts";
import { createLibraryStore, type LibraryEffects } from "./library-store.ts";

const content = (cards: number): LibraryContent => ({ kind: "cluster", value: { cards } });

const row = (id: string, cards: number, changes: Partial<LibraryRow> = {}): LibraryRow => ({
  id,
  content: content(cards),
  revision: 1,
  changedAt: "2026-11-26T12:00:00.000Z",
  deletedAt: null,
  usedIn: [],
  ...changes,
});

/** A host of two lists: what it answers first, and later. */
function started(...answers: readonly ReturnType<LibraryEffects["client"]["library.list"]>[]) {
  const told: string[] = [];
  const heard: (() => void)[] = [];
  let asked = 0;
  const store = createLibraryStore("cluster", {
    client: {
      "library.list": () => answers[Math.min(asked++, answers.length - 1)] ?? Promise.resolve(ok({ rows: [] })),
      "library.save": async ({ id, content: saved }) => ok({ ...row(id, 0), content: saved, revision: 2 }),
      "library.saveMany": async ({ rows }) =>
        ok({ rows: rows.map(({ id, content: saved }) => ({ ...row(id, 0), content: saved, revision: 2 })) }),
      "library.deleteMany": async ({ ids }) =>
        ok({ rows: ids.map((id) => row(id, 1, { deletedAt: "2026-11-26T12:00:00.000Z" })) }),
      "library.restoreMany": async ({ ids }) => ok({ rows: ids.map((id) => row(id, 1)) }),
      "library.delete": async ({ id }) => ok(row(id, 1, { deletedAt: "2026-11-26T12:00:00.000Z" })),
      "library.restore": async ({ id }) => ok(row(id, 1)),
    },
    tell: (kind) => told.push(kind),
    hear: (_, changed) => {
      heard.push(changed);
      return () => heard.splice(heard.indexOf(changed), 1);
    },
  });
  return { store, told, heard };
}

const listed = (...rows: readonly LibraryRow[]) => Promise.resolve(ok({ rows: [...rows] }));
const cardsIn = (rows: readonly LibraryRow[] | null) =>
  rows?.map(({ content: { value } }) => ("cards" in value ? value.cards : null));
const settled = () => new Promise<void>((resolve) => setTimeout(resolve));

describe("the library's rows", () => {
  it("are asked for when somebody looks, without those that are deleted", async () => {
    const { store } = started(listed(row("a", 1), row("b", 2, { deletedAt: "2026-11-26T12:00:00.000Z" })));
    expect(store.state().rows).toBeNull();
    store.subscribe(() => {});
    await settled();
    expect(cardsIn(store.state().rows)).toEqual([1]);
  });

  it("show a change at once in its place, and other windows are told", async () => {
    const { store, told } = started(listed(row("a", 1), row("b", 2)));
    store.subscribe(() => {});
    await settled();
    await store.save("b", 1, content(20));
    expect(cardsIn(store.state().rows)).toEqual([1, 20]);
    await store.save("c", null, content(3));
    expect(cardsIn(store.state().rows)).toEqual([3, 1, 20]);
    await store.remove("a");
    expect(cardsIn(store.state().rows)).toEqual([3, 20]);
    expect(told).toEqual(["cluster", "cluster", "cluster"]);
  });

  it("change many at once, each in its place, and other windows are told once", async () => {
    const { store, told } = started(listed(row("a", 1), row("b", 2), row("c", 3)));
    store.subscribe(() => {});
    await settled();
    await store.saveMany([
      { id: "c", baseRevision: 1, content: content(30) },
      { id: "d", baseRevision: null, content: content(4) },
    ]);
    expect(cardsIn(store.state().rows)).toEqual([4, 1, 2, 30]);
    await store.removeMany(["a", "d"]);
    expect(cardsIn(store.state().rows)).toEqual([2, 30]);
    await store.restoreMany(["a"]);
    expect(cardsIn(store.state().rows)).toEqual([1, 2, 30]);
    expect(told).toEqual(["cluster", "cluster", "cluster"]);
  });

  it("follow other windows while somebody looks, and no longer", async () => {
    const { store, heard } = started(listed(row("a", 1)), listed(row("a", 9)));
    const stop = store.subscribe(() => {});
    await settled();
    heard[0]?.();
    await settled();
    expect(cardsIn(store.state().rows)).toEqual([9]);
    stop();
    expect(heard).toEqual([]);
  });

  it("do not go back to an older answer that comes late", async () => {
    let answer: (rows: readonly LibraryRow[]) => void = () => {};
    const late = new Promise<readonly LibraryRow[]>((resolve) => {
      answer = resolve;
    });
    const { store } = started(late.then((rows) => ok({ rows: [...rows] })));
    store.subscribe(() => {});
    await store.save("a", 1, content(2));
    answer([row("a", 1)]);
    await settled();
    expect(cardsIn(store.state().rows)).toEqual([2]);
  });

  it("stay as they were when the host no longer answers, and the reason is there", async () => {
    const { store } = started(listed(row("a", 1)), Promise.resolve(failure("closed", "The record is closed.")));
    store.subscribe(() => {});
    await settled();
    store.reload();
    await settled();
    expect(cardsIn(store.state().rows)).toEqual([1]);
    expect(store.state().error?.code).toBe("closed");
  });
});
