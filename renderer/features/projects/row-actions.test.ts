import { expect, it, vi } from "vitest";

// jsdom has neither workers nor a database of the browser; copyText needs none.
vi.stubGlobal("Worker", class {});
const { copyText } = await import("./row-actions.ts");

it("a copy's title says what it is a copy of, in JSON and in YAML, and nothing else changes", () => {
  expect(copyText('{\n  "title": "Ladder", // mine\n  "runs": 3\n}\n'.replace(" // mine", ""))).toBe(
    '{\n  "title": "Copy of Ladder",\n  "runs": 3\n}\n',
  );
  expect(copyText("# mine\ntitle: Ladder\nruns: 3\n")).toBe("# mine\ntitle: Copy of Ladder\nruns: 3\n");
});

it("a text that cannot be read, or has no title, is copied as it is", () => {
  expect(copyText('{"title": ')).toBe('{"title": ');
  expect(copyText('{"runs": 3}')).toBe('{"runs": 3}');
});
