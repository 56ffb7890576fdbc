import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { planSchema } from "../../shared/plan/document.ts";
import { listTemplates, readTemplate } from "./templates.ts";

const folder = new URL("../../assets/templates/", import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith(".json"));

test("every shipped file is listed by what it calls itself, the example of the first start first", () => {
  const list = listTemplates();
  expect(list[0]?.id).toBe("scaling-exponents");
  expect(list.map(({ id }) => `${id}.json`).sort()).toEqual(names.sort());
  for (const { title, description } of list) {
    expect(title).not.toBe("");
    expect(description).not.toBe("");
  }
});

test.each(names)("%s is read as it stands and is a plan", (name) => {
  const text = readFileSync(new URL(name, folder), "utf8");
  const id = name.slice(0, -".json".length);
  expect(readTemplate(id)).toEqual({ id, name, text });
  expect(planSchema.safeParse(JSON.parse(text)).error?.issues).toBeUndefined();
});

test.each(["", "nothing", "../catalog/grids", "scaling-exponents.json", "__proto__"])(
  "there is no template %j",
  (id) => {
    expect(readTemplate(id)).toBeUndefined();
  },
);
