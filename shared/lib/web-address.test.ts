import { expect, it } from "vitest";
import { webAddress } from "./web-address.ts";

it.each(["https://arxiv.org/abs/2407.05872", "http://example.org"])("takes %s", (address) => {
  expect(webAddress.parse(address)).toBe(address);
});

it.each(["javascript:alert(1)", "file:///etc/passwd", "ftp://example.org", "data:text/html,x", "example.org", ""])(
  "refuses %j",
  (address) => {
    expect(webAddress.safeParse(address).error?.issues[0]?.message).toBe(
      "Allowed: an address that starts with https:// or http://",
    );
  },
);
