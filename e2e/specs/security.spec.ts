import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect } from "@playwright/test";
import { EXAMPLE_SHEET, test as hosted } from "../fixtures/host.ts";
import { startHost } from "../fixtures/host-process.ts";
import { test } from "../fixtures/journey.ts";
import { example } from "../fixtures/plans.ts";
import { SheetScreen } from "../pages/sheet.ts";

test("an address lets one browser in, once", async ({ browser }) => {
  const { address, stop } = await startHost();
  try {
    const owner = await browser.newContext();
    const page = await owner.newPage();
    const screen = page.getByRole("navigation", { name: "Places" });
    await page.goto(address);
    await expect(screen).toBeVisible();
    await page.goto(new URL(EXAMPLE_SHEET, address).href);
    await new SheetScreen(page).shown(example.title);
    // In the same browser the old address is no harm.
    await page.goto(address);
    await expect(screen).toBeVisible();

    const stranger = await (await browser.newContext()).newPage();
    expect((await stranger.goto(address))?.status()).toBe(401);
    await expect(stranger.getByText("This address was used already")).toBeVisible();
    expect((await stranger.goto(new URL(address).origin))?.status()).toBe(401);
    await expect(stranger.getByText("This browser has not been let in yet.")).toBeVisible();
    await owner.close();
    await stranger.context().close();
  } finally {
    await stop();
  }
});

test("the session is a cookie that no script reads and no other site sends", async ({ page, context, host }) => {
  const [cookie, ...others] = await context.cookies();
  expect(others).toEqual([]);
  expect(cookie).toMatchObject({
    name: `flopsheet-${new URL(host.origin).port}`,
    httpOnly: true,
    sameSite: "Strict",
    path: "/",
  });
  expect(await page.evaluate(() => document.cookie)).toBe("");
});

test("a method that is not of the contract is answered with an error, whatever its name", async ({ page }) => {
  for (const method of ["plan.delete", "__proto__", "constructor", "toString", "app.info.name"]) {
    const answer = await page.evaluate(async (name) => {
      const headers = { "content-type": "application/json" };
      const reply = await fetch(`/api/${name}`, { method: "POST", headers, body: "{}" });
      return (await reply.json()) as unknown;
    }, method);
    expect(answer).toMatchObject({ ok: false, error: { code: "unknownMethod" } });
  }
});

// Here the page of another address is what goes wrong, so these journeys are not quiet ones.
hosted(
  "a page at another port of this machine gets nothing, though the browser sends it the cookie",
  async ({ page, host }) => {
    const other = createServer((_, response) => {
      response.writeHead(200, { "content-type": "text/html" }).end("<!doctype html><title>Another site</title>");
    });
    await new Promise<void>((listening) => other.listen(0, "127.0.0.1", listening));
    try {
      const { port } = other.address() as AddressInfo;
      await page.goto(`http://127.0.0.1:${port}/`);
      await expect(page).toHaveTitle("Another site");
      const statuses: number[] = [];
      page.context().on("response", (response) => {
        if (response.url().startsWith(host.origin)) statuses.push(response.status());
      });

      const outcomes = await page.evaluate(async (target) => {
        const outcome = (asking: Promise<Response>) =>
          asking.then(
            () => "answered",
            () => "failed",
          );
        const json = { method: "POST", headers: { "content-type": "application/json" }, body: "{}" };
        const url = `${target}/api/app.info`;
        return {
          read: await outcome(fetch(`${target}/`, { credentials: "include" })),
          asked: await outcome(fetch(url, { ...json, credentials: "include" })),
          slipped: await outcome(fetch(url, { method: "POST", body: "{}", mode: "no-cors", credentials: "include" })),
        };
      }, host.origin);
      expect(outcomes).toEqual({ read: "failed", asked: "failed", slipped: "failed" });

      // Neither in a frame, nor by a form that takes the whole tab along: the host itself refuses.
      await page.evaluate((target) => {
        const frame = document.createElement("iframe");
        frame.src = `${target}/`;
        document.body.append(frame);
      }, host.origin);
      await expect.poll(() => statuses).toEqual([403]);
      await page.evaluate((target) => {
        const form = document.createElement("form");
        form.method = "POST";
        form.action = `${target}/api/app.info`;
        document.body.append(form);
        form.submit();
      }, host.origin);
      await expect(page.getByText("Another site asked for this")).toBeVisible();
      expect(statuses).toEqual([403, 403]);
    } finally {
      await new Promise((closed) => other.close(closed));
    }
  },
);
