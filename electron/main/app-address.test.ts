import { expect, test } from "vitest";
import { isOurs, ORIGIN, pageAddress } from "./app-address.ts";

test.each([`${ORIGIN}/`, `${ORIGIN}/project/1?a=b#c`, pageAddress("/print/abc"), "APP://flopsheet/"])(
  "%s is ours",
  (address) => {
    expect(isOurs(address)).toBe(true);
  },
);

test.each([
  "",
  "null",
  "/",
  "about:blank",
  "file:///etc/passwd",
  "https://flopsheet/",
  "http://127.0.0.1:47180/",
  "app://other/",
  "app://flopsheet.example/",
  "app://flopsheet:80/",
  "app://user@flopsheet/",
  "app://:word@flopsheet/",
  "app:flopsheet",
  "apps://flopsheet/",
  "blob:app://flopsheet/0",
  "data:text/html,app://flopsheet/",
  "javascript:app://flopsheet/",
])("%j is not", (address) => {
  expect(isOurs(address)).toBe(false);
});
