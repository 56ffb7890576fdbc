import { expect, test } from "vitest";
import { createEntryGate, newEntryToken, sessionKey } from "./entry-tokens.ts";

const SECRET = "a".repeat(64);

test("a token opens the gate of its run once", () => {
  const gate = createEntryGate(SECRET, "run 1");
  const [first, second] = [newEntryToken(SECRET, "run 1"), newEntryToken(SECRET, "run 1")];
  expect(first).toMatch(/^[\w-]{22}\.[\w-]{43}$/);
  expect(gate(first)).toBe(true);
  expect(gate(first)).toBe(false);
  expect(gate(second)).toBe(true);
});

test("a token of another run, of another secret, changed, or made of another key opens nothing", () => {
  const gate = createEntryGate(SECRET, "run 1");
  const good = newEntryToken(SECRET, "run 1");
  const [nonce, signature] = good.split(".");
  const bad = [
    newEntryToken(SECRET, "run 2"),
    newEntryToken("b".repeat(64), "run 1"),
    `x${good}`,
    `${good}x`,
    `${good}.`,
    `${nonce}`,
    `${nonce}.`,
    `.${signature}`,
    `${nonce}.${sessionKey(SECRET, 47_180)}`,
    "",
    ".",
  ];
  expect(bad.map((token) => gate(token))).toEqual(bad.map(() => false));
  expect(gate(good)).toBe(true);
});

test("a session's key is the same after every start, and another at another port", () => {
  expect(sessionKey(SECRET, 47_180)).toBe(sessionKey(SECRET, 47_180));
  expect(sessionKey(SECRET, 47_181)).not.toBe(sessionKey(SECRET, 47_180));
  expect(sessionKey(SECRET, 47_180)).not.toContain(SECRET);
});
