import { expect, it } from "vitest";
import { providerNamed, providerOf } from "./provider-name.ts";

it.each([
  ["lambda-v8-vms.EXCERPT.csv", "Lambda"],
  ["do-v6-vms.csv", "DigitalOcean"],
  ["nebius.csv", "Nebius"],
  ["catalogs/v7/runpod/vms.csv", "RunPod"],
  ["C:\\catalogs\\gcp\\vms.csv", "Google Cloud"],
  ["2026-11-22 aws.csv", "AWS"],
  ["prices.csv", null],
  ["document.csv", null],
  ["", null],
])("%s is of %s", (path, provider) => {
  expect(providerOf(path)).toBe(provider);
});

it("spells providers as they do", () => {
  expect(["lambdalabs", "Vast.ai", "A new one"].map(providerNamed)).toEqual(["Lambda", "Vast.ai", "A new one"]);
});
