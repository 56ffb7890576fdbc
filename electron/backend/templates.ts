/// <reference types="vite/types/importMeta.d.ts" />
import type { MethodOutput } from "../../shared/contract/methods.ts";

/** The text of every file of assets/templates by its path, put into the bundle when it is built. */
const files = import.meta.glob<string>("../../assets/templates/*.json", {
  query: "?raw",
  import: "default",
  eager: true,
});

/** The example that the program opens with stands first; the others follow by their ids. */
const FIRST = "scaling-exponents";

/** Every shipped template, to choose from. */
export function listTemplates(): MethodOutput<"templates.list"> {
  return Object.entries(files)
    .map(([path, text]) => {
      const { title, subtitle = "" } = JSON.parse(text) as { readonly title: string; readonly subtitle?: string };
      return { id: idOf(path), title, description: subtitle };
    })
    .sort((a, b) => Number(b.id === FIRST) - Number(a.id === FIRST) || a.id.localeCompare(b.id, "en"));
}

/** A template as its file has it; undefined when there is none of that id. */
export function readTemplate(id: string): MethodOutput<"templates.read"> | undefined {
  const found = Object.entries(files).find(([path]) => idOf(path) === id);
  return found && { id, name: `${id}.json`, text: found[1] };
}

const idOf = (path: string): string => path.slice(path.lastIndexOf("/") + 1, -".json".length);
