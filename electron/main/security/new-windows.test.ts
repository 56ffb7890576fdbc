import type { HandlerDetails, WebContents } from "electron";
import { expect, test } from "vitest";
import { ORIGIN } from "../app-address.ts";
import { refuseNewWindows } from "./new-windows.ts";

type Handler = Parameters<WebContents["setWindowOpenHandler"]>[0];

test.each([`${ORIGIN}/`, "https://arxiv.org/abs/2407.05872", "about:blank", "javascript:1"])(
  "checklist 14: no window is opened for %s; what to do with the address is decided elsewhere",
  (url) => {
    let handler: Handler | null = null;
    const outside: string[] = [];
    const contents: Pick<WebContents, "setWindowOpenHandler"> = {
      setWindowOpenHandler: (given) => {
        handler = given;
      },
    };
    refuseNewWindows(contents, (address) => outside.push(address));
    expect((handler as Handler | null)?.({ url } as HandlerDetails)).toEqual({ action: "deny" });
    expect(outside).toEqual([url]);
  },
);
