import { expect, it } from "vitest";
import { readSize, readSizes } from "./cards-option.ts";

it("reads sizes", () => {
  expect(readSizes("10, 100,10000000")).toEqual({ ok: true, value: [10, 100, 10_000_000] });
  expect(readSize("1024")).toEqual({ ok: true, value: 1_024 });
});

it.each(["", "0", "ten", "1.5", "10000001", "-4", "10,20"])(
  "says what is allowed where one is wanted, not %j",
  (text) => {
    expect(readSize(text)).toEqual({
      ok: false,
      error: `--cards ${text}: this is no number of cards. Allowed: one of the whole numbers from 1 to 10,000,000.`,
    });
  },
);

it("names the size that is none, and bounds how many there are", () => {
  expect(readSizes("10,ten")).toEqual({
    ok: false,
    error:
      '--cards 10,ten: "ten" is no number of cards. Allowed: whole numbers from 1 to 10,000,000, separated by commas, as 10,100,100000.',
  });
  const many = Array.from({ length: 51 }, () => "1").join(",");
  expect(readSizes(many)).toEqual({ ok: false, error: `--cards ${many}: these are 51 sizes. Allowed: at most 50.` });
});
